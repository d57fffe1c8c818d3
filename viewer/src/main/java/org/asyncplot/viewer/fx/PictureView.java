// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

/**
 * Shows pictures straight from the memory in which they are drawn. Leaves out what the bar covers: the toolkit would draw all of the bar's
 * texts anew with every picture. The toolkit's thread.
 */
final class PictureView extends Pane {
    private static final int BUFFERS = 2;

    private final ImageView view = new ImageView();
    private final int[][] arrays = new int[BUFFERS][];
    private final WritableImage[] images = new WritableImage[BUFFERS];
    private final PixelBuffer<?>[] buffers = new PixelBuffer<?>[BUFFERS];
    private int oldest;
    private double shownScale;

    PictureView() {
        view.setSmooth(false);
        view.setMouseTransparent(true);
        getChildren().add(view);
    }

    void flip(Picture picture) {
        int slot = slot(picture);
        buffers[slot].updateBuffer(changed -> null);
        view.setImage(images[slot]);
        double scale = picture.request().scale();
        int hiddenPx = Math.min(picture.heightPx() - 1, (int) (TopBar.HEIGHT * scale));
        Rectangle2D part = new Rectangle2D(0, hiddenPx, picture.widthPx(), picture.heightPx() - hiddenPx);
        if (!part.equals(view.getViewport()) || shownScale != scale) {
            shownScale = scale;
            view.setViewport(part);
            view.setY(hiddenPx / scale);
            view.setFitWidth(part.getWidth() / scale);
            view.setFitHeight(part.getHeight() / scale);
        }
    }

    private int slot(Picture picture) {
        for (int i = 0; i < BUFFERS; i++) {
            if (arrays[i] == picture.argb() && images[i].getWidth() == picture.widthPx() && images[i].getHeight() == picture.heightPx()) {
                return i;
            }
        }
        int slot = oldest;
        oldest = 1 - oldest;
        arrays[slot] = picture.argb();
        PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(picture.widthPx(), picture.heightPx(), IntBuffer.wrap(picture.argb()),
            PixelFormat.getIntArgbPreInstance());
        buffers[slot] = buffer;
        images[slot] = new WritableImage(buffer);
        return slot;
    }
}
