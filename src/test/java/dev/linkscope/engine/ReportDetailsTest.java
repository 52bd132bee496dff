package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.loss.PatternKind;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginSeries;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.report.PrinterDetails;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.stats.PaneJudge;
import dev.linkscope.stats.Thresholds;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportDetailsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant NOW = NOON.plus(Duration.ofHours(2));
    private static final Duration CADENCE = Duration.ofSeconds(10);
    private static final LayerState ROUTER =
            new LayerState(Layer.ROUTER, LayerState.Health.BREAKS, new JointCounts(9, 2));
    private static final PluginSeries.Step STEP =
            new PluginSeries.Step(
                    NOON,
                    NOON.plusSeconds(30),
                    false,
                    true,
                    new PluginSeries.Count(3, 1),
                    PluginSeries.Count.NONE);
    private static final PastRecord PAST = new PastRecord("octoprint.log", NOON, NOON, List.of());
    private static final Statement STRETCHED = Statement.of("note.stretched");

    private final PrinterId printer = PrinterId.random();
    private final List<String> asked = new ArrayList<>();
    private final ReportAssembler assembler =
            new ReportAssembler(statement -> statement.key(), "en", () -> NOW).withBook(book());

    /** A book that notes what it is asked and holds one note. */
    private HistoryBook book() {
        return (HistoryBook)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {HistoryBook.class},
                        (_, method, args) -> {
                            assertThat(method.getName()).isEqualTo("notes");
                            asked.add(args[0] + " " + args[1] + " " + args[2]);
                            return List.of(note());
                        });
    }

    private UserNote note() {
        return new UserNote("n", printer, NOON, NOON, "moved to the garage");
    }

    private SessionSnapshot session(@Nullable AgentInfo agent, int slots) {
        List<Slot> list =
                IntStream.range(0, slots)
                        .mapToObj(i -> Slot.ok(NOON.plus(CADENCE.multipliedBy(i)), 20_000))
                        .toList();
        Trace trace = slots == 0 ? Trace.EMPTY : new Trace(List.of(new Segment(CADENCE, list)));
        var none = new Pattern(PatternKind.NONE, null, null, null, null, null, null);
        var pane =
                new PaneSnapshot(
                        "https://app.obico.io",
                        PaneJudge.describe(trace, Thresholds.DEFAULT, none),
                        trace,
                        List.of());
        return new SessionSnapshot(
                new Printer(
                        printer,
                        "Prusa",
                        new Target.Ssh("pi", null, null, null),
                        Printer.CLOUD,
                        null,
                        CADENCE),
                1,
                NOW,
                LinkState.MEASURING,
                null,
                null,
                agent,
                pane,
                null,
                List.of(),
                List.of(),
                new SideEvidence(
                        List.of(), List.of(), List.of(PAST), null, List.of(STEP), List.of()),
                List.of(ROUTER),
                List.of(STRETCHED),
                List.of(),
                List.of(),
                slots,
                0);
    }

    private static PrinterDetails details(Report report) {
        return report.printers().getFirst().details();
    }

    @Test
    void tellsWhatTheSessionKnows() {
        var agent = new AgentInfo("1.4.2", "3.11", NOON, 0, 0, 0, 0);

        assertThat(details(assembler.assemble(List.of(session(agent, 30)))))
                .isEqualTo(
                        new PrinterDetails(
                                "1.4.2",
                                List.of(ROUTER),
                                List.of(STEP),
                                List.of(PAST),
                                List.of(STRETCHED),
                                List.of(note())));
    }

    @Test
    void anAgentThatNeverAnsweredHasNoVersion() {
        assertThat(details(assembler.assemble(List.of(session(null, 0)))).agentVersion()).isNull();
    }

    @Test
    void asksForNotesOfTheDayBeforeToo() {
        assembler.assemble(List.of(session(null, 30)));

        assertThat(asked)
                .containsExactly(printer + " 2026-11-21T12:00:00Z 2026-11-22T14:00:00.001Z");
    }

    @Test
    void asksForNotesOfTheLastDayWhereNothingWasMeasured() {
        assembler.assemble(List.of(session(null, 0)));

        assertThat(asked)
                .containsExactly(printer + " 2026-11-21T14:00:00Z 2026-11-22T14:00:00.001Z");
    }

    @Test
    void aChosenSpanBoundsTheNotesAndIsKept() {
        var scope =
                new ReportScope(NOON, NOON.plusSeconds(60), RedactionLevel.PUBLIC, "new router");

        Report report = assembler.assemble(List.of(session(null, 30)), scope);

        assertThat(asked).containsExactly(printer + " 2026-11-22T12:00:00Z 2026-11-22T12:01:00Z");
        assertThat(report.scope()).isEqualTo(scope);
    }

    @Test
    void withoutABookThereAreNoNotes() {
        var plain = new ReportAssembler(statement -> statement.key(), "en", () -> NOW);

        assertThat(details(plain.assemble(List.of(session(null, 30)))).notes()).isEmpty();
    }
}
