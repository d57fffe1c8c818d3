// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.List;

/** The two looks of a picture. */
public enum Theme {
    /** Dark ink on white cards. */
    LIGHT(new Tokens(0xFFF3F5F7, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFE2E7EC, 0xFFEDEEEE, 0xFF1C232B, 0xFF66717F, 0xFF9AA4B0, 0xFF1F6FD1, 0xFFE9F1FB,
        0xFF2B8A5B, 0xFFC96A08, 0xFFCF3F36,
        List.of(0xFF1F6FD1, 0xFFD9730D, 0xFF2B8A5B, 0xFFCF3F36, 0xFF7754C8, 0xFF15828C, 0xFFB5478A, 0xFF857D14))),
    /** Light ink on near-black cards. */
    DARK(new Tokens(0xFF0E1115, 0xFF141920, 0xFF12161C, 0xFF222A34, 0xFF1F2328, 0xFFDBE1E8, 0xFF8793A2, 0xFF5B6674, 0xFF4C9BE8, 0xFF1B2430,
        0xFF53B98B, 0xFFF2A154, 0xFFE8695F,
        List.of(0xFF4C9BE8, 0xFFF2A154, 0xFF53B98B, 0xFFE8695F, 0xFFA58BE0, 0xFF3FB7C0, 0xFFE084B5, 0xFFB8B14F)));

    private final Tokens tokens;

    Theme(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Its colours.
     *
     * @return the colours
     */
    public Tokens tokens() {
        return tokens;
    }
}
