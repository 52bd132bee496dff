package dev.linkscope.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Compares what a client has with what was injected.
 *
 * @param cadence of all probes
 * @param deadline the longest of them
 */
record Verification(Duration cadence, Duration deadline) {
    /** A watchdog notices silence after 8 s; a write, a probe and scheduling come on top. */
    private static final Duration NOTICED = Duration.ofSeconds(11);

    private static final Duration RESUMED = Duration.ofSeconds(3);

    /** Fails where evidence and injection do not agree. */
    void check(Scenario scenario, Injection injection, Evidence evidence) {
        assertThat(evidence.lost()).as("slots without outcome").isZero();
        assertThat(evidence.doubled()).as("slots with two outcomes").isZero();
        assertThat(evidence.worstDelay(cadence)).as("off the grid").isLessThan(cadence);
        assertThat(evidence.attempts())
                .as("skipped")
                .noneMatch(one -> one.result().equals("skipped"));
        for (String target : Evidence.TARGETS) {
            checkFailures(scenario, injection, evidence.of(target), target);
        }
        checkLink(scenario.link(), injection, evidence);
    }

    private void checkFailures(
            Scenario scenario, Injection injection, List<Attempted> attempts, String target) {
        List<Attempted> failed = attempts.stream().filter(Attempted::failed).toList();
        Map<String, String> expected = scenario.failures();
        if (!expected.containsKey(target)) {
            assertThat(failed).as("failures of " + target).isEmpty();
            return;
        }
        if (scenario.total()) {
            assertThat(failed).as("failures of " + target).isNotEmpty();
        } else if (failed.isEmpty()) {
            return;
        }
        assertThat(failed)
                .allSatisfy(one -> assertThat(one.verdict()).matches(expected.get(target)));
        Duration twice = cadence.multipliedBy(2);
        // One that was under way when it began may fail too.
        assertThat(failed.getFirst().start())
                .as("first failure of " + target)
                .isAfter(injection.begin().minus(deadline))
                .isBefore(injection.begin().plus(scenario.total() ? twice : scenario.length()));
        assertThat(failed.getLast().start())
                .as("last failure of " + target)
                .isBefore(injection.end().plus(deadline).plus(twice));
        if (scenario.total()) {
            Instant from = injection.begin().plus(twice);
            Instant to = injection.end().minus(deadline).minus(twice);
            assertThat(attempts)
                    .filteredOn(one -> one.start().isAfter(from) && one.start().isBefore(to))
                    .as("attempts at " + target + " within the outage")
                    .isNotEmpty()
                    .allMatch(Attempted::failed);
        }
    }

    private static void checkLink(Scenario.Link link, Injection injection, Evidence evidence) {
        var broken = evidence.breakAfter(injection.begin());
        if (link == Scenario.Link.HOLDS) {
            assertThat(broken).as("break of the link").isEmpty();
        } else if (link == Scenario.Link.BREAKS) {
            assertThat(broken).as("break of the link").isPresent();
            assertThat(broken.get().at()).isBefore(injection.begin().plus(NOTICED));
            assertThat(evidence.returnAfter(returnFrom(injection, evidence)))
                    .as("return of the link")
                    .isPresent()
                    .get()
                    .satisfies(change ->
                            assertThat(change.at())
                                    .isBefore(returnFrom(injection, evidence).plus(RESUMED)));
        }
    }

    /** From when on the link could be back: the end of the fault, or what was noticed later. */
    static Instant returnFrom(Injection injection, Evidence evidence) {
        return evidence.breakAfter(injection.begin())
                .map(LinkChange::at)
                .filter(at -> at.isAfter(injection.end()))
                .orElse(injection.end());
    }
}
