package dev.linkscope.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What was really done, and when: by this computer's clock, as NDJSON while it happens. */
final class ChaosTruth {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final List<Done> done = new ArrayList<>();

    /**
     * One event with the times at which it really began and was mended.
     *
     * @param begin just before it began
     * @param surelyFrom when it had begun: on a busy machine that takes its time
     * @param surelyTo just before it was mended
     * @param end when it was mended
     */
    record Done(
            ChaosEvent event, Instant begin, Instant surelyFrom, Instant surelyTo, Instant end) {
        /** When an agent that it ended can be started again. */
        Instant measuresAgain() {
            return event.kind() == ChaosEvent.Kind.PI_RESTARTS ? end : begin;
        }
    }

    /** A time in which nothing got through. */
    record Outage(Instant begin, Instant end) {
        Duration length() {
            return Duration.between(begin, end);
        }
    }

    ChaosTruth(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
    }

    /** Writes a line as soon as something is over. */
    synchronized void add(Done one) throws IOException {
        done.add(one);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("begin", one.begin().toString());
        line.put("end", one.end().toString());
        line.put("kind", one.event().kind().name());
        line.put("printer", one.event().printer() < 0 ? "all" : "printer-" + one.event().printer());
        line.put("cuts", one.event().cuts());
        if (one.event().kind() == ChaosEvent.Kind.CLOCK_JUMPS) {
            line.put("jumpSeconds", one.event().jump().toSeconds());
        }
        Files.writeString(
                file,
                JSON.writeValueAsString(line) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** All there was, in the order of their begin. */
    synchronized List<Done> all() {
        return done.stream().sorted(Comparator.comparing(Done::begin)).toList();
    }

    /** When surely nothing of a printer got through to the server; what overlaps is one. */
    List<Outage> outages(int printer) {
        var outages = new ArrayList<Outage>();
        for (Done one : all()) {
            if (!one.event().cuts() || !one.event().hits(printer)) {
                continue;
            }
            Outage last = outages.isEmpty() ? null : outages.getLast();
            if (last != null && !one.surelyFrom().isAfter(last.end())) {
                Instant end = one.surelyTo().isAfter(last.end()) ? one.surelyTo() : last.end();
                outages.set(outages.size() - 1, new Outage(last.begin(), end));
            } else {
                outages.add(new Outage(one.surelyFrom(), one.surelyTo()));
            }
        }
        return outages;
    }

    /** Whether anything at all happened to a printer within a span. */
    boolean anything(int printer, Instant from, Instant to) {
        return all().stream()
                .filter(one -> one.event().hits(printer))
                .anyMatch(one -> one.begin().isBefore(to) && one.end().isAfter(from));
    }

    /** Whether a printer's agent was killed, or its Pi off, within a span. */
    boolean agentEnded(int printer, Instant from, Instant to) {
        return all().stream()
                .filter(one -> one.event().endsAgent() && one.event().printer() == printer)
                .anyMatch(one -> one.measuresAgain().isAfter(from) && one.begin().isBefore(to));
    }
}
