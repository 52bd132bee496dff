package dev.linkscope.octoprint.log;

import dev.linkscope.domain.past.PastEvent;
import dev.linkscope.domain.past.PastKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes events of signs: what follows within the patience of a sign is one trouble with it. */
final class EventFold {
    /** Newest events that are kept. */
    static final int MOST_EVENTS = 10_000;

    /** Two entries of one failure lie closer together than this. */
    private static final Duration TOGETHER = Duration.ofSeconds(2);

    private final Map<PastKind, Trouble> open = new EnumMap<>(PastKind.class);
    private final Map<PastKind, Seen> parts = new EnumMap<>(PastKind.class);
    private final Deque<PastEvent> events = new ArrayDeque<>();

    /** A sign at its time. */
    private record Seen(Instant at, Sign sign) {}

    void add(Instant at, Sign sign) {
        switch (sign.role()) {
            case FAILURE -> fail(at, sign);
            case PART -> {
                settle(sign.kind());
                parts.put(sign.kind(), new Seen(at, sign));
            }
            case SUCCESS -> succeed(at, sign.kind());
            case MOMENT -> {
                for (PastKind kind : PastKind.values()) {
                    close(kind);
                }
                keep(new PastEvent(sign.kind(), at, at, ErrorClass.NONE, 1));
            }
        }
    }

    /** All events in the order in which they began. */
    List<PastEvent> finish() {
        for (PastKind kind : PastKind.values()) {
            close(kind);
        }
        var sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(PastEvent::from));
        return sorted;
    }

    private void fail(Instant at, Sign sign) {
        Seen part = parts.get(sign.kind());
        Instant from = at;
        String further = ErrorClass.NONE;
        if (part != null && Duration.between(part.at(), at).abs().compareTo(TOGETHER) <= 0) {
            parts.remove(sign.kind());
            from = part.at();
            further = part.sign().errorClass();
        }
        settle(sign.kind());
        join(from, at, sign, further);
    }

    private void join(Instant from, Instant at, Sign sign, String further) {
        Trouble trouble = open.get(sign.kind());
        if (trouble != null && !trouble.goesOnAt(from, sign.attempt())) {
            close(sign.kind());
            trouble = null;
        }
        if (trouble == null) {
            trouble = new Trouble(sign.kind(), from);
            open.put(sign.kind(), trouble);
        }
        trouble.add(at, sign, further);
    }

    /** A part that no failure followed counts as one. */
    private void settle(PastKind kind) {
        Seen part = parts.remove(kind);
        if (part != null) {
            join(part.at(), part.at(), part.sign(), ErrorClass.NONE);
        }
    }

    private void succeed(Instant at, PastKind kind) {
        settle(kind);
        Trouble trouble = open.get(kind);
        if (trouble != null && trouble.goesOnAt(at, 0)) {
            trouble.overAt(at);
        }
        close(kind);
    }

    private void close(PastKind kind) {
        settle(kind);
        Trouble trouble = open.remove(kind);
        if (trouble != null) {
            keep(trouble.event());
        }
    }

    private void keep(PastEvent event) {
        events.addLast(event);
        if (events.size() > MOST_EVENTS) {
            events.removeFirst();
        }
    }

    /** A trouble that may go on. */
    private static final class Trouble {
        private final PastKind kind;
        private final Instant from;
        private final ClassCount classes = new ClassCount();
        private Instant to;
        private Duration patience = Duration.ZERO;
        private int count;
        private int attempt;

        Trouble(PastKind kind, Instant from) {
            this.kind = kind;
            this.from = from;
            this.to = from;
        }

        /**
         * Whether a sign at that time belongs to it: its clock did not run backwards, no more than
         * the patience has passed, and the count of attempts did not begin anew, which only a
         * success makes it do.
         */
        boolean goesOnAt(Instant at, int nextAttempt) {
            return !at.isBefore(from)
                    && Duration.between(to, at).compareTo(patience) <= 0
                    && (nextAttempt == 0 || nextAttempt > attempt);
        }

        void add(Instant at, Sign sign, String further) {
            to = at.isAfter(to) ? at : to;
            patience = sign.patience();
            count++;
            attempt = sign.attempt() > 0 ? sign.attempt() : attempt;
            classes.add(sign.errorClass());
            classes.add(further);
        }

        void overAt(Instant at) {
            to = at.isAfter(to) ? at : to;
        }

        PastEvent event() {
            return new PastEvent(kind, from, to, classes.mostTelling(), count);
        }
    }

    /** Which class was told most often; one that only says that there is no link counts last. */
    private static final class ClassCount {
        private final Map<String, Integer> counts = new LinkedHashMap<>();

        void add(String errorClass) {
            if (!errorClass.isEmpty()) {
                counts.merge(errorClass, 1, Integer::sum);
            }
        }

        String mostTelling() {
            String best = ErrorClass.NONE;
            int most = 0;
            for (Map.Entry<String, Integer> entry : counts.entrySet()) {
                int weight =
                        entry.getKey().equals(PluginSigns.NOT_CONNECTED) ? 0 : entry.getValue();
                if (best.isEmpty() || weight > most) {
                    best = entry.getKey();
                    most = weight;
                }
            }
            return best;
        }
    }
}
