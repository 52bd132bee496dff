package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.Farm;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionPlan;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.engine.port.SettingsStore.Manners;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real agent and the real engine, whose link is cut and whose program is closed. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere the agent ends with its channel")
@Timeout(90)
class AgentResumeTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir Path folder;
    private final OwnAgent agent = new OwnAgent();
    private final Printer printer =
            new Printer(
                    PrinterId.random(),
                    "here",
                    new Target.Local(),
                    new TargetUrl("http://127.0.0.1:9"),
                    null,
                    Duration.ofMillis(500));
    private OutcomeStore store;
    private Farm farm;

    @BeforeEach
    void open() {
        store = SqliteHistory.open(folder.resolve("history.db"), CLOCK).store();
        farm =
                new Farm(
                        SessionPlan.watch(new Manners(2, false)),
                        (_, _) ->
                                new LocalAgentLink("Linux", agent.environment(), Limits.standard()),
                        store,
                        CLOCK,
                        "test");
        farm.add(printer, LinkQuestions.NOBODY);
    }

    @AfterEach
    void leaveNothing() {
        farm.remove(printer.id());
        farm.close();
        store.close();
        agent.close();
    }

    private SessionSnapshot shown() {
        return farm.snapshot(printer.id()).orElseThrow();
    }

    private int attempts() {
        return shown().server().figures().attempts();
    }

    private static List<ProcessHandle> launchers() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
    }

    private void assertWhole() {
        assertThat(shown().server().trace().slots()).allMatch(Slot::measured);
        assertThat(shown().lost()).isZero();
        store.flush();
        assertThat(store.read(printer.id(), "server", Instant.EPOCH, FAR)).hasSize(1);
    }

    @Test
    void aLinkThatIsCutAgainAndAgainLosesNothing() {
        for (int cut = 1; cut <= 3; cut++) {
            int wanted = attempts() + 6;
            await().atMost(Duration.ofSeconds(20)).until(() -> attempts() >= wanted);
            launchers().forEach(ProcessHandle::destroyForcibly);
            await().until(() -> shown().link() == LinkState.WAITING);
        }
        int wanted = attempts() + 6;
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts() >= wanted);
        assertWhole();
    }

    @Test
    void whatWasMeasuredWhileLinkscopeWasClosedIsThereWhenItIsOpened() throws Exception {
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts() >= 4);
        farm.close();
        store.close();
        int before = attempts();
        Thread.sleep(5_000);
        assertThat(agent.processes()).hasSize(1);
        open();
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts() >= before + 10);
        assertWhole();
    }

    @Test
    void removingThePrinterEndsTheAgent() {
        await().atMost(Duration.ofSeconds(20)).until(() -> attempts() >= 2);
        farm.remove(printer.id());
        await().atMost(Duration.ofSeconds(10)).until(() -> agent.processes().isEmpty());
    }
}
