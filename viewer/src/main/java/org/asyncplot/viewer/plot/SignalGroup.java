// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.plot;

import java.util.ArrayList;
import java.util.List;
import org.asyncplot.core.run.XType;
import org.asyncplot.core.series.SignalSeries;
import org.asyncplot.core.series.YRange;

/** Signals that share a panel. */
final class SignalGroup {
    private static final int MOST_MEMBERS = 8;
    private static final double MOST_STRETCH = 10;

    /** What signals must have in common to share; without a unit they must be related by name as well. */
    private record Kin(XType xType, String xName, String xUnit, String unit, String family) {
        static Kin of(SignalSeries signal) {
            // The unit of pure numbers says no more than none.
            String unit = signal.unit().equals("1") ? "" : signal.unit();
            return new Kin(signal.xType(), signal.xName(), signal.xUnit(), unit, unit.isEmpty() ? familyOf(signal) : "");
        }
    }

    private final Kin kin;
    private final List<SignalSeries> members = new ArrayList<>();
    private final List<YRange> ranges = new ArrayList<>();

    private SignalGroup(Kin kin) {
        this.kin = kin;
    }

    static List<SignalGroup> group(List<SignalSeries> signals) {
        List<SignalGroup> groups = new ArrayList<>();
        for (SignalSeries signal : signals) {
            Kin kin = Kin.of(signal);
            YRange range = extremes(signal);
            SignalGroup home = groups.stream().filter(group -> group.takes(kin, range)).findFirst().orElse(null);
            if (home == null) {
                home = new SignalGroup(kin);
                groups.add(home);
            }
            home.members.add(signal);
            home.ranges.add(range);
        }
        return groups;
    }

    List<SignalSeries> members() {
        return members;
    }

    /**
     * The only member's name, the channel's, or the part of the dotted names that all share, whatever their runs; empty if they share none.
     */
    String title() {
        if (members.size() == 1) {
            return members.get(0).name();
        }
        boolean sameName = members.stream().map(member -> withoutRun(member.name())).distinct().count() == 1;
        String title = sameName ? withoutRun(members.get(0).name()) : familyOf(members.get(0));
        for (SignalSeries member : members) {
            String name = withoutRun(member.name());
            while (!title.isEmpty() && !name.equals(title) && !name.startsWith(title + ".")) {
                title = title.substring(0, Math.max(0, title.lastIndexOf('.')));
            }
        }
        return title;
    }

    /** What a legend below a title still has to say of a member: its run, and what the title does not say of its name; empty for all of it. */
    static String label(SignalSeries member, String title) {
        String name = withoutRun(member.name());
        String run = member.name().substring(0, member.name().length() - name.length());
        if (!run.isEmpty() && name.equals(title)) {
            return run.substring(0, run.length() - 1);
        }
        return !title.isEmpty() && name.startsWith(title + ".") ? run + name.substring(title.length() + 1) : "";
    }

    /** The names of runs that share a picture lead those of their signals. */
    private static String withoutRun(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private boolean takes(Kin other, YRange range) {
        if (!kin.equals(other) || members.size() == MOST_MEMBERS) {
            return false;
        }
        return !kin.unit().isEmpty() || readableWith(range);
    }

    /** Whether none is squeezed to less than a tenth of an axis that holds all; constants among themselves need only be of one size. */
    private boolean readableWith(YRange more) {
        YRange all = more;
        double shortest = halfSpan(more) == 0 ? Double.POSITIVE_INFINITY : halfSpan(more);
        double smallest = size(more);
        for (YRange range : ranges) {
            all = all.union(range);
            shortest = halfSpan(range) == 0 ? shortest : Math.min(shortest, halfSpan(range));
            smallest = Math.min(smallest, size(range));
        }
        if (shortest == Double.POSITIVE_INFINITY) {
            return all.isEmpty() || size(all) <= MOST_STRETCH * smallest;
        }
        return halfSpan(all) / MOST_STRETCH <= shortest;
    }

    /** Half of what a range spans, which no range of doubles can overflow; infinite for one without values. */
    private static double halfSpan(YRange range) {
        return range.isEmpty() ? Double.POSITIVE_INFINITY : range.high() / 2 - range.low() / 2;
    }

    private static double size(YRange range) {
        return range.isEmpty() ? Double.POSITIVE_INFINITY : Math.max(Math.abs(range.high()), Math.abs(range.low()));
    }

    private static String familyOf(SignalSeries signal) {
        if (!signal.channel().equals(signal.name())) {
            return withoutRun(signal.channel());
        }
        String name = withoutRun(signal.name());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    private static YRange extremes(SignalSeries signal) {
        return Extents.of(signal).map(extent -> signal.trace(extent, 1).extremes()).orElse(YRange.NONE);
    }
}
