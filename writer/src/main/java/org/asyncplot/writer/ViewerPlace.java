// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import java.util.Locale;

/** Where {@code Plot.show()} opens its viewer. */
public enum ViewerPlace {
    /** In a process of its own, which Ctrl-C in the computation's terminal does not reach and which stays when the computation has ended. */
    PROCESS,
    /** In the computation's own process, on threads of its own; ends with it. */
    IN_PROCESS,
    /** Nowhere: for batch jobs of a program that shows itself otherwise. */
    NOWHERE;

    /** As options write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ViewerPlace of(PlotOption.Setting setting) {
        for (ViewerPlace place : values()) {
            if (place.text().equalsIgnoreCase(setting.value())) {
                return place;
            }
        }
        throw new IllegalArgumentException(setting.place() + " is '" + setting.value() + "'; it can be process, in-process or nowhere");
    }
}
