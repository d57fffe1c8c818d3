// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.asyncplot.writer.Plot;
import org.asyncplot.writer.PlotContext;
import org.asyncplot.writer.Signal;

/** A computation that shows itself, and then does what it is told. */
final class ShownProgram {
    private ShownProgram() {
    }

    /**
     * Shows plots named shown; adds samples until it is to go on.
     *
     * @param arguments the runs directory, what to do, a file that appears when it is to go on
     */
    public static void main(String[] arguments) throws Exception {
        Path goOn = Path.of(arguments[2]);
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < (arguments[1].equals("two") ? 2 : 1); i++) {
            plots.add(Plot.open(new PlotContext().name("shown").runsDirectory(Path.of(arguments[0]))));
        }
        plots.forEach(Plot::show);
        switch (arguments[1]) {
            case "reopen" -> {
                awaitWindows(1);
                closeWindows();
                awaitWindows(0);
                System.out.println("window closed in " + Thread.currentThread().getName());
                plots.get(0).show();
                awaitWindows(1);
                System.out.println("window opened again");
            }
            case "two" -> {
                awaitWindows(2);
                System.out.println("two windows");
            }
            default -> System.out.println("shown");
        }
        List<Signal> signals = plots.stream().map(plot -> plot.signal("level", "V")).toList();
        for (long i = 0; Files.notExists(goOn); i++) {
            double x = i * 0.01;
            signals.forEach(signal -> signal.add(x, Math.sin(x)));
            Thread.sleep(1);
        }
        if (!arguments[1].equals("unclosed")) {
            plots.forEach(Plot::close);
        }
        System.out.println("main ends");
    }

    private static void awaitWindows(int count) throws Exception {
        while (windows().size() != count) {
            Thread.sleep(10);
        }
    }

    private static List<Window> windows() throws Exception {
        FutureTask<List<Window>> look = new FutureTask<>(() -> List.copyOf(Window.getWindows()));
        try {
            Platform.runLater(look);
        } catch (IllegalStateException notStarted) {
            return List.of();
        }
        return look.get();
    }

    private static void closeWindows() {
        Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(window ->
                window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST))));
    }
}
