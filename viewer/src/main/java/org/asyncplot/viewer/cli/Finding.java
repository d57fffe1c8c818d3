// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

/**
 * What a look at the machine found.
 *
 * @param subject what was looked at, a few words
 * @param grade   how good it is
 * @param value   what was found, one line
 * @param cost    what a lack costs and what to do, one line; empty where all is well
 */
record Finding(String subject, Grade grade, String value, String cost) {
    /** How good something is. */
    enum Grade {
        /** As it should be. */
        OK,
        /** It works, but at a price. */
        WARN,
        /** It does not work. */
        LACK
    }

    static Finding ok(String subject, String value) {
        return new Finding(subject, Grade.OK, value, "");
    }

    static Finding warn(String subject, String value, String cost) {
        return new Finding(subject, Grade.WARN, value, cost);
    }

    static Finding lack(String subject, String value, String cost) {
        return new Finding(subject, Grade.LACK, value, cost);
    }
}
