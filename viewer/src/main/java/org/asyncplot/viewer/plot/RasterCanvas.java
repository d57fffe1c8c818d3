// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.Arrays;

/** A canvas of pixels that belong to the caller. */
final class RasterCanvas implements Canvas {
    /** Columns painted together row by row, so that a cache line is not fetched once for each of them. */
    private static final int TILE = 16;

    private final Typesetter typesetter;
    private final StrokeRaster stroke = new StrokeRaster();
    private final int[] tileTop = new int[TILE];
    private final int[] tileBottom = new int[TILE];
    private int[] argb;
    private int stride;
    private Box whole;
    private Box clip;

    RasterCanvas(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    void wrap(int[] pixels, int width, int height) {
        if (width < 1 || height < 1 || pixels.length < (long) width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels do not hold a picture of " + width + " x " + height);
        }
        argb = pixels;
        stride = width;
        whole = new Box(0, 0, width, height);
        clip = whole;
    }

    @Override
    public void clip(Box box) {
        clip = whole.intersect(box);
    }

    @Override
    public Box clip() {
        return clip;
    }

    @Override
    public void fill(Box box, int rgb) {
        Box visible = clip.intersect(box);
        if (visible.width() <= 0) {
            return;
        }
        for (int row = visible.y(); row < visible.bottom(); row++) {
            int start = row * stride + visible.x();
            Arrays.fill(argb, start, start + visible.width(), rgb);
        }
    }

    @Override
    public void card(Box box, double radius, double border, int fillRgb, int borderRgb) {
        int corner = (int) Math.ceil(radius);
        int edge = (int) Math.max(1, Math.round(border));
        fill(box.inset(corner, 0, corner, 0), borderRgb);
        fill(box.inset(0, corner, 0, corner), borderRgb);
        fill(box.inset(corner, edge, corner, edge), fillRgb);
        fill(box.inset(edge, corner, edge, corner), fillRgb);
        for (int row = 0; row < corner; row++) {
            for (int column = 0; column < corner; column++) {
                double distance = Math.hypot(radius - column - 0.5, radius - row - 0.5);
                double outer = radius - distance + 0.5;
                double inner = outer - edge;
                for (int i = 0; i < 4; i++) {
                    int x = (i & 1) == 0 ? box.x() + column : box.right() - 1 - column;
                    int y = (i & 2) == 0 ? box.y() + row : box.bottom() - 1 - row;
                    blendClipped(x, y, borderRgb, outer);
                    blendClipped(x, y, fillRgb, inner);
                }
            }
        }
    }

    @Override
    public void text(String text, TextStyle style, double x, double baseline, int rgb) {
        blit(typesetter.mask(text, style, false), (int) Math.round(x), (int) Math.round(baseline), rgb);
    }

    @Override
    public void textUpwards(String text, TextStyle style, double baseline, double y, int rgb) {
        blit(typesetter.mask(text, style, true), (int) Math.round(baseline), (int) Math.round(y), rgb);
    }

    @Override
    public void line(double[] x, double[] y, int count, double width, int rgb) {
        stroke.start(clip);
        for (int i = 0; i < count; i++) {
            boolean joined = i + 1 < count && !Double.isNaN(y[i + 1]);
            if (Double.isNaN(y[i])) {
                continue;
            }
            if (joined) {
                stroke.segment(x[i], y[i], x[i + 1], y[i + 1], width / 2);
            } else if (i == 0 || Double.isNaN(y[i - 1])) {
                stroke.dot(x[i], y[i], width);
            }
        }
        stroke.paint(argb, stride, rgb);
    }

    @Override
    public void dots(double[] x, double[] y, int count, double radius, int rgb) {
        stroke.start(clip);
        for (int i = 0; i < count; i++) {
            if (!Double.isNaN(y[i])) {
                stroke.dot(x[i], y[i], radius);
            }
        }
        stroke.paint(argb, stride, rgb);
    }

    @Override
    public void spans(int x, double[] top, double[] bottom, int count, int rgb, double alpha) {
        int first = Math.max(0, clip.x() - x);
        int end = Math.min(count, clip.right() - x);
        for (int tile = first; tile < end; tile += TILE) {
            tile(x, top, bottom, tile, Math.min(TILE, end - tile), rgb, alpha);
        }
    }

    /** Ends of the columns are blended by the part of the pixel they cover; what lies between is stored row by row. */
    private void tile(int x, double[] top, double[] bottom, int from, int columns, int rgb, double alpha) {
        int highest = clip.bottom();
        int lowest = clip.y();
        for (int i = 0; i < columns; i++) {
            tileTop[i] = Integer.MAX_VALUE;
            tileBottom[i] = Integer.MIN_VALUE;
            double start = Math.max(top[from + i], clip.y());
            double stop = Math.min(bottom[from + i], clip.bottom());
            if (!(start < stop)) {
                continue;
            }
            int startRow = (int) start;
            int stopRow = (int) stop;
            if (startRow == stopRow) {
                blend(startRow * stride + x + from + i, rgb, (stop - start) * alpha);
                continue;
            }
            if (start > startRow) {
                blend(startRow * stride + x + from + i, rgb, (startRow + 1 - start) * alpha);
                startRow++;
            }
            if (stop > stopRow) {
                blend(stopRow * stride + x + from + i, rgb, (stop - stopRow) * alpha);
            }
            tileTop[i] = startRow;
            tileBottom[i] = stopRow;
            highest = Math.min(highest, startRow);
            lowest = Math.max(lowest, stopRow);
        }
        for (int row = highest; row < lowest; row++) {
            int at = row * stride + x + from;
            for (int i = 0; i < columns; i++) {
                if (row >= tileTop[i] && row < tileBottom[i]) {
                    if (alpha >= 1) {
                        argb[at + i] = rgb;
                    } else {
                        blend(at + i, rgb, alpha);
                    }
                }
            }
        }
    }

    @Override
    public void pixels(int x, int y, int[] from, int count) {
        if (y < clip.y() || y >= clip.bottom()) {
            return;
        }
        int first = Math.max(0, clip.x() - x);
        int end = Math.min(count, clip.right() - x);
        for (int i = first; i < end; i++) {
            if (from[i] != 0) {
                argb[y * stride + x + i] = from[i];
            }
        }
    }

    private void blit(TextMask mask, int originX, int originY, int rgb) {
        int left = originX + mask.left();
        int top = originY + mask.top();
        Box visible = clip.intersect(new Box(left, top, mask.width(), mask.height()));
        for (int row = visible.y(); row < visible.bottom(); row++) {
            int from = (row - top) * mask.width() - left;
            for (int column = visible.x(); column < visible.right(); column++) {
                int coverage = mask.coverage()[from + column] & 0xFF;
                if (coverage != 0) {
                    argb[row * stride + column] = Rgb.mix(argb[row * stride + column], rgb, coverage);
                }
            }
        }
    }

    private void blendClipped(int x, int y, int rgb, double coverage) {
        if (coverage > 0 && x >= clip.x() && x < clip.right() && y >= clip.y() && y < clip.bottom()) {
            blend(y * stride + x, rgb, Math.min(1, coverage));
        }
    }

    private void blend(int at, int rgb, double coverage) {
        argb[at] = Rgb.mix(argb[at], rgb, (int) (coverage * 255 + 0.5));
    }
}
