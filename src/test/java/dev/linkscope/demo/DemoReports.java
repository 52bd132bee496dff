package dev.linkscope.demo;

import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.ReportAssembler;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.i18n.Messages;
import dev.linkscope.plans.PlanBook;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Reports of the made-up farm, as the whole engine makes them. */
public final class DemoReports {
    private static final InstantSource CLOCK = InstantSource.system();

    private DemoReports() {}

    /** Two hours of the printers with these illnesses, in this order. */
    public static Report of(Messages messages, String... scenarios) {
        var demo = new SimulatedFarm(CLOCK, System::nanoTime, 2026, 1);
        List<Printer> printers =
                List.of(scenarios).stream()
                        .map(scenario ->
                                demo.printers().stream()
                                        .filter(one -> one.target().display().endsWith(scenario))
                                        .findFirst()
                                        .orElseThrow())
                        .toList();
        try (OutcomeStore store = SqliteHistory.inMemory(CLOCK);
                Farm farm =
                        new Farm(
                                SessionPlan.WATCH,
                                (printer, questions) -> demo.link(printer),
                                store,
                                CLOCK,
                                "test",
                                new PlanBook())) {
            farm.addAll(printers, printer -> LinkQuestions.NOBODY);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> farm.snapshots().stream().allMatch(DemoReports::told));
            return new ReportAssembler(
                            messages::render,
                            messages.locale().toLanguageTag(),
                            CLOCK,
                            new PlanBook())
                    .assemble(farm.snapshots());
        }
    }

    private static boolean told(SessionSnapshot session) {
        return session.link() == LinkState.WAITING
                || session.link() == LinkState.FAILED
                || session.server().figures().attempts() >= 690;
    }
}
