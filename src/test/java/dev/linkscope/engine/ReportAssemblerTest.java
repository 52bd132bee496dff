package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.report.Pane;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportedFix;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.engine.port.FixStore;
import dev.linkscope.engine.port.FixStoreException;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportAssemblerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration CADENCE = Duration.ofSeconds(10);
    private static final Pattern NONE =
            new Pattern(PatternKind.NONE, null, null, null, null, null, null);

    private final ReportAssembler assembler =
            new ReportAssembler(statement -> statement.key(), "en", () -> NOON);

    private static SessionSnapshot session(int number, Target target, String row) {
        return session(number, target, row, 20_000, 20_000);
    }

    private static SessionSnapshot session(
            int number, Target target, String row, int firstMicros, int thenMicros) {
        List<Slot> slots = new ArrayList<>();
        for (char state : row.toCharArray()) {
            // Each Pi has a phase of its own within the cadence.
            Instant at = NOON.plus(CADENCE.multipliedBy(slots.size())).plusMillis(700L * number);
            int micros = slots.size() < row.length() / 2 ? firstMicros : thenMicros;
            slots.add(state == '1' ? Slot.ok(at, micros) : Slot.failed(at, null));
        }
        Trace trace = new Trace(List.of(new Segment(CADENCE, slots)));
        PaneSnapshot pane =
                new PaneSnapshot(
                        "https://app.obico.io",
                        PaneJudge.describe(trace, Thresholds.DEFAULT, NONE),
                        trace,
                        List.of());
        return new SessionSnapshot(
                new Printer(
                        new PrinterId(new UUID(0, number)),
                        "Printer " + number,
                        target,
                        Printer.CLOUD,
                        null,
                        CADENCE),
                1,
                NOON,
                LinkState.MEASURING,
                null,
                null,
                new AgentInfo("1", "3.9", NOON, 0, 0, 0, 0),
                pane,
                null,
                List.of(),
                List.of(),
                SideEvidence.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                row.length(),
                0);
    }

    private static Target ssh(int number) {
        return new Target.Ssh("pi" + number, null, null, null);
    }

    private static String down(int length) {
        return "1".repeat(200) + "0".repeat(length) + "1".repeat(500 - length);
    }

    private static Pane server(PrinterReport printer) {
        Pane server = printer.server();
        assertThat(server).isNotNull();
        return server;
    }

    @Test
    void printersThatLostTheServerTogetherAreNamed() {
        List<SessionSnapshot> sessions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sessions.add(session(i, ssh(i), down(30)));
        }
        sessions.add(session(4, ssh(4), "1".repeat(699) + "0"));
        Report report = assembler.assemble(sessions);
        assertThat(report.sharedOutages()).hasSize(1);
        SharedOutage outage = report.sharedOutages().getFirst();
        assertThat(outage.members())
                .containsExactlyElementsOf(
                        sessions.subList(0, 4).stream()
                                .map(session -> session.printer().id().toString())
                                .toList());
        assertThat(outage.measured()).isEqualTo(5);
        assertThat(Duration.between(NOON.plusSeconds(2_000), outage.from()).abs())
                .isLessThanOrEqualTo(CADENCE);
        assertThat(outage.pValue()).isLessThan(1e-5);
        for (PrinterReport printer : report.printers().subList(0, 4)) {
            assertThat(server(printer).figures().errorRate()).isCloseTo(30 / 700.0, within(1e-9));
            assertThat(server(printer).figures().ownErrorRate()).isZero();
        }
        assertThat(server(report.printers().get(4)).figures().ownErrorRate())
                .isCloseTo(1 / 670.0, within(1e-4));
    }

    @Test
    void aPrinterAloneHasNobodyToCompareWith() {
        Report report = assembler.assemble(List.of(session(1, ssh(1), down(30))));
        assertThat(report.sharedOutages()).isEmpty();
        assertThat(server(report.printers().getFirst()).figures().ownErrorRate()).isNull();
    }

    @Test
    void whatIsMeasuredOnThisComputerSharesItsOwnLink() {
        List<SessionSnapshot> sessions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sessions.add(session(i, new Target.Local(), down(30)));
        }
        Report report = assembler.assemble(sessions);
        assertThat(report.sharedOutages()).isEmpty();
        assertThat(server(report.printers().getFirst()).figures().ownErrorRate()).isNull();
    }

    @Test
    void answersThatBecameSlowerAreSaid() {
        Report report =
                assembler.assemble(List.of(session(1, ssh(1), "1".repeat(700), 20_000, 80_000)));
        assertThat(report.printers().getFirst().headline().getLast().key())
                .isEqualTo("latency.slower.server");
    }

    @Test
    void whatWasTriedWithAPrinterIsItsOwn() {
        SessionSnapshot tried = session(1, ssh(1), down(30));
        SessionSnapshot other = session(2, ssh(2), down(30));
        FixCase mine = fixCase("mine", tried);
        FixCase ended = fixCase("ended", tried);
        LedgerEntry change = entry("e", mine);
        var store = new KeptFixes();
        store.cases.addAll(List.of(mine, fixCase("theirs", other), ended));
        store.ledger.addAll(List.of(change, entry("f", fixCase("theirs", other))));
        ReportAssembler with = assembler.withFixes(store);

        Report report = with.assemble(List.of(tried, other, session(3, ssh(3), down(30))));

        assertThat(report.printers().getFirst().fixes())
                .containsExactly(
                        new ReportedFix(mine, List.of(change)), new ReportedFix(ended, List.of()));
        assertThat(report.printers().get(1).fixes()).hasSize(1);
        assertThat(report.printers().get(2).fixes()).isEmpty();

        assertThat(store.reads).isEqualTo(1);
        List<ReportedFix> given = report.printers().getFirst().fixes();
        assertThat(
                        assembler
                                .withFixes(_ -> given)
                                .assemble(List.of(other))
                                .printers()
                                .getFirst()
                                .fixes())
                .isEqualTo(given);

        store.broken = true;
        assertThat(with.assemble(List.of(tried)).printers().getFirst().fixes()).isEmpty();
    }

    private static FixCase fixCase(String id, SessionSnapshot session) {
        return new FixCase(
                id,
                "g",
                session.printer().id(),
                "p",
                "r",
                FixPane.SERVER,
                NOON,
                "s",
                List.of(),
                CaseState.OPEN,
                null);
    }

    private static LedgerEntry entry(String id, FixCase of) {
        return new LedgerEntry(
                id,
                of.id(),
                of.printer(),
                "s",
                null,
                "w",
                NOON,
                null,
                EntryState.BEGUN,
                List.of(),
                null,
                List.of());
    }

    /** A store in memory that can break. */
    private static final class KeptFixes implements FixStore {
        private final List<FixCase> cases = new ArrayList<>();
        private final List<LedgerEntry> ledger = new ArrayList<>();
        private boolean broken;
        private int reads;

        @Override
        public void save(FixCase fixCase) {
            cases.add(fixCase);
        }

        @Override
        public void save(LedgerEntry entry) {
            ledger.add(entry);
        }

        @Override
        public List<FixCase> cases() {
            if (broken) {
                Statement said = Statement.of("store.fixes.unread");
                throw new FixStoreException(said, said, null);
            }
            return cases;
        }

        @Override
        public List<LedgerEntry> ledger() {
            reads++;
            return ledger;
        }
    }
}
