package dev.linkscope.faults;

import java.util.List;
import java.util.Map;

/**
 * One row of the fault matrix: what is injected, and which causes would be right.
 *
 * @param group {@code network}, {@code server}, {@code pi} or {@code camera}
 * @param fault what goes wrong
 * @param expected causes of which one has to be among the first two, {@code failure.CODE} of the
 *     link, {@code hole.REASON} or {@code note.KEY}; empty where none is known to be told, which
 *     {@code settings.why} explains. With {@code settings.gap}, which says why, it is known to be
 *     missed
 * @param settings what differs from the usual printer: {@code server}, {@code snapshot}, {@code
 *     stream}, {@code camera} (where its program listens), {@code setup} and {@code environment} of
 *     the pi, {@code lasts} (seconds until it is mended), {@code longest} (seconds to wait for the
 *     diagnosis), {@code begins} ({@code before} anything is measured), {@code warmup} (attempts
 *     before it), {@code why}, {@code short} (part of a short run)
 */
record MatrixCase(String group, Fault fault, List<String> expected, Map<String, String> settings) {
    /** Whose names the certificate of the topology has too; a Pi expects a public issuer of it. */
    static final String CLOUD = "https://app.obico.io";

    static final String SNAPSHOT = "http://127.0.0.1:8080/?action=snapshot";
    private static final String LONGEST = "45";
    private static final String WARM_UP = "6";

    /** None of the messages of the computer that runs the tests. */
    private static final String CALM =
            "printf '6,1,1000000,-;Booting Linux\\n' > $F/kmsg; mount --bind $F/kmsg /dev/kmsg;";

    MatrixCase {
        expected = List.copyOf(expected);
        settings = Map.copyOf(settings);
    }

    /** A setting, or empty. */
    String of(String setting) {
        return settings.getOrDefault(setting, "");
    }

    /** Commands of the pi before its SSH server starts. */
    String setup() {
        return CALM + of("setup");
    }

    String server() {
        return settings.getOrDefault("server", "https://" + Topology.SERVER);
    }

    String snapshot() {
        return settings.getOrDefault("snapshot", SNAPSHOT);
    }

    String camera() {
        return settings.getOrDefault("camera", "127.0.0.1 8080");
    }

    /** Attempts before it begins; facts have to be read once. */
    int warmUp() {
        return Integer.parseInt(settings.getOrDefault("warmup", WARM_UP));
    }

    /** Seconds until it is mended; 0 if it lasts. */
    int lasts() {
        return Integer.parseInt(settings.getOrDefault("lasts", "0"));
    }

    int longest() {
        return Integer.parseInt(settings.getOrDefault("longest", LONGEST));
    }

    /** Whether it is there before anything is measured. */
    boolean before() {
        return of("begins").equals("before");
    }

    @Override
    public String toString() {
        return group + ": " + fault.name();
    }
}
