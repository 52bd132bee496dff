package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Obico needs beyond the path to the server: the live link, or the plugin's own connection.
 * While the path itself fails, or one of the two fails on the way, it could not be checked.
 */
final class BeyondPath {
    /** One look may fall into the moment in which the plugin connects anew. */
    static final Threshold LOOKS =
            new Threshold(2, "", "wire-protocol.md, plugin.link: two looks saw nothing");

    /** Older readings do not tell how it is now. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final Optional<ProbeTally> path;
    private final Optional<ProbeTally> beyond;

    private BeyondPath(PrinterCase printer, ProbeKind kind) {
        path = printer.probe(ProbeKind.SERVER_HTTP);
        beyond = printer.probe(kind);
    }

    /** The plugin's own connection. */
    static BeyondPath pluginOf(PrinterCase printer) {
        return new BeyondPath(printer, ProbeKind.PLUGIN_LINK);
    }

    /** The live link, tried without a token. */
    static BeyondPath liveLinkOf(PrinterCase printer) {
        return new BeyondPath(printer, ProbeKind.SERVER_WS);
    }

    private boolean pathWorks() {
        return path.isPresent() && path.get().failedInARow() == 0;
    }

    /** Whether it works now. */
    boolean works() {
        return fresh() && beyond.get().failedInARow() == 0;
    }

    /** Whether its newest reading is as new as that of the path, where there is one. */
    private boolean fresh() {
        Instant seen = beyond.map(ProbeTally::lastAt).orElse(null);
        Instant now = path.map(ProbeTally::lastAt).orElse(seen);
        return seen != null && now != null && !seen.plus(FRESH).isBefore(now);
    }

    /** Whether it fails now, in looks enough, while the path works. */
    boolean fails() {
        return pathWorks() && failsAnyhow();
    }

    private boolean failsAnyhow() {
        return fresh()
                && beyond.get().failedInARow() >= LOOKS.value()
                && beyond.get().last() != null
                && beyond.get().last().phase() == Phase.UPGRADE;
    }

    /** Whether it fails now in one of these ways. */
    boolean fails(List<String> classes) {
        return fails() && classes.contains(failing());
    }

    /** Whether it says this of itself now, which it can whatever the path is like. */
    boolean says(String failure) {
        return failsAnyhow() && failure.equals(failing());
    }

    /** The same for one way. */
    boolean fails(String failure) {
        return fails(List.of(failure));
    }

    /** Whether nobody knows how it is now. */
    boolean unknown() {
        return !works() && !fails();
    }

    /** Class of the newest look if that failed; else empty. */
    String failing() {
        return beyond.map(ProbeTally::failing).orElse("");
    }

    /** How often it failed in one of these ways since the session began. */
    int seen(List<String> classes) {
        return beyond.stream()
                .flatMapToInt(
                        tally -> classes.stream().mapToInt(one -> tally.count("upgrade." + one)))
                .sum();
    }

    /** How it went while the path worked. */
    JointCounts whilePathWorked() {
        return beyond.map(tally -> tally.beside().serverOk()).orElse(JointCounts.NONE);
    }

    /** A detail of the newest look; empty without one. */
    Optional<String> detail(String name) {
        return beyond.map(ProbeTally::last).map(outcome -> outcome.details().get(name));
    }

    /** Adds that the path works, which is what makes a failure beyond it telling. */
    Clues withPath(Clues clues) {
        path.ifPresent(tally ->
                clues.weak(
                        "path",
                        Statement.of(
                                "clue.server.path_works",
                                tally.measured() - tally.failed(),
                                tally.measured())));
        return clues;
    }

    /** The observation that it fails, with the looks in a row. */
    Statement observed(String key) {
        return Statement.of(key, beyond.map(ProbeTally::failedInARow).orElse(0));
    }

    /** The same of the plugin's own connection. */
    Statement missing() {
        return observed("clue.plugin.link_missing");
    }
}
