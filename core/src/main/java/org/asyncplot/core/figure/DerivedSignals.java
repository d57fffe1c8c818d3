// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The derived signals of a figure, each after those it is made of. Immutable. */
public final class DerivedSignals {
    private final Map<String, Formula> formulas;

    private DerivedSignals(Map<String, Formula> formulas) {
        this.formulas = formulas;
    }

    /**
     * Reads formulas that may be made of each other.
     *
     * @param written name to formula, as {@link FigureSpec#signals()} has them
     * @param known   the signals that there are
     * @return the derived signals
     * @throws FormulaException with one clear line if a formula is none, names a signal that there is not, or takes part in a cycle, which it
     *                          names
     */
    public static DerivedSignals of(Map<String, String> written, Collection<String> known) {
        Map<String, Formula> parsed = new LinkedHashMap<>();
        written.forEach((name, text) -> parsed.put(name, parse(name, text)));
        List<String> names = new ArrayList<>(parsed.keySet());
        names.addAll(known);
        parsed.forEach((name, formula) -> formula.references().forEach(reference -> {
            if (!names.contains(reference.name())) {
                throw new FormulaException(reference.column(), "signal " + Excerpt.quote(name) + ", column " + reference.column() + ": "
                        + NearestName.unknown("signal", reference.name(), names));
            }
        }));
        Map<String, Formula> ordered = new LinkedHashMap<>();
        parsed.keySet().forEach(name -> order(name, parsed, ordered, new ArrayList<>()));
        return new DerivedSignals(ordered);
    }

    private static Formula parse(String name, String text) {
        try {
            return Formula.parse(text);
        } catch (FormulaException none) {
            throw new FormulaException(none.column(), "signal " + Excerpt.quote(name) + ", " + none.getMessage());
        }
    }

    private static void order(String name, Map<String, Formula> parsed, Map<String, Formula> ordered, List<String> path) {
        if (ordered.containsKey(name)) {
            return;
        }
        if (path.contains(name)) {
            List<String> cycle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
            cycle.add(name);
            throw new FormulaException(1, "derived signals are made of each other in a circle: " + String.join(" -> ", cycle));
        }
        path.add(name);
        for (Formula.Reference reference : parsed.get(name).references()) {
            if (parsed.containsKey(reference.name())) {
                order(reference.name(), parsed, ordered, path);
            }
        }
        path.remove(path.size() - 1);
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
