package dev.linkscope.stats;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.loss.PaneFigures;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outages in words: how many failures they hold, how many they are, how long, when. */
final class OutageStatement {
    /** Outages up to which each time is named. */
    private static final int FEW = 3;

    private OutageStatement() {}

    /** A clause without a full stop; null without an outage. */
    static @Nullable Statement of(PaneFigures figures) {
        List<Outage> outages = figures.outages();
        if (outages.isEmpty()) {
            return null;
        }
        int inOutages = outages.stream().mapToInt(Outage::errors).sum();
        return Statement.of(
                "outages",
                inOutages,
                figures.errors(),
                outages.size(),
                lengths(outages),
                times(outages));
    }

    private static Statement lengths(List<Outage> outages) {
        List<Duration> sorted = outages.stream().map(OutageStatement::length).sorted().toList();
        Duration shortest = sorted.getFirst();
        Duration longest = sorted.getLast();
        return longest.minus(shortest).compareTo(longest.dividedBy(10)) <= 0
                ? Statement.of("outages.length", longest)
                : Statement.of("outages.lengths", shortest, longest);
    }

    private static Statement times(List<Outage> outages) {
        if (outages.size() <= FEW) {
            return Statement.of(
                    "outages.times." + outages.size(),
                    outages.stream().map(Outage::start).toArray());
        }
        Outage longest =
                outages.stream().max(Comparator.comparing(OutageStatement::length)).orElseThrow();
        return Statement.of("outages.times.longest", longest.start());
    }

    private static Duration length(Outage outage) {
        return Duration.between(outage.start(), outage.end());
    }
}
