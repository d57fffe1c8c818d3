// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;

/** Figures of every shape, with texts that YAML finds hard to write; the same ones for the same seed. */
final class RandomFigures {
    private static final List<String> TEXTS = List.of("energy", "energy.total", "12", "1e3", "true", "null", "~", "- a", "a: b", "a #b",
            "# c", " lead", "trail ", "two\nlines", "\n", "tab\there", "'quoted'", "\"double\"", "back\\slash", "[1, 2]", "{a: b}",
            "&anchor", "*alias", "!tag", "%dir", "@at", "`tick`", "---", "...", "?", ":", "a,b", "\u00b5m/s\u00b2", "\u2028", "\u0085",
            "\u0001", "\u007f", "\ufeff", "\ufffd", "\ud83d\ude00", "derivative(`energy.total`)", "2026-11-21", "<<", "=", "yes", "0o17",
            "a".repeat(300), "a b ".repeat(60));
    /** Of signals that no figure derives, or some would go round in a circle. */
    private static final List<String> FORMULAS = List.of("derivative(`recorded.total`)", "1 + 2", "`r: b` + `# r`", "`r.c` * 2",
            "-`r\tb` ^ 2", "mean(`two\nr`, 100)", " `r` ", "`12r` / 1e3", "`\"r\"` - `'r'`", "12", ".5", "`\ud83d\ude00r`");
    private static final List<String> LENGTHS = List.of("30 s", "5 min", "500", "1e-3", ".5 h");
    private static final List<String> LOWER_ENDS = List.of("-30s", "-5 min");
    private static final List<String> ANY_END = List.of("0", "-7", "1e9", "2026-11-21", "2026-11-21T14:30:00.123456789", "-30s", "-1 d");

    private final Random random;

    RandomFigures(long seed) {
        random = new Random(seed);
    }

    FigureSpec figure() {
        Map<String, String> signals = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            signals.put(name(), any(FORMULAS));
        }
        return new FigureSpec(text(), signals, x(), some(5, this::panel));
    }

    private PanelSpec panel() {
        return new PanelSpec(text(), any(PanelKind.values()), maybe(this::cell), x(), any(Scale.values()), axis(), axis(), axis(), text(),
                some(5, this::series), some(4, () -> new LimitSpec(number(), text())));
    }

    private PanelSpec.Cell cell() {
        int row = random.nextInt(PanelSpec.Cell.GRID_MAX);
        int column = random.nextInt(PanelSpec.Cell.GRID_MAX);
        return new PanelSpec.Cell(row, column, 1 + random.nextInt(PanelSpec.Cell.GRID_MAX - row),
                1 + random.nextInt(PanelSpec.Cell.GRID_MAX - column));
    }

    private Optional<XSpec> x() {
        return switch (random.nextInt(5)) {
            case 0 -> Optional.of(new XSpec(Optional.of(any(LENGTHS)), Optional.empty(), Optional.empty()));
            case 1 -> Optional.of(new XSpec(Optional.empty(), Optional.of(any(ANY_END)), Optional.empty()));
            case 2 -> Optional.of(new XSpec(Optional.empty(), Optional.empty(), Optional.of(any(ANY_END))));
            case 3 -> Optional.of(new XSpec(Optional.empty(), Optional.of(any(LOWER_ENDS)), Optional.of("2026-11-21")));
            default -> Optional.empty();
        };
    }

    private AxisSpec axis() {
        Scale scale = any(Scale.values());
        double low = scale == Scale.LOG ? Math.exp(random.nextDouble() * 100 - 50) : number();
        double high = Math.max(low, 0) + Math.max(Math.abs(low), Double.MIN_NORMAL);
        return new AxisSpec(scale, random.nextBoolean() ? OptionalDouble.of(low) : OptionalDouble.empty(),
                random.nextBoolean() && Double.isFinite(high) ? OptionalDouble.of(high) : OptionalDouble.empty(), text(), text());
    }

    private SeriesSpec series() {
        OptionalInt color = random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(SeriesSpec.COLORS)) : OptionalInt.empty();
        return new SeriesSpec(name(), text(), color, any(LineStyle.values()), any(AxisSide.values()));
    }

    /** Every bit pattern of a finite number, and the round ones that people write. */
    private double number() {
        double bits = Double.longBitsToDouble(random.nextLong());
        return random.nextBoolean() || !Double.isFinite(bits) ? random.nextInt(2001) - 1000.0 : random.nextInt(9) == 0 ? -0.0 : bits;
    }

    private String text() {
        return random.nextBoolean() ? "" : any(TEXTS);
    }

    private String name() {
        String text = any(TEXTS);
        return text.isBlank() ? "blank" : text;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(int end, Supplier<T> value) {
        List<T> values = new ArrayList<>();
        for (int i = random.nextInt(end); i > 0; i--) {
            values.add(value.get());
        }
        return values;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
