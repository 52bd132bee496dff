package dev.linkscope.engine.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Notifier.Notice;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ui.FakeFarm;
import dev.linkscope.ui.FakeSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The desk over snapshots as the window gets them. */
class IncidentDeskTest {
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    private final FakeFarm farm = new FakeFarm();
    private final List<Notice> everything = new CopyOnWriteArrayList<>();
    private final List<Notice> user = new CopyOnWriteArrayList<>();
    private volatile Instant now = FakeSnapshots.NOW;
    private final InstantSource clock = () -> now;
    private final IncidentDesk desk =
            new IncidentDesk(
                    farm,
                    () -> FarmView.NONE,
                    () -> Alerts.USUAL,
                    everything::add,
                    user::add,
                    MESSAGES::render,
                    clock,
                    ZoneOffset.UTC);

    @AfterEach
    void close() {
        desk.close();
    }

    private void pass(Duration span) {
        pass(span, 3);
    }

    private void pass(Duration span, int everySeconds) {
        for (Instant end = now.plus(span); now.isBefore(end); now = now.plusSeconds(everySeconds)) {
            desk.look();
        }
    }

    @Test
    void aFarmThatIsSickAtTheStartIsToldOnce() {
        FakeSnapshots.farm().forEach(farm::put);
        pass(Duration.ofMinutes(10));
        assertThat(desk.list()).isNotEmpty();
        assertThat(everything).hasSameSizeAs(desk.list());
        assertThat(user).hasSize(1);
        assertThat(user.getFirst().title()).startsWith("Already wrong when Linkscope started");
        everything.forEach(notice -> {
            assertThat(notice.title()).isNotBlank().doesNotContain("{");
            assertThat(notice.text()).isNotBlank().doesNotContain("{");
        });
        assertThat(desk.list()).extracting(incident -> incident.kind()).contains(Kind.AWAY);
        assertThat(desk.list())
                .allSatisfy(incident -> assertThat(MESSAGES.render(incident.next())).isNotBlank());
    }

    @Test
    void acknowledgingShowsSoon() {
        FakeSnapshots.farm().forEach(farm::put);
        pass(Duration.ofMinutes(4));
        long before = desk.revision();
        String id = desk.list().getFirst().id();
        desk.acknowledge(id);
        await().atMost(Duration.ofSeconds(5)).until(() -> desk.revision() > before);
        assertThat(desk.list())
                .filteredOn(incident -> incident.id().equals(id))
                .allMatch(incident -> incident.acknowledgedAt() != null);
        desk.takeBack(id);
        await().atMost(Duration.ofSeconds(5))
                .until(() ->
                        desk.list().stream()
                                .filter(incident -> incident.id().equals(id))
                                .allMatch(incident -> incident.acknowledgedAt() == null));
    }

    @Test
    void nobodyIsCalledForADemonstration() {
        var made = FakeSnapshots.printer("Demo", new Target.Simulated("demo"));
        farm.put(FakeSnapshots.bursts(made, 3));
        pass(Duration.ofMinutes(20));
        assertThat(desk.list()).hasSize(1);
        assertThat(everything).hasSize(1);
        assertThat(user).isEmpty();
    }

    @Test
    void aLookAtAThousandPrintersIsQuick() {
        List<SessionSnapshot> models = FakeSnapshots.farm();
        for (int i = 0; i < 1_000; i++) {
            farm.put(withNewId(models.get(i % models.size())));
        }
        pass(Duration.ofMinutes(6), 12);
        assertThat(desk.list()).hasSizeGreaterThan(300);
        assertThat(user).as("a thousand printers, one notice").hasSize(1);
        long begun = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofSeconds(3));
        }
        Duration look = Duration.ofNanos(System.nanoTime() - begun).dividedBy(10);
        // A few milliseconds on an idle machine.
        assertThat(look).isLessThan(Duration.ofMillis(500));
    }

    private static SessionSnapshot withNewId(SessionSnapshot old) {
        return new SessionSnapshot(
                old.printer().withId(PrinterId.random()),
                old.revision(),
                old.at(),
                old.link(),
                old.failure(),
                old.retryAt(),
                old.agent(),
                old.server(),
                old.webcam(),
                old.probes(),
                old.facts(),
                old.side(),
                old.chain(),
                old.notes(),
                old.headline(),
                old.findings(),
                old.outcomes(),
                old.lost());
    }

    @Test
    void looksByItselfOnceStarted() {
        FakeSnapshots.farm().forEach(farm::put);
        pass(Duration.ofMinutes(4));
        farm.snapshots().forEach(snapshot -> farm.remove(snapshot.printer().id()));
        desk.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> desk.list().isEmpty());
    }
}
