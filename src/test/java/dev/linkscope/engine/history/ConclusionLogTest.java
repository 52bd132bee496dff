package dev.linkscope.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Confidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.history.FindingSpan;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.AddedPrinters;
import dev.linkscope.ui.FakeSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConclusionLogTest {
    private final MemoryBook book = new MemoryBook();
    private final Shown farm = new Shown();
    private Instant now = FakeSnapshots.NOW;

    private static final class Shown extends AddedPrinters {
        private volatile List<SessionSnapshot> sessions = List.of();
        private volatile long revision;

        void show(SessionSnapshot... shown) {
            sessions = List.of(shown);
            revision++;
        }

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public List<SessionSnapshot> snapshots() {
            return sessions;
        }
    }

    private static Finding finding(String rule, Verdict verdict, String title) {
        return new Finding(
                rule,
                verdict,
                Severity.WATCH,
                Confidence.POINTS_TO,
                Statement.of(title),
                List.of(),
                null,
                List.of());
    }

    private static SessionSnapshot session(Target target, boolean measured, Finding... findings) {
        SessionSnapshot base =
                measured
                        ? FakeSnapshots.healthy("One", 1)
                        : FakeSnapshots.connecting(FakeSnapshots.printer("One"));
        return new SessionSnapshot(
                base.printer().withTarget(target),
                base.revision(),
                base.at(),
                base.link(),
                base.failure(),
                base.retryAt(),
                base.agent(),
                base.server(),
                base.webcam(),
                base.probes(),
                base.facts(),
                base.side(),
                base.chain(),
                base.notes(),
                base.headline(),
                List.of(findings),
                base.outcomes(),
                base.lost());
    }

    private static SessionSnapshot measured(Finding... findings) {
        return session(new Target.Ssh("pi", null, null, null), true, findings);
    }

    private ConclusionLog log() {
        return new ConclusionLog(farm, book, () -> now);
    }

    @Test
    void onlyAChangeIsWritten() {
        try (ConclusionLog log = log()) {
            farm.show(measured(finding("wifi.weak", Verdict.SUPPORTED, "a")));
            log.look();
            log.look();
            farm.show(
                    measured(
                            finding("wifi.weak", Verdict.SUPPORTED, "b"),
                            finding("dns", Verdict.REFUTED, "c")));
            log.look();
            assertThat(book.written).isEqualTo(1);
            Instant began = now;
            now = now.plus(Duration.ofMinutes(5));
            farm.show(measured());
            log.look();
            log.look();
            assertThat(book.written).isEqualTo(2);
            assertThat(book.spans)
                    .containsExactly(
                            new FindingSpan(
                                    "wifi.weak", Severity.WATCH, Statement.of("a"), began, now));
        }
    }

    @Test
    void whatGoesOnIsConfirmed() {
        try (ConclusionLog log = log()) {
            for (int look = 1; look <= 3; look++) {
                farm.show(measured(finding("wifi.weak", Verdict.SUPPORTED, "a")));
                log.look();
                assertThat(book.told).isEqualTo(look);
            }
            assertThat(book.written).isEqualTo(1);
        }
    }

    @Test
    void aRestartGoesOnWithWhatIsOpen() {
        try (ConclusionLog log = log()) {
            farm.show(measured(finding("wifi.weak", Verdict.SUPPORTED, "a")));
            log.look();
        }
        now = now.plus(Duration.ofHours(1));
        try (ConclusionLog log = log()) {
            // Nothing was measured yet: that ends nothing.
            farm.show(session(new Target.Ssh("pi", null, null, null), false));
            log.look();
            farm.show(measured(finding("wifi.weak", Verdict.SUPPORTED, "a")));
            log.look();
            assertThat(book.written).isEqualTo(1);
            farm.show(measured());
            log.look();
            assertThat(book.written).isEqualTo(2);
            assertThat(book.spans.getFirst().to()).isEqualTo(now);
        }
    }

    @Test
    void whatIsMadeUpIsNotWritten() {
        try (ConclusionLog log = log()) {
            farm.show(
                    session(
                            new Target.Simulated("weak-wifi"),
                            true,
                            finding("wifi.weak", Verdict.SUPPORTED, "a")));
            log.look();
            assertThat(book.written).isZero();
        }
    }

    @Test
    void itLooksByItself() {
        try (ConclusionLog log = log()) {
            farm.show(measured(finding("wifi.weak", Verdict.SUPPORTED, "a")));
            log.start();
            await().atMost(Duration.ofSeconds(10)).until(() -> book.written == 1);
        }
    }
}
