// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asyncplot.core.figure.DerivedSignalException;
import org.asyncplot.core.figure.DerivedSignals;
import org.asyncplot.core.figure.Formula;
import org.asyncplot.core.figure.NearestName;
import org.asyncplot.core.run.XType;

/**
 * Makes the derived signals of a figure from recorded ones, as far as a picture asks for them. Keeps from picture to picture, as long as
 * formulas and data stay the same, what was made; of a run that grows only what is new is looked at. An instance belongs to one thread, as
 * do the series it makes.
 */
public final class Derivation {
    private final long mostNewSamples;
    private Map<String, String> written = Map.of();
    private Map<String, Formula> formulas = Map.of();
    private String refused = "";
    private Map<String, Object> data = Map.of();
    private DerivedMemory memory = new DerivedMemory();

    /**
     * What there is of the derived signals.
     *
     * @param signals  those that could be made
     * @param problems one line for each that could not, by its name
     */
    public record Result(List<SignalSeries> signals, Map<String, String> problems) {
    }

    /** A derivation that keeps nothing yet. */
    public Derivation() {
        this(DerivedSeries.MOST_NEW_SAMPLES);
    }

    Derivation(long mostNewSamples) {
        this.mostNewSamples = mostNewSamples;
    }

    /**
     * Makes the derived signals.
     *
     * @param newlyWritten name to formula, as figures have them
     * @param recorded     the signals there are
     * @return the derived ones, valid as long as the recorded ones
     */
    public Result of(Map<String, String> newlyWritten, List<SignalSeries> recorded) {
        if (!newlyWritten.equals(written)) {
            read(newlyWritten);
            memory = new DerivedMemory();
        }
        Map<String, SignalSeries> known = new LinkedHashMap<>();
        recorded.forEach(series -> known.putIfAbsent(series.name(), series));
        Map<String, Object> used = formulas.values().stream().flatMap(formula -> formula.references().stream()).map(Formula.Reference::name)
            .distinct().filter(known::containsKey).collect(Collectors.toMap(name -> name, name -> known.get(name).samples().data()));
        if (!used.equals(data)) {
            data = used;
            memory = new DerivedMemory();
        }
        return new Making(known).result();
    }

    private void read(Map<String, String> newlyWritten) {
        written = newlyWritten;
        try {
            formulas = DerivedSignals.of(newlyWritten).formulas();
            refused = "";
        } catch (DerivedSignalException wrong) {
            formulas = Map.of();
            refused = wrong.getMessage();
        }
    }

    /** The derived signals of one picture. */
    private final class Making {
        private final Map<String, SignalSeries> known;
        private final Map<String, FormulaNode> nodes = new HashMap<>();
        private final Map<String, String> units = new HashMap<>();
        private final List<NodeX> recorded = new ArrayList<>();
        private final List<NamedNode> named = new ArrayList<>();
        private final List<SignalSeries> signals = new ArrayList<>();
        private final Map<String, String> problems = new LinkedHashMap<>();

        Making(Map<String, SignalSeries> known) {
            this.known = known;
        }

        Result result() {
            formulas.forEach((name, formula) -> {
                try {
                    add(name, formula);
                } catch (IllegalArgumentException impossible) {
                    problems.put(name, "'" + name + "' cannot be made: " + impossible.getMessage());
                }
            });
            if (!refused.isEmpty()) {
                written.keySet().forEach(name -> problems.put(name, "'" + name + "' cannot be made: " + refused));
            }
            return new Result(signals, problems);
        }

        private void add(String name, Formula formula) {
            if (known.containsKey(name)) {
                throw new IllegalArgumentException("a recorded signal has that name; choose another");
            }
            NamedNode node = new NamedNode(new NodeMaker(name, this::node, memory).of(formula));
            SignalSeries series = node.x().series();
            String xUnit = series.xType() == XType.TIME ? "s" : series.xUnit();
            String unit = new FormulaUnit(other -> units.getOrDefault(other, ""), xUnit).of(formula);
            named.add(node);
            nodes.put(name, node);
            units.put(name, unit);
            signals.add(new DerivedSeries(name, unit, node, memory.groups(name), this::forget, mostNewSamples));
        }

        private FormulaNode node(String name) {
            FormulaNode node = nodes.get(name);
            if (node == null) {
                SignalSeries series = known.get(name);
                if (series == null || formulas.containsKey(name)) {
                    throw new IllegalArgumentException(missing(name));
                }
                NodeX x = new NodeX(series, memory.originNs(series));
                recorded.add(x);
                node = new SignalNode(x);
                nodes.put(name, node);
                units.put(name, series.unit());
            }
            return node;
        }

        private String missing(String name) {
            if (problems.containsKey(name)) {
                return problems.get(name);
            }
            List<String> columns = known.values().stream().filter(series -> series.channel().equals(name)).map(SignalSeries::name).toList();
            if (!columns.isEmpty()) {
                return "'" + name + "' has several columns; name one of " + String.join(", ", columns);
            }
            List<String> names = new ArrayList<>(known.keySet());
            names.addAll(formulas.keySet());
            return "there is no signal '" + name + "'" + NearestName.to(name, names).map(near -> "; did you mean '" + near + "'?").orElse("");
        }

        private void forget() {
            recorded.forEach(NodeX::forget);
            named.forEach(NamedNode::forget);
        }
    }
}
