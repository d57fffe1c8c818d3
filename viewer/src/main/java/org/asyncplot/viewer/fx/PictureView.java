// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

/** Shows pictures straight from the memory in which they are drawn. The toolkit's thread. */
final class PictureView extends Pane {
    private static final int BUFFERS = 2;

    private final ImageView view = new ImageView();
    private final int[][] arrays = new int[BUFFERS][];
    private final WritableImage[] images = new WritableImage[BUFFERS];
    private final PixelBuffer<?>[] buffers = new PixelBuffer<?>[BUFFERS];
    private int oldest;

    PictureView() {
        view.setSmooth(false);
        view.setMouseTransparent(true);
        getChildren().add(view);
    }

    void flip(Picture picture) {
        int slot = slot(picture);
        buffers[slot].updateBuffer(changed -> null);
        view.setImage(images[slot]);
        view.setFitWidth(picture.widthPx() / picture.request().scale());
        view.setFitHeight(picture.heightPx() / picture.request().scale());
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
