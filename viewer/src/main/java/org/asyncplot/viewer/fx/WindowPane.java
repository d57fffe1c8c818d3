// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.util.Optional;
import javafx.scene.layout.Pane;

/** The picture over the whole window but its foot, the bar where the picture has its header, and what lies over both. */
final class WindowPane extends Pane {
    private final PictureView picture;
    private final TopBar bar;
    private final OverlayView overlay;
    private final Optional<PlayBar> foot;

    WindowPane(PictureView picture, TopBar bar, OverlayView overlay, Optional<PlayBar> foot) {
        super(picture, bar, overlay);
        this.foot = foot;
        foot.ifPresent(getChildren()::add);
        this.picture = picture;
        this.bar = bar;
        this.overlay = overlay;
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, getWidth(), pictureHeight());
        bar.resizeRelocate(0, 0, getWidth(), TopBar.HEIGHT);
        overlay.resizeRelocate(0, 0, getWidth(), pictureHeight());
        foot.ifPresent(played -> played.resizeRelocate(0, pictureHeight(), getWidth(), PlayBar.HEIGHT));
    }

    /** What the foot leaves of the window. */
    double pictureHeight() {
        return Math.max(0, getHeight() - (foot.isPresent() ? PlayBar.HEIGHT : 0));
    }
}
