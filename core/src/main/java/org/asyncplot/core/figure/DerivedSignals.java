// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The derived signals of a figure, each after those it is made of. Immutable. */
public final class DerivedSignals {
    /** Longer chains are a slip, and would end in a stack overflow. */
    private static final int STEPS_MAX = 1000;

    private final Map<String, Formula> formulas;

    private DerivedSignals(Map<String, Formula> formulas) {
        this.formulas = formulas;
    }

    /**
     * Reads formulas that may be made of each other. What they name besides are recorded signals, which only a run knows.
     *
     * @param written name to formula, as {@link FigureSpec#signals()} has them
     * @return the derived signals
     * @throws DerivedSignalException with one clear line if a formula is none, or takes part in a circle, which it names
     */
    public static DerivedSignals of(Map<String, String> written) {
        Map<String, Formula> parsed = new LinkedHashMap<>();
        written.forEach((name, text) -> parsed.put(name, parse(name, text)));
        Map<String, Formula> ordered = new LinkedHashMap<>();
        Map<String, Integer> steps = new HashMap<>();
        parsed.keySet().forEach(name -> order(name, parsed, ordered, steps, new ArrayList<>()));
        return new DerivedSignals(ordered);
    }

    private static Formula parse(String name, String text) {
        try {
            return Formula.parse(text);
        } catch (FormulaException none) {
            throw new DerivedSignalException(name, Excerpt.quote(text) + ", " + none.getMessage(), none);
        }
    }

    private static void order(String name, Map<String, Formula> parsed, Map<String, Formula> ordered, Map<String, Integer> steps,
                              List<String> path) {
        if (ordered.containsKey(name)) {
            return;
        }
        if (path.contains(name)) {
            List<String> circle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
            circle.add(name);
            throw new DerivedSignalException(path.get(path.size() - 1), "derived signals are made of each other in a circle: "
                + String.join(" -> ", circle), null);
        }
        path.add(name);
        int behind = 0;
        for (Formula.Reference reference : parsed.get(name).references()) {
            if (parsed.containsKey(reference.name())) {
                order(reference.name(), parsed, ordered, steps, path);
                behind = Math.max(behind, steps.get(reference.name()));
            }
        }
        path.remove(path.size() - 1);
        int its = behind + parsed.get(name).depth();
        if (its > STEPS_MAX) {
            throw new DerivedSignalException(name, "signal " + Excerpt.quote(name) + " is made in more than " + STEPS_MAX + " steps", null);
        }
        steps.put(name, its);
        ordered.put(name, parsed.get(name));
    }

    /**
     * The formulas.
     *
     * @return by name, each after those it is made of
     */
    public Map<String, Formula> formulas() {
        return Collections.unmodifiableMap(formulas);
    }
}
