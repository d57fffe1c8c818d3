// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asyncplot.core.plotter.Plotter;
import org.asyncplot.core.plotter.ViewerLauncher;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.viewer.fx.ViewerWindow;
import org.asyncplot.viewer.fx.WindowOptions;
import org.asyncplot.viewer.plot.Theme;
import org.asyncplot.viewer.source.Alignment;
import org.asyncplot.viewer.source.LiveSource;
import org.asyncplot.viewer.source.Playback;

/** A window inside the program that is watched. Found by {@link java.util.ServiceLoader}. */
public final class HostWindow implements ViewerLauncher {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    /** As the loader wants it. */
    public HostWindow() {
        // Everything belongs to one window, so there is nothing to keep.
    }

    @Override
    public void show(Path run, Optional<Plotter> plotter, Map<String, String> options) {
        if (plotter.isPresent()) {
            throw new RunException(RunException.Kind.REFUSED, "a window in this process shows all channels, and no " + plotter.get().getClass().getName()
                + "; open the viewer in a process of its own for that");
        }
        Playback playback = Playback.live(System::nanoTime);
        WindowOptions window = new WindowOptions(WIDTH, HEIGHT, Theme.DARK, Optional.empty(), Optional.empty(), true, false, Path.of(""),
                Alignment.BY_X, Optional.of(playback));
        Attendance attendance = Attendance.at(List.of(run), unheard -> { });
        try (LiveSource source = LiveSource.follow(run, channel -> true, false, playback);
                ViewerWindow open = ViewerWindow.openInProgram(window, List.of(source))) {
            open.awaitClosed();
        } finally {
            attendance.close();
        }
    }
}
