package dev.linkscope.faults;

import dev.linkscope.support.NamedThreads;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** fping(8) on the pi, as an observer of the way to the server's computer. */
final class Fping implements AutoCloseable {
    /** Of smokeping's configuration as Debian brings it: {@code step} and {@code pings}. */
    static final Duration SMOKEPING_STEP = Duration.ofSeconds(300);

    /** Pings of a round, one a second. */
    static final int SMOKEPING_PINGS = 20;

    private final Process process;
    private final List<Look> looks = new CopyOnWriteArrayList<>();

    /** An observer that runs this command of sh(1), whose lines are read by {@link #line}. */
    private Fping(Topology net, String command) throws IOException {
        process =
                new ProcessBuilder(net.pi().node().inside(List.of("sh", "-c", command)))
                        .redirectErrorStream(true)
                        .start();
        NamedThreads.platform("fping", this::read).start();
    }

    /** One ping at a cadence; it waits for an answer as long as it would by itself. */
    static Fping at(Topology net, Duration cadence, Duration first) throws IOException {
        return new Fping(
                net,
                "sleep %.1f; exec fping -l -p %d %s"
                        .formatted(first.toMillis() / 1e3, cadence.toMillis(), Topology.INET));
    }

    /** Rounds of pings as smokeping has them made, which looks at a round when it is over. */
    static Fping likeSmokeping(Topology net, Duration first) throws IOException {
        return new Fping(
                net,
                "sleep %.1f; while :; do fping -C %d -q -p 1000 %s; sleep %d; done"
                        .formatted(
                                first.toMillis() / 1e3,
                                SMOKEPING_PINGS,
                                Topology.INET,
                                SMOKEPING_STEP.toSeconds() - SMOKEPING_PINGS));
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                looks.addAll(looks(line, Instant.now()));
            }
        } catch (IOException e) {
            // it was ended
        }
    }

    /** What a line tells that came then; nothing if it is another one. */
    static List<Look> looks(String line, Instant known) {
        var found = new ArrayList<Look>();
        if (line.contains(": [")) {
            boolean failed = line.contains("timed out");
            found.add(new Look("ping", known, known, failed));
        } else if (line.matches("\\S+ +: [-0-9. ]+")) {
            String[] round = line.replaceFirst(".*: ", "").strip().split(" ");
            Instant begin = known.minusSeconds(round.length);
            for (int i = 0; i < round.length; i++) {
                found.add(new Look("ping", begin.plusSeconds(i), known, round[i].equals("-")));
            }
        }
        return found;
    }

    /** What it has seen so far. */
    List<Look> looks() {
        return looks;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        Commands.end(process);
    }
}
