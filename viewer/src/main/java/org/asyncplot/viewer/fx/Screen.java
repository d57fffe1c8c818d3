// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.Optional;

/** Where pictures are shown. Called on the renderer's thread; must not block. */
interface Screen {
    /** Shows a picture; tells {@link Renderer#flipped(Picture, long)} when it is flipped and {@link Renderer#taken()} when the other buffer is free. */
    void show(Picture picture);

    /** What the crosshair reads, absent where it reads nothing. */
    void read(Optional<Readout> readout);

    /** What is known of the run and of the pictures; four times a second. */
    void tell(StatusReport report);
}
