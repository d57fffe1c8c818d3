// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.asyncplot.viewer.source.RunStatus;

/**
 * The state of a run in words.
 *
 * @param text what the pill says
 * @param mood what colour its dot has
 * @param more a line for what the pill has no room for; possibly empty
 */
record StateText(String text, Mood mood, String more) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** How good that is. */
    enum Mood {
        /** All is well. */
        GOOD,
        /** Nothing more will come, as it should be. */
        ENDED,
        /** Look at it. */
        WARNING,
        /** Something broke. */
        BAD
    }

    static StateText of(RunStatus status, Instant now, ZoneId zone) {
        String since = CLOCK.format(status.since().atZone(zone));
        return switch (status.phase()) {
            case RUNNING -> new StateText("running \u00b7 " + duration(Duration.between(status.startedAt(), now)) + " \u00b7 pid " + status.pid(),
                Mood.GOOD, "");
            case STALLED -> new StateText("stalled since " + since + " \u00b7 pid " + status.pid(), Mood.WARNING, "");
            case FINISHED -> new StateText("finished " + since + (status.detail().isEmpty() || status.detail().equals("closed") ? ""
                : " \u00b7 " + status.detail()), Mood.ENDED, "");
            case DIED -> new StateText("died at " + since + " \u00b7 pid " + status.pid(), Mood.BAD, "");
            case DAMAGED -> new StateText("damaged", Mood.BAD, status.detail());
            case DELETED -> new StateText("deleted", Mood.BAD, status.detail());
        };
    }

    private static String duration(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
