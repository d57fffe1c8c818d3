// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.ArrayList;
import java.util.List;
import org.asyncplot.core.figure.PanelSpec;
import org.asyncplot.core.figure.PanelSpec.Cell;

/** Places panels on a page: in the cells that they name, the others below each other under those. */
final class PageGrid {
    private PageGrid() {
    }

    /** One box a panel, with gaps between them; neighbours in a row or column share their edges to the pixel. */
    static List<Box> place(List<PanelSpec> panels, Box page, int gapPx) {
        int rows = 0;
        int columns = 1;
        for (PanelSpec panel : panels) {
            if (panel.at().isPresent()) {
                Cell cell = panel.at().get();
                rows = Math.max(rows, cell.row() + cell.rows());
                columns = Math.max(columns, cell.column() + cell.columns());
            }
        }
        int typical = typicalRows(panels);
        int placeless = (int) panels.stream().filter(panel -> panel.at().isEmpty()).count();
        int allRows = rows + placeless * typical;
        List<Box> boxes = new ArrayList<>();
        for (PanelSpec panel : panels) {
            int row = panel.at().map(Cell::row).orElse(rows);
            int column = panel.at().map(Cell::column).orElse(0);
            int left = edge(page.x(), page.width() + gapPx, column, columns);
            int right = edge(page.x(), page.width() + gapPx, column + panel.at().map(Cell::columns).orElse(columns), columns) - gapPx;
            int top = edge(page.y(), page.height() + gapPx, row, allRows);
            int bottom = edge(page.y(), page.height() + gapPx, row + panel.at().map(Cell::rows).orElse(typical), allRows) - gapPx;
            boxes.add(new Box(left, top, right - left, bottom - top));
            rows += panel.at().isPresent() ? 0 : typical;
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
}
