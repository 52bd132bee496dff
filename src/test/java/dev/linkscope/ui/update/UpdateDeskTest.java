package dev.linkscope.ui.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.SettingsInMemory;
import dev.linkscope.engine.port.SettingsStore.Settings;
import dev.linkscope.engine.port.UpdateChoice;
import dev.linkscope.engine.port.Updates.Answer;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FakeUpdates;
import dev.linkscope.ui.UiWindow;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.SettingsWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When it is asked, and above all when not. */
@Timeout(40)
class UpdateDeskTest {
    private static final Instant START = FakeSnapshots.NOW;

    private final SettingsInMemory settings = new SettingsInMemory("light", "test");
    private final SettingsWriter writer = new SettingsWriter(settings);
    private final FakeUpdates updates = new FakeUpdates();

    /** What waits for the window's thread. */
    private final ConcurrentLinkedQueue<Runnable> window = new ConcurrentLinkedQueue<>();

    private Instant now = START;
    private UpdateDesk desk;

    @BeforeEach
    void begin() {
        desk = desk();
    }

    @AfterEach
    void end() {
        writer.close();
    }

    private UpdateDesk desk() {
        var made = new UpdateDesk(settings, writer, new Background(window::add), () -> now);
        made.ask(updates, "0.1.0");
        return made;
    }

    private void weekly() {
        Settings old = settings.load();
        settings.save(
                old.withPreferences(
                        old.preferences().withUpdates(UpdateChoice.USUAL.withWeekly(true))));
    }

    private UpdateChoice kept() {
        return settings.load().preferences().updates();
    }

    /** Lets time go on, second by second near the beginning and then by the hour. */
    private void pass(Duration span) {
        Instant end = now.plus(span);
        while (now.isBefore(end)) {
            now =
                    now.plus(
                            span.compareTo(Duration.ofHours(1)) < 0
                                    ? Duration.ofSeconds(1)
                                    : Duration.ofHours(1));
            int before = updates.asked.size();
            desk.tick(now);
            if (desk.viewProperty().get().looking()) {
                settle();
                assertThat(updates.asked).hasSize(before + 1);
            }
        }
    }

    /** Waits until an answer was taken. */
    private void settle() {
        UiWindow.await()
                .until(() -> {
                    Runnable next = window.poll();
                    if (next != null) {
                        next.run();
                    }
                    return !desk.viewProperty().get().looking();
                });
    }

    private void look() {
        desk.look();
        settle();
    }

    @Test
    void byItselfItNeverAsks() {
        pass(Duration.ofMinutes(10));
        pass(Duration.ofDays(60));
        assertThat(updates.asked).isEmpty();
        assertThat(kept()).isEqualTo(UpdateChoice.USUAL);
    }

    @Test
    void switchedOnItAsksAMinuteAfterTheStartAndOnceAWeek() {
        weekly();
        pass(Duration.ofSeconds(59));
        assertThat(updates.asked).isEmpty();
        pass(Duration.ofSeconds(10));
        assertThat(updates.asked).hasSize(1);
        pass(Duration.ofDays(6));
        assertThat(updates.asked).hasSize(1);
        pass(Duration.ofDays(1).plusHours(1));
        assertThat(updates.asked).hasSize(2);
        pass(Duration.ofDays(28));
        assertThat(updates.asked).hasSize(6);
    }

    @Test
    void aRestartDoesNotAskAgain() {
        weekly();
        pass(Duration.ofMinutes(2));
        UiWindow.await().until(() -> kept().lookedAt() != null);
        desk = desk();
        pass(Duration.ofDays(6));
        assertThat(updates.asked).hasSize(1);
    }

    @Test
    void whoLearnedNothingAsksAgainTheNextDay() {
        weekly();
        updates.answer = new Answer.CannotTell(Statement.of("update.why.name", "example.org"));
        pass(Duration.ofMinutes(10));
        assertThat(updates.asked).hasSize(1);
        pass(Duration.ofHours(23));
        assertThat(updates.asked).hasSize(1);
        pass(Duration.ofHours(2));
        assertThat(updates.asked).hasSize(2);
        assertThat(kept().lookedAt()).isNull();
    }

    @Test
    void aTimeInTheFutureDoesNotSilenceItForEver() {
        Settings old = settings.load();
        settings.save(
                old.withPreferences(
                        old.preferences()
                                .withUpdates(
                                        new UpdateChoice(
                                                true,
                                                START.plus(Duration.ofDays(3_650)),
                                                Instant.EPOCH,
                                                ""))));
        pass(Duration.ofMinutes(2));
        assertThat(updates.asked).hasSize(1);
    }

    @Test
    void aBuildWithoutAPlaceDoesNotEvenTry() {
        weekly();
        updates.place = java.util.Optional.empty();
        desk.ask(updates, "0.1.0");
        pass(Duration.ofDays(30));
        assertThat(updates.asked).isEmpty();
        assertThat(desk.canLook()).isFalse();
    }

    @Test
    void theNewestThatWasBelievedIsRemembered() {
        look();
        assertThat(updates.asked).containsExactly(Instant.EPOCH);
        UiWindow.await().until(() -> kept().newestSeen().equals(FakeUpdates.ISSUED));
        assertThat(kept().newest()).isEqualTo("0.2.0");
        assertThat(kept().weekly()).isFalse();
        look();
        assertThat(updates.asked).endsWith(FakeUpdates.ISSUED);
        assertThat(desk().viewProperty().get().newer()).map(Object::toString).hasValue("0.2.0");
    }

    @Test
    void whatIsNotGenuineTeachesNothing() {
        updates.answer = new Answer.NotGenuine("https://example.org");
        look();
        assertThat(desk.viewProperty().get().notGenuine()).isTrue();
        assertThat(kept()).isEqualTo(UpdateChoice.USUAL);
    }

    @Test
    void thisVersionOnceInstalledIsNoNewsAnyMore() {
        look();
        UiWindow.await().until(() -> !kept().newest().isEmpty());
        UpdateDesk updated = desk();
        updated.ask(updates, "0.2.0");
        assertThat(updated.viewProperty().get().newer()).isEmpty();
    }

    @Test
    void aMistakeInsideIsTold() {
        updates.answer = null;
        updates.held = null;
        look();
        assertThat(desk.viewProperty().get().answer())
                .isEqualTo(new Answer.CannotTell(Statement.of("update.why.failed")));
    }

    @Test
    void aClosedWindowTakesNoAnswer() {
        desk.look();
        desk.stop();
        UiWindow.await().until(() -> !window.isEmpty());
        window.forEach(Runnable::run);
        assertThat(kept()).isEqualTo(UpdateChoice.USUAL);
        desk.look();
        assertThat(updates.asked).hasSize(1);
    }
}
