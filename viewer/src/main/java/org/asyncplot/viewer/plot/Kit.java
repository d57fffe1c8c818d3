// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

/** What all panels of a picture draw with. One thread. */
final class Kit {
    private final Typesetter typesetter;
    private final Tokens tokens;
    private final double scale;
    private final CurvePainter curves;

    Kit(Tokens tokens, double scale) {
        this.tokens = tokens;
        this.scale = scale;
        typesetter = new Typesetter(scale);
        curves = new CurvePainter(scale);
    }

    Typesetter typesetter() {
        return typesetter;
    }

    Tokens tokens() {
        return tokens;
    }

    double scale() {
        return scale;
    }

    CurvePainter curves() {
        return curves;
    }

    Legend legend() {
        return new Legend(typesetter, tokens, scale);
    }

    /** Whole device pixels of a logical length, at least 1. */
    int px(double logical) {
        return (int) Math.max(1, Math.round(logical * scale));
    }
}
