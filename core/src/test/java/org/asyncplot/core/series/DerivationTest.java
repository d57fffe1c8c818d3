// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.figure.Formula;
import org.asyncplot.core.run.HeapSamples;
import org.asyncplot.core.run.SignalChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DerivationTest {
    private static final String[] MOVING = {"mean", "rms", "min", "max"};
    private static final String[] PLAIN = {"derivative", "integral", "difference", "abs", "sqrt", "exp", "log", "sin"};

    private static SignalChannel channel(Random random, double[] x, double[] y) {
        return HeapSamples.channel(1 + random.nextInt(2000), random.nextBoolean(), x, y);
    }

    private static SampleArrays arrays(Random random, int count) {
        double[] x = new double[count];
        double[] y = new double[count];
        double at = random.nextGaussian();
        int gaps = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            at += random.nextInt(6) == 0 ? 0 : random.nextDouble() * (random.nextInt(500) == 0 ? 50 : 1);
            x[i] = at;
            boolean gap = gaps == 1 && random.nextInt(30) == 0 || gaps == 2 && i / 700 % 3 == 0;
            y[i] = gap ? random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : Double.NaN : random.nextGaussian();
        }
        return new SampleArrays(x, y);
    }

    private static SampleArrays until(SampleArrays all, int count) {
        return new SampleArrays(Arrays.copyOf(all.x(), count), Arrays.copyOf(all.y(), count));
    }

    private static String formula(Random random, int depth, String... names) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return "`" + names[random.nextInt(names.length)] + "`";
        }
        String inner = formula(random, depth - 1, names);
        return switch (random.nextInt(5)) {
            case 0 -> MOVING[random.nextInt(MOVING.length)] + "(" + inner + ", " + (1 + random.nextInt(40)) + ")";
            case 1, 2 -> PLAIN[random.nextInt(PLAIN.length)] + "(" + inner + ")";
            case 3 -> "(" + inner + " " + "+-*/".charAt(random.nextInt(4)) + " " + (1 + random.nextInt(5)) + ")";
            default -> "(" + inner + " " + "+-*".charAt(random.nextInt(3)) + " " + formula(random, depth - 1, names) + ")";
        };
    }

    @Test
    void shouldAgreeToTheLastBitWithAnEvaluationOfAllSamples() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            SampleArrays a = arrays(random, 1 + random.nextInt(9000));
            SampleArrays b = arrays(random, random.nextInt(3000));
            SignalChannel aChannel = channel(random, a.x(), a.y());
            SignalChannel bChannel = channel(random, b.x(), b.y());
            Map<String, String> written = new LinkedHashMap<>();
            written.put("last", formula(random, 3, "middle", "a"));
            written.put("middle", formula(random, 2, "a", "a", "b"));
            Derivation derivation = new Derivation();
            // The same derivation looks at the data as they grow, and now and then as they were before.
            for (int round = 0; round < 6; round++) {
                int aCount = round == 5 ? a.x().length : random.nextInt(a.x().length + 1);
                int bCount = round == 5 ? b.x().length : random.nextInt(b.x().length + 1);
                Derivation.Result result = derivation.of(written, List.of(NamedSeries.of("a", aChannel, aCount), NamedSeries.of("b", bChannel, bCount)));
                Map<String, SampleArrays> whole = new LinkedHashMap<>(Map.of("a", until(a, aCount), "b", until(b, bCount)));
                assertThat(result.problems()).isEmpty();
                for (SignalSeries series : result.signals()) {
                    SampleArrays expected = new FormulaEvaluation(whole::get).evaluate(Formula.parse(written.get(series.name())));
                    whole.put(series.name(), expected);
                    check(seed, random, written, series, expected);
                }
            }
        }
    }

    private static void check(int seed, Random random, Map<String, String> written, SignalSeries series, SampleArrays expected) {
        double[] x = expected.x();
        double[] y = expected.y();
        assertThat(series.count()).isEqualTo(x.length);
        assertThat(new double[] {series.lastY()}).as("seed %d %s", seed, written).containsExactly(y.length == 0 ? Double.NaN : y[y.length - 1]);
        for (int i = 0; i < 3 && x.length > 0; i++) {
            double one = x[random.nextInt(x.length)];
            double other = i == 0 ? x[x.length - 1] : x[random.nextInt(x.length)];
            XRange range = XRange.of(Math.min(one, other), Math.max(one, other) + 0.5);
            int columns = 1 + random.nextInt(random.nextBoolean() ? 3 : 400);
            Trace trace = series.trace(range, columns);
            if (trace instanceof Envelope envelope) {
                EnvelopeScanTest.check(seed, x, y, range, envelope);
            } else {
                Points points = (Points) trace;
                int from = 0;
                while (from < x.length && x[from] < range.from()) {
                    from++;
                }
                int to = from;
                while (to < x.length && x[to] <= range.to()) {
                    to++;
                }
                from = Math.max(0, from - 1);
                to = Math.min(x.length, to + 1);
                assertThat(points.x()).as("seed %d", seed).isEqualTo(Arrays.copyOfRange(x, from, to));
                assertThat(points.y()).as("seed %d %s", seed, written).isEqualTo(Arrays.copyOfRange(y, from, to));
            }
        }
    }

    private static NamedSeries ramp(String name, int count) {
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = i;
            y[i] = i % 1000;
        }
        return NamedSeries.of(name, HeapSamples.channel(8192, true, x, y), count);
    }

    private static SignalSeries only(Derivation.Result result) {
        assertThat(result.problems()).isEmpty();
        return result.signals().get(0);
    }

    @Test
    void shouldNotIntegrateDifferentlyWhereLessIsShown() {
        NamedSeries a = ramp("a", 300_000);
        SignalSeries whole = only(new Derivation().of(Map.of("area", "integral(`a`)"), List.of(a)));
        Points late = (Points) only(new Derivation().of(Map.of("area", "integral(`a`)"), List.of(a))).trace(XRange.of(250_000, 250_010), 100);

        assertThat(whole.trace(XRange.of(0, 300_000), 4).extremes().high()).isEqualTo(whole.lastY());
        assertThat(late.y()).isEqualTo(((Points) whole.trace(XRange.of(250_000, 250_010), 100)).y());
        assertThat(late.y()[1]).isEqualTo(250 * 499_500.0 - 500.0 * 250, within(125_000.0));
    }

    @Test
    void shouldKnowUnitsWhereTheyCanBeKnown() {
        assertThat(unit("derivative(`a`)")).isEqualTo("V/s");
        assertThat(unit("derivative(derivative(`a`))")).isEqualTo("V/s\u00b2");
        assertThat(unit("integral(`a`)")).isEqualTo("V\u00b7s");
        assertThat(unit("integral(derivative(`a`))")).isEqualTo("V");
        assertThat(unit("derivative(integral(`a`))")).isEqualTo("V");
        assertThat(unit("`a` * `a` / `a`")).isEqualTo("V");
        assertThat(unit("mean(`a`, 3) - 2")).isEqualTo("V");
        assertThat(unit("-`a`")).isEqualTo("V");
        assertThat(unit("57.3 * `a`")).isEmpty();
        assertThat(unit("`a` ^ 2")).isEmpty();
        assertThat(unit("log(`a` / `a`)")).isEqualTo("1");
    }

    private static String unit(String formula) {
        return only(new Derivation().of(Map.of("d", formula), List.of(ramp("a", 10)))).unit();
    }

    @Test
    void shouldSayInOneLineWhyASignalCannotBeMade() {
        assertThat(problem("1 + `engery`")).isEqualTo("'d' cannot be made: there is no signal 'engery'; did you mean 'energy'?");
        assertThat(problem("1 + 2")).isEqualTo("'d' cannot be made: it names no signal, so it has no x");
        assertThat(problem("derivate(`energy`)")).isEqualTo("'d' cannot be made: 'derivate(`energy`)', column 1: unknown function 'derivate'; "
            + "did you mean 'derivative'?");
        assertThat(problem("2 * `d`")).isEqualTo("'d' cannot be made: derived signals are made of each other in a circle: d -> d");
        assertThat(new Derivation().of(Map.of("energy", "2 * `energy.kinetic`"), List.of(ramp("energy", 3), ramp("energy.kinetic", 3))).problems())
            .containsEntry("energy", "'energy' cannot be made: a recorded signal has that name; choose another");
    }

    @Test
    void shouldMakeTheOthersWhereOneCannotBeMade() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("bad", "`nothing.of.this` + 1");
        written.put("worse", "`bad` + 1");
        written.put("good", "`energy` + 1");

        Derivation.Result result = new Derivation().of(written, List.of(ramp("energy", 3)));

        assertThat(result.signals()).extracting(SignalSeries::name).containsExactly("good");
        assertThat(result.problems()).containsOnlyKeys("bad", "worse");
        assertThat(result.problems().get("worse")).isEqualTo("'worse' cannot be made: 'bad' cannot be made: there is no signal 'nothing.of.this'");
    }

    private static String problem(String formula) {
        Derivation.Result result = new Derivation().of(Map.of("d", formula), List.of(ramp("energy", 3)));
        assertThat(result.signals()).isEmpty();
        return result.problems().get("d");
    }

    @Test
    void shouldRefuseWhatTakesTooLongAndSayWhatToDo() {
        NamedSeries a = ramp("a", 300_000);
        Map<String, String> written = new LinkedHashMap<>();
        written.put("slope", "derivative(`a`)");
        written.put("area", "integral(`a`)");
        written.put("scaled", "2 * `a` + 1");
        List<SignalSeries> bounded = new Derivation(100_000).of(written, List.of(a)).signals();
        XRange all = XRange.of(0, 300_000);

        assertThatThrownBy(() -> bounded.get(0).trace(all, 2)).isInstanceOf(TooManySamplesException.class)
            .hasMessageStartingWith("'slope' needs ").hasMessageEndingWith("show a shorter stretch");
        assertThatThrownBy(() -> bounded.get(1).trace(XRange.of(290_000, 290_100), 100)).isInstanceOf(TooManySamplesException.class)
            .hasMessageEndingWith("an integral needs all before it");
        assertThat(bounded.get(1).lastY()).isNaN();
        assertThat(bounded.get(0).trace(XRange.of(290_001, 290_100), 100).extremes()).isEqualTo(new YRange(1, 1));
        assertThat(bounded.get(2).trace(all, 2).extremes()).isEqualTo(new YRange(1, 1999));
    }

    @Test
    void shouldLookAtNewSamplesOnlyWhereARunGrows() {
        CountingSeries first = new CountingSeries(ramp("a", 2_000_000));
        Derivation derivation = new Derivation();
        Map<String, String> written = Map.of("d", "derivative(`a`) + integral(`a`)");
        only(derivation.of(written, List.of(first.until(1_900_000)))).trace(XRange.of(0, 2e6), 10);
        first.copied = 0;

        SignalSeries grown = only(derivation.of(written, List.of(first.until(2_000_000))));
        assertThat(grown.trace(XRange.of(0, 2e6), 10).extremes().isEmpty()).isFalse();

        assertThat(first.copied).isLessThan(600_000);
    }
}
