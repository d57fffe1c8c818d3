// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.ArrayList;
import java.util.List;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.PanelSpec.Cell;

/** Places panels on a page: in the cells that they name, the others below each other under those. */
final class PageGrid {
    private static final int MOST_CELLS = 10_000;

    private PageGrid() {
    }

    /** One box a panel, with gaps between them; neighbours in a row or column share their edges to the pixel. */
    static List<Box> place(List<PanelSpec> panels, Box page, int gapPx) {
        int rows = 0;
        int columns = 1;
        for (PanelSpec panel : panels) {
            if (panel.at().isPresent()) {
                Cell cell = check(panel.at().get());
                rows = Math.max(rows, cell.row() + cell.rows());
                columns = Math.max(columns, cell.column() + cell.columns());
            }
        }
        int typical = typicalRows(panels);
        List<Cell> cells = new ArrayList<>();
        for (PanelSpec panel : panels) {
            if (panel.at().isPresent()) {
                cells.add(panel.at().get());
            } else {
                cells.add(new Cell(rows, 0, typical, columns));
                rows += typical;
            }
        }
        List<Box> boxes = new ArrayList<>();
        for (Cell cell : cells) {
            int left = edge(page.x(), page.width() + gapPx, cell.column(), columns);
            int right = edge(page.x(), page.width() + gapPx, cell.column() + cell.columns(), columns) - gapPx;
            int top = edge(page.y(), page.height() + gapPx, cell.row(), rows);
            int bottom = edge(page.y(), page.height() + gapPx, cell.row() + cell.rows(), rows) - gapPx;
            boxes.add(new Box(left, top, right - left, bottom - top));
        }
        return boxes;
    }

    private static int edge(int start, int length, int index, int count) {
        return start + (int) Math.round((double) length * index / count);
    }

    /** Panels without a place are as high as the smallest of those that have one. */
    private static int typicalRows(List<PanelSpec> panels) {
        return panels.stream().flatMap(panel -> panel.at().stream()).mapToInt(Cell::rows).min().orElse(1);
    }

    private static Cell check(Cell cell) {
        boolean inside = cell.row() >= 0 && cell.column() >= 0 && cell.rows() >= 1 && cell.columns() >= 1
            && cell.row() < MOST_CELLS && cell.column() < MOST_CELLS && cell.rows() < MOST_CELLS && cell.columns() < MOST_CELLS;
        if (!inside) {
            throw new IllegalArgumentException("at: [" + cell.row() + ", " + cell.column() + ", " + cell.rows() + ", " + cell.columns()
                + "] is no place; write row and column from 0, rows and columns from 1");
        }
        return cell;
    }
}
