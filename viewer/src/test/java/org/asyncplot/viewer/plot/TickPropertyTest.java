// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.asyncplot.core.series.XRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TickPropertyTest {
    private static final long SEED = 20261121;
    private static final int CASES = 10_000;
    /** Least lengths of an axis, in logical pixels, for which three labels are promised; shorter ones may show fewer. */
    private static final int LEAST_NUMBERS_PX = 340;
    private static final int LEAST_TIME_PX = 520;
    private static final int LEAST_VALUES_PX = 110;
    private static final int LEAST_LOG_VALUES_PX = 160;
    /** So far from the card's border a label stays. */
    private static final int CARD_EDGE = 6;
    private static final double YEAR_NS = 365.25 * 86_400e9;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    @Test
    void shouldPlaceThreeToTwelveDistinctLabelsWhenXIsNumbers() {
        Random random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            double scale = scale(random);
            double[] ends = ends(random);
            int width = (int) ((LEAST_NUMBERS_PX + random.nextInt(2000)) * scale);
            Frame frame = Frame.of(scale, width, 300);
            LinearScale axis = new LinearScale(ends[0], ends[1], width);
            frame.axes.numbers(axis, random.nextBoolean() ? "t" : "", random.nextBoolean() ? "s" : "");
            String what = "seed " + SEED + " case " + i + ": " + ends[0] + " to " + ends[1] + " on " + width + " px at " + scale;
            checkLabels(what, frame, frame.axes.xTicks(), true);
            checkSteps(what, axis, frame.axes.xTicks());
        }
    }

    @Test
    void shouldPlaceThreeToTwelveDistinctLabelsWhenValuesAreLinear() {
        Random random = new Random(SEED + 1);
        for (int i = 0; i < CASES; i++) {
            double scale = scale(random);
            double[] ends = ends(random);
            int height = (int) ((LEAST_VALUES_PX + random.nextInt(1500)) * scale);
            Frame frame = Frame.of(scale, 300, height);
            LinearScale axis = new LinearScale(ends[0], ends[1], height);
            frame.axes.left(axis, note -> note);
            String what = "seed " + SEED + " case " + i + ": " + ends[0] + " to " + ends[1] + " on " + height + " px at " + scale;
            checkLabels(what, frame, frame.axes.leftTicks(), false);
            checkSteps(what, axis, frame.axes.leftTicks());
        }
    }

    @Test
    void shouldPlaceThreeToTwelveDistinctLabelsWhenValuesAreLogarithmic() {
        Random random = new Random(SEED + 2);
        for (int i = 0; i < CASES; i++) {
            double scale = scale(random);
            double from = -300 + 590 * random.nextDouble();
            double decades = Math.min(305 - from, Math.pow(10, -3 + 5.7 * random.nextDouble()));
            int height = (int) ((LEAST_LOG_VALUES_PX + random.nextInt(1500)) * scale);
            Frame frame = Frame.of(scale, 300, height);
            LogScale axis = new LogScale(Math.pow(10, from), Math.pow(10, from + decades), height);
            frame.axes.left(axis, note -> note);
            String what = "seed " + SEED + " case " + i + ": " + axis.low() + " to " + axis.high() + " on " + height + " px at " + scale;
            checkLabels(what, frame, frame.axes.leftTicks(), false);
            for (Tick tick : frame.axes.leftTicks().ticks()) {
                double value = axis.value(tick.atPx());
                assertThat(parse(tick.label(), frame.axes.leftTicks().note())).as(what + " at " + tick)
                    .isCloseTo(value, Offset.offset(Math.abs(value) * 1e-9));
            }
        }
    }

    @Test
    void shouldPlaceThreeToTwelveDistinctLabelsWhenXIsTime() {
        Random random = new Random(SEED + 3);
        for (int i = 0; i < CASES; i++) {
            double scale = scale(random);
            double span = Math.pow(10, random.nextDouble() * Math.log10(100 * YEAR_NS));
            long origin = (long) (random.nextDouble() * 130 * YEAR_NS);
            XRange range = new XRange(origin, random.nextBoolean() ? 0 : span * random.nextDouble(), 0 + span * 2);
            range = new XRange(origin, range.from(), range.from() + span);
            int width = (int) ((LEAST_TIME_PX + random.nextInt(2000)) * scale);
            Frame frame = Frame.of(scale, width, 300);
            frame.axes.time(range, "");
            String what = "seed " + SEED + " case " + i + ": " + new Moment(origin, 0).time() + " and " + range + " on " + width
                + " px at " + scale;
            checkLabels(what, frame, frame.axes.xTicks(), true);
            checkCalendar(what, range, width, frame.axes.xTicks());
        }
    }

    @Test
    void shouldNeverOverlapWhenThereIsHardlyAnyRoom() {
        Random random = new Random(SEED + 4);
        for (int i = 0; i < CASES; i++) {
            int width = 24 + random.nextInt(LEAST_TIME_PX);
            Frame frame = Frame.of(1, width, 300);
            double span = Math.pow(10, random.nextDouble() * Math.log10(100 * YEAR_NS));
            frame.axes.time(new XRange((long) (random.nextDouble() * 130 * YEAR_NS), 0, span), "a name");
            checkDistances("seed " + SEED + " case " + i, frame, frame.axes.xTicks(), true);
            double[] ends = ends(random);
            frame.axes.numbers(new LinearScale(ends[0], ends[1], width), "a name", "unit");
            checkDistances("seed " + SEED + " case " + i, frame, frame.axes.xTicks(), true);
        }
    }

    private static double scale(Random random) {
        return new double[] {1, 1.25, 1.5, 2, 3}[random.nextInt(5)];
    }

    /** Ends of all sizes: around zero, from zero, and far from zero compared with their distance. */
    private static double[] ends(Random random) {
        double size = Math.pow(10, -290 + 590 * random.nextDouble());
        if (random.nextInt(3) > 0) {
            size = Math.pow(10, -12 + 24 * random.nextDouble());
        }
        double middle = size * (random.nextDouble() * 2 - 1);
        double relative = Math.pow(10, -10 * random.nextDouble());
        double half = random.nextBoolean() ? size : Math.max(size * relative, Math.abs(middle) * 1e-11);
        return random.nextInt(4) == 0 ? new double[] {0, size} : new double[] {middle - half, middle + half};
    }

    /** A card with the margins of a picture. */
    private record Frame(AxesFrame axes, Box card, Box plot, Kit kit) {
        static Frame of(double scale, int width, int height) {
            Kit kit = new Kit(Theme.LIGHT.tokens(), scale);
            Box plot = new Box(kit.px(48), kit.px(34), width, height);
            Box card = new Box(0, 0, plot.right() + kit.px(24), plot.bottom() + kit.px(AxesFrame.BOTTOM));
            AxesFrame axes = new AxesFrame(kit);
            axes.place(card, plot);
            return new Frame(axes, card, plot, kit);
        }
    }

    private static void checkLabels(String what, Frame frame, Ticks ticks, boolean horizontal) {
        assertThat(ticks.labels()).as(what + " has " + ticks).isBetween(AxisRoom.FEWEST_LABELS, AxisRoom.MOST_LABELS);
        Set<String> labels = new HashSet<>();
        for (Tick tick : ticks.ticks()) {
            assertThat(tick.label().isEmpty() || labels.add(tick.label())).as(what + ": '" + tick.label() + "' twice in " + ticks).isTrue();
        }
        checkDistances(what, frame, ticks, horizontal);
    }

    private static void checkDistances(String what, Frame frame, Ticks ticks, boolean horizontal) {
        double free = Double.NEGATIVE_INFINITY;
        double lineHeight = frame.kit.typesetter().capHeight(TextStyle.TICK) * 1.2;
        for (Tick tick : ticks.ticks()) {
            if (tick.labelled()) {
                double extent = horizontal ? frame.kit.typesetter().width(tick.label(), TextStyle.TICK) : lineHeight;
                double start = horizontal ? tick.startPx() : tick.startPx() + tick.extentPx() / 2 - lineHeight / 2;
                assertThat(start).as(what + ": " + tick + " overlaps in " + ticks).isGreaterThanOrEqualTo(free);
                free = start + extent + 1;
                int edge = frame.kit.px(CARD_EDGE);
                double least = horizontal ? frame.card.x() + edge - frame.plot.x() : frame.plot.bottom() - frame.card.bottom();
                double most = horizontal ? frame.card.right() - edge - frame.plot.x()
                    : frame.plot.bottom() - frame.card.y();
                assertThat(start).as(what + ": " + tick + " is cut").isGreaterThan(least);
                assertThat(start + extent).as(what + ": " + tick + " is cut").isLessThan(most);
                assertThat(!horizontal || frame.axes.isClearOfXName(frame.plot.x() + start, frame.plot.x() + start + extent))
                    .as(what + ": " + tick + " runs into the name").isTrue();
                assertThat(tick.atPx()).as(what + ": " + tick + " is not beside its line")
                    .isBetween(tick.startPx() - 1e-6, tick.startPx() + tick.extentPx() + 1e-6);
            }
        }
    }

    /** Every label says the value of its place; the distance of places is 1, 2 or 5 times a power of ten. */
    private static void checkSteps(String what, LinearScale axis, Ticks ticks) {
        double halfSpan = axis.high() / 2 - axis.low() / 2;
        BigDecimal before = null;
        Set<String> mantissas = new HashSet<>();
        for (Tick tick : ticks.ticks()) {
            if (tick.labelled()) {
                BigDecimal value = exact(tick.label(), ticks.note());
                assertThat(Math.abs(value.doubleValue() / 2 - axis.value(tick.atPx()) / 2)).as(what + ": " + tick + " in " + ticks)
                    .isLessThan(halfSpan * 1e-3);
                if (before != null) {
                    mantissas.add(value.subtract(before).stripTrailingZeros().unscaledValue().toString());
                }
                before = value;
            }
        }
        assertThat(mantissas).as(what + ": steps of " + ticks).hasSize(1).isSubsetOf("1", "2", "5");
    }

    private static double parse(String label, String note) {
        return exact(label, note).doubleValue();
    }

    private static BigDecimal exact(String label, String note) {
        BigDecimal value = decimal(label);
        for (String part : note.isEmpty() ? new String[0] : note.split(" ")) {
            if (part.startsWith("\u00d7")) {
                StringBuilder exponent = new StringBuilder();
                for (char digit : part.substring(3).toCharArray()) {
                    exponent.append(digit == '\u207b' ? "-" : "" + SUPERSCRIPTS.indexOf(digit));
                }
                value = value.scaleByPowerOfTen(Integer.parseInt(exponent.toString()));
            } else {
                value = value.add(decimal(part.startsWith("+") ? part.substring(1) : part));
            }
        }
        return value;
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text.replace("\u2009", "").replace('\u2212', '-'));
    }

    private static void checkCalendar(String what, XRange range, int width, Ticks ticks) {
        List<Double> at = new ArrayList<>();
        ticks.ticks().forEach(tick -> at.add(range.from() + tick.atPx() / width * range.span()));
        Set<Long> steps = new HashSet<>();
        double tolerance = 1e-6 * range.span();
        for (int i = 1; i < at.size(); i++) {
            double step = at.get(i) - at.get(i - 1);
            if (step > 27.5 * DAY_NS) {
                long day = Math.round((range.originNs() + at.get(i)) / DAY_NS);
                assertThat(LocalDate.ofEpochDay(day).getDayOfMonth()).as(what + ": months and years begin on the first").isEqualTo(1);
            } else {
                assertThat(calendar(step, tolerance)).as(what + ": a step of " + step + " ns in " + ticks).isTrue();
                steps.add(Math.round(step / Math.max(tolerance * 10, 1e-3)));
            }
        }
        assertThat(steps.size()).as(what + ": equal steps").isLessThanOrEqualTo(2);
    }

    private static boolean calendar(double step, double tolerance) {
        for (double unit : new double[] {1e9, 60e9, 3600e9}) {
            for (int times : new int[] {1, 2, 3, 5, 6, 10, 12, 15, 30}) {
                if (Math.abs(step - times * unit) <= tolerance) {
                    return true;
                }
            }
        }
        for (int days : new int[] {1, 2, 7, 14}) {
            if (Math.abs(step - (double) days * DAY_NS) <= tolerance) {
                return true;
            }
        }
        double power = Math.pow(10, Math.floor(Math.log10(step) + 1e-6));
        double mantissa = step / power;
        return step < 1e9 && (Math.abs(mantissa - 1) < 1e-3 || Math.abs(mantissa - 2) < 1e-3 || Math.abs(mantissa - 5) < 1e-3);
    }
}
