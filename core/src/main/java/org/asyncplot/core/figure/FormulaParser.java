// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.figure;

import java.util.OptionalDouble;

/** Reads a formula by recursive descent: sums of products of signs of powers. */
final class FormulaParser {
    /** Deeper ones are a slip, and would end in a stack overflow. */
    private static final int DEPTH_MAX = 200;
    /** As many as an evaluation may have to look back for each stretch of samples. */
    private static final int SAMPLES_MAX = 1_000_000;
    /** Longer ones are no formula, and would end in a stack overflow. */
    private static final int OPERATORS_MAX = 200;

    private final String text;
    private int at;
    private int depth;
    private int operators;

    FormulaParser(String text) {
        this.text = text;
    }

    Formula parse() {
        Formula formula = sum();
        if (at < text.length()) {
            throw error("unexpected " + Excerpt.quote(text.substring(at, text.offsetByCodePoints(at, 1))) + "; an operator (+ - * / ^) or the end was due");
        }
        return formula;
    }

    private Formula sum() {
        Formula formula = product();
        while (next('+') || next('-')) {
            char operator = operator();
            formula = new Formula.Arithmetic(operator, formula, product());
        }
        return formula;
    }

    private Formula product() {
        Formula formula = sign();
        while (next('*') || next('/')) {
            char operator = operator();
            formula = new Formula.Arithmetic(operator, formula, sign());
        }
        return formula;
    }

    private Formula sign() {
        if (++depth > DEPTH_MAX) {
            throw error("more than " + DEPTH_MAX + " levels of parentheses and signs");
        }
        Formula formula;
        if (next('-')) {
            take();
            formula = new Formula.Arithmetic('*', new Formula.Constant(-1), sign());
        } else {
            formula = power();
        }
        depth--;
        return formula;
    }

    private Formula power() {
        Formula base = operand();
        if (next('^')) {
            char operator = take();
            return new Formula.Arithmetic(operator, base, sign());
        }
        return base;
    }

    private Formula operand() {
        skipBlanks();
        if (at == text.length()) {
            throw error("the formula ends where a signal, a number or a function was due");
        }
        char c = text.charAt(at);
        if (c == '`') {
            return reference();
        }
        if (c == '(') {
            take();
            Formula inner = sum();
            expect(')', "the parenthesis is not closed");
            return inner;
        }
        if (c >= '0' && c <= '9' || c == '.') {
            return new Formula.Constant(number());
        }
        if (Character.isLetter(c)) {
            return call();
        }
        throw error("unexpected " + Excerpt.quote(text.substring(at, text.offsetByCodePoints(at, 1))) + "; a signal in backticks, a number or a function was due");
    }

    private Formula reference() {
        int column = at + 1;
        int end = text.indexOf('`', at + 1);
        if (end < 0) {
            throw error("the backtick is not closed");
        }
        String name = text.substring(at + 1, end);
        if (name.isBlank()) {
            throw error("there is no name between the backticks");
        }
        at = end + 1;
        return new Formula.Reference(name, column);
    }

    private double number() {
        int from = at;
        while (at < text.length() && isPartOfNumber(from)) {
            at++;
        }
        String written = text.substring(from, at);
        OptionalDouble value = DecimalText.parse(written);
        if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
            at = from;
            throw error(Excerpt.quote(written) + " is no number");
        }
        return value.getAsDouble();
    }

    private boolean isPartOfNumber(int from) {
        char c = text.charAt(at);
        boolean sign = (c == '+' || c == '-') && at > from && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E');
        return c >= '0' && c <= '9' || c == '.' || c == 'e' || c == 'E' || sign;
    }

    private Formula call() {
        int from = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        String name = text.substring(from, at);
        if (!next('(')) {
            at = from;
            throw error(Excerpt.quote(name) + " is no function with parentheses; write signals in backticks: `" + name + "`");
        }
        if (!FormulaFunction.names().contains(name)) {
            at = from;
            throw error(NearestName.unknown("function", name, FormulaFunction.names()));
        }
        FormulaFunction function = FormulaFunction.values()[FormulaFunction.names().indexOf(name)];
        take();
        Formula argument = sum();
        int samples = function.isWindowed() ? samples(function) : 1;
        expect(')', function.isWindowed() ? "the parenthesis of " + name + " is not closed" : name + " takes one signal; the parenthesis is not closed");
        return new Formula.Call(function, argument, samples);
    }

    private int samples(FormulaFunction function) {
        expect(',', function.written() + " needs a number of samples, as in " + function.written() + "(`signal`, 100)");
        skipBlanks();
        int from = at;
        double samples = at < text.length() && Character.isDigit(text.charAt(at)) ? number() : 0;
        if (samples < 1 || samples > SAMPLES_MAX || samples != Math.rint(samples)) {
            at = from;
            throw error(function.written() + " needs a whole number of samples from 1 to " + SAMPLES_MAX);
        }
        return (int) samples;
    }

    private void expect(char c, String otherwise) {
        if (!next(c)) {
            throw error(otherwise);
        }
        take();
    }

    private boolean next(char c) {
        skipBlanks();
        return at < text.length() && text.charAt(at) == c;
    }

    private char operator() {
        if (++operators > OPERATORS_MAX) {
            throw error("more than " + OPERATORS_MAX + " operators; divide it among several signals");
        }
        return take();
    }

    private char take() {
        return text.charAt(at++);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private FormulaException error(String problem) {
        return new FormulaException(at + 1, problem);
    }
}
