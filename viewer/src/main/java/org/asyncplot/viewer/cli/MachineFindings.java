// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asyncplot.core.queue.JvmAccess;
import org.asyncplot.core.queue.RunException;
import org.asyncplot.writer.ViewerCommand;

/** What the JVM and the screen are good for. */
final class MachineFindings {
    private static final int TESTED_FROM = 17;
    private static final int TESTED_TO = 25;

    private MachineFindings() {
    }

    static Finding java(int feature, String text) {
        return feature >= TESTED_FROM && feature <= TESTED_TO ? Finding.ok("Java", text)
                : Finding.warn("Java", text, "asyncplot is tested on Java " + TESTED_FROM + " and " + TESTED_TO);
    }

    static Finding jvmAccess() {
        try {
            JvmAccess.open();
            return Finding.ok("JVM access", "java.base opens");
        } catch (RunException refused) {
            return Finding.lack("JVM access", "java.base stays closed", "plotting is off; start Java with " + JvmAccess.FLAGS);
        }
    }

    static Finding display(String osName, Map<String, String> environment) {
        String system = osName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows") || system.startsWith("mac")) {
            return Finding.ok("display", osName);
        }
        String x = environment.getOrDefault("DISPLAY", "");
        String wayland = environment.getOrDefault("WAYLAND_DISPLAY", "");
        if (!x.isBlank()) {
            return Finding.ok("display", "DISPLAY is " + x);
        }
        return wayland.isBlank()
                ? Finding.warn("display", "none", "no windows; snapshot and info work, and so does a window elsewhere on a copy of the run")
                : Finding.warn("display", "WAYLAND_DISPLAY is " + wayland + ", DISPLAY is not set", "windows need Xwayland; start it or set DISPLAY");
    }

    /** What {@code Plot.show()} starts, in programs with the viewer on their class path and in those without. */
    static List<Finding> show() {
        List<Finding> findings = new ArrayList<>();
        try {
            ViewerCommand command = ViewerCommand.inForce();
            findings.add(Finding.ok("show()", command.line() + " (" + command.place() + ")"));
        } catch (RunException | IllegalArgumentException unusable) {
            findings.add(Finding.lack("show()", "cannot start a viewer", unusable.getMessage()));
        }
        String subject = "show() elsewhere";
        String cost = "programs that have only the writer on their class path open no window; copy asyncplot.jar to ~/.local/share/asyncplot "
                + "or let ASYNCPLOT_JAR name it";
        try {
            findings.add(ViewerCommand.withoutClassPath().map(found -> Finding.ok(subject, found)).orElse(Finding.warn(subject, "no viewer", cost)));
        } catch (RunException missing) {
            findings.add(Finding.warn(subject, missing.getMessage(), cost));
        }
        return findings;
    }

    static Finding fonts() {
        try {
            HeadStart.draw();
            return Finding.ok("fonts", "asyncplot's own, text is drawn");
        } catch (RuntimeException | LinkageError | InternalError missing) {
            return Finding.lack("fonts", "no text can be drawn (" + Failure.reason(missing) + ")",
                    "no pictures; this Java lacks libfreetype or libfontconfig: install them, or a Java that is not headless-only");
        }
    }
}
