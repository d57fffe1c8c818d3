// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** 256 colours from low to high. Immutable. */
final class ColorMap {
    static final String DEFAULT = "viridis";

    private static final String DIVERGING = "diverging";
    private static final int COLOURS = 256;
    private static final int HEX_DIGITS = 6;
    private static final Map<String, ColorMap> MAPS = load();

    private final int[] rgb;

    private ColorMap(String hex) {
        rgb = new int[COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            rgb[i] = 0xFF000000 | Integer.parseInt(hex.substring(i * HEX_DIGITS, (i + 1) * HEX_DIGITS), 16);
        }
    }

    /**
     * The map of a name.
     *
     * @param panel how errors call the panel
     * @param name  its name, empty for the default
     */
    static ColorMap of(String panel, String name) {
        ColorMap map = MAPS.get(name.isEmpty() ? DEFAULT : name);
        if (map == null) {
            throw new IllegalArgumentException(panel + ": colour map '" + name + "' is unknown; there are "
                + String.join(", ", MAPS.keySet()));
        }
        return map;
    }

    /** Whether its middle means something. */
    boolean isDiverging() {
        return this == MAPS.get(DIVERGING);
    }

    int rgb(int index) {
        return rgb[index];
    }

    private static Map<String, ColorMap> load() {
        try (InputStream in = ColorMap.class.getResourceAsStream("colormaps.txt")) {
            if (in == null) {
                throw new IllegalStateException("the bundled colour maps are missing");
            }
            Map<String, ColorMap> maps = new LinkedHashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    int space = line.indexOf(' ');
                    maps.put(line.substring(0, space), new ColorMap(line.substring(space + 1)));
                }
            }
            return maps;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the bundled colour maps", unreadable);
        }
    }
}
