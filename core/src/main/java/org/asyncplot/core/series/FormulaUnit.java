// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.series;

import java.util.function.UnaryOperator;
import org.asyncplot.core.figure.Formula;

/** The unit of what a formula makes, where it can be known; else it is empty, never a guess. */
final class FormulaUnit {
    private static final String NUMBER = "1";
    private static final String UNKNOWN = "";

    private final UnaryOperator<String> units;
    private final String xUnit;

    /** Units of signals by their names, and that of x; empty where they are not known. */
    FormulaUnit(UnaryOperator<String> units, String xUnit) {
        this.units = units;
        this.xUnit = xUnit;
    }

    String of(Formula formula) {
        if (formula instanceof Formula.Reference reference) {
            return units.apply(reference.name());
        }
        if (formula instanceof Formula.Call call) {
            return switch (call.function()) {
                case DERIVATIVE -> per(of(call.argument()), xUnit);
                case INTEGRAL -> times(of(call.argument()), xUnit);
                case DIFFERENCE, MEAN, RMS, MIN, MAX, ABS -> of(call.argument());
                case EXP, LOG, LOG10, SIN, COS -> NUMBER;
                case SQRT -> UNKNOWN;
            };
        }
        return formula instanceof Formula.Arithmetic both ? of(both) : UNKNOWN;
    }

    /** A number beside + and - has the unit of the signal; one that a signal is multiplied by may have any. */
    private String of(Formula.Arithmetic both) {
        boolean leftNumber = both.left().references().isEmpty();
        boolean rightNumber = both.right().references().isEmpty();
        String left = of(both.left());
        String right = of(both.right());
        return switch (both.operator()) {
            case '+', '-' -> leftNumber ? right : rightNumber || left.equals(right) ? left : UNKNOWN;
            case '*' -> leftNumber || rightNumber ? both.left().equals(new Formula.Constant(-1)) ? right : UNKNOWN : times(left, right);
            case '/' -> leftNumber || rightNumber ? UNKNOWN : per(left, right);
            default -> UNKNOWN;
        };
    }

    private static String times(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return UNKNOWN;
        }
        if (left.equals(NUMBER) || right.equals(NUMBER)) {
            return left.equals(NUMBER) ? right : left;
        }
        String over = "/" + inside(right);
        return left.endsWith(over) ? left.substring(0, left.length() - over.length())
            : left.endsWith(over + "\u00b2") ? left.substring(0, left.length() - 1) : outside(left) + "\u00b7" + outside(right);
    }

    private static String per(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return UNKNOWN;
        }
        if (left.equals(right) || right.equals(NUMBER)) {
            return left.equals(right) ? NUMBER : left;
        }
        String times = "\u00b7" + outside(right);
        String over = "/" + inside(right);
        return left.endsWith(times) ? left.substring(0, left.length() - times.length())
            : left.endsWith(over) ? left + "\u00b2" : outside(left) + over;
    }

    private static String inside(String unit) {
        return unit.matches(".*[/\u00b7 *].*") ? "(" + unit + ")" : unit;
    }

    private static String outside(String unit) {
        return unit.contains("/") ? "(" + unit + ")" : unit;
    }
}
