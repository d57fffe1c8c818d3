// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import javafx.scene.layout.Pane;

/** The picture over the whole window, the bar where the picture has its header, and what lies over both. */
final class WindowPane extends Pane {
    private final PictureView picture;
    private final TopBar bar;
    private final OverlayView overlay;

    WindowPane(PictureView picture, TopBar bar, OverlayView overlay) {
        super(picture, bar, overlay);
        this.picture = picture;
        this.bar = bar;
        this.overlay = overlay;
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, getWidth(), getHeight());
        bar.resizeRelocate(0, 0, getWidth(), TopBar.HEIGHT);
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
