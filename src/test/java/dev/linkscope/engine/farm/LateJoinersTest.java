package dev.linkscope.engine.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Notifier.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Printers whose outages begin at different moments of the same trouble. */
@Timeout(60)
class LateJoinersTest {
    private static final int PRINTERS = 20;
    private static final int BEFORE = 120;
    private static final int LASTS = 40;
    private static final int AFTER = 60;

    private final List<IncidentChange> changes = new ArrayList<>();

    /** Looks at the farm after each slot. */
    private IncidentBook watched(IntUnaryOperator firstFailure) {
        var now = new Instant[] {FarmSessions.NOON};
        var rounds = new FarmRounds(() -> now[0]);
        var book = new IncidentBook();
        for (int slots = BEFORE; slots < BEFORE + LASTS; slots++) {
            List<SessionSnapshot> farm = new ArrayList<>();
            for (int printer = 0; printer < PRINTERS; printer++) {
                int ok = Math.min(slots, BEFORE + firstFailure.applyAsInt(printer));
                farm.add(FarmSessions.of(printer, "1".repeat(ok) + "0".repeat(slots - ok)));
            }
            now[0] = FarmSessions.slot(slots);
            changes.addAll(book.look(farm, rounds.look(farm), Alerts.USUAL, now[0]));
        }
        return book;
    }

    private static List<Incident> open(IncidentBook book) {
        return book.list().stream().filter(Incident::open).toList();
    }

    @Test
    void allThatFailTogetherAreMembersFromTheBegin() {
        assertThat(open(watched(_ -> 0)))
                .singleElement()
                .satisfies(one -> assertThat(one.printers()).hasSize(PRINTERS));
        assertThat(FarmScript.kinds(changes)).containsExactly(Change.OPENED);
    }

    @Test
    void whoFailsAMinuteLaterJoins() {
        assertThat(open(watched(printer -> printer < 12 ? 0 : 6)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.SHARED);
                    assertThat(one.printers()).hasSize(PRINTERS);
                });
        assertThat(FarmScript.kinds(changes)).contains(Change.OPENED, Change.JOINED);
    }

    @Test
    void oneAfterTheOtherJoins() {
        assertThat(open(watched(printer -> printer / 2)))
                .singleElement()
                .satisfies(one -> assertThat(one.printers()).hasSize(PRINTERS));
    }

    @Test
    void oneAloneThatFollowsMostOfTheFarmJoins() {
        assertThat(open(watched(printer -> printer == 7 ? 5 : 0)))
                .singleElement()
                .satisfies(one -> assertThat(one.printers()).hasSize(PRINTERS));
        assertThat(FarmScript.kinds(changes)).containsOnlyOnce(Change.OPENED);
    }

    @Test
    void oneAloneLongAfterwardsHasItsOwn() {
        assertThat(open(watched(printer -> printer == 7 ? 20 : 0)))
                .extracting(Incident::kind)
                .containsExactlyInAnyOrder(Kind.SHARED, Kind.SERVER);
    }

    /** A third of the farm says nothing of somebody else. */
    @Test
    void oneAloneThatFollowsAFewHasItsOwn() {
        assertThat(open(watched(printer -> printer < 6 ? 0 : printer == 7 ? 11 : LASTS)))
                .extracting(Incident::kind)
                .containsExactlyInAnyOrder(Kind.SHARED, Kind.SERVER);
    }

    @Test
    void whoHadFailedBeforeKeepsItsOwn() {
        assertThat(open(watched(printer -> printer == 0 ? -60 : 0)))
                .extracting(Incident::kind)
                .containsExactlyInAnyOrder(Kind.SHARED, Kind.SERVER);
    }

    /** What failed with all others for a while makes nobody's own trouble afterwards. */
    @Test
    void whatIsOverForAllIsNobodysOwn() {
        var now = new Instant[] {FarmSessions.NOON};
        var rounds = new FarmRounds(() -> now[0]);
        var book = new IncidentBook();
        for (int slots = BEFORE; slots < BEFORE + LASTS + AFTER; slots++) {
            int failed = Math.min(slots - BEFORE, LASTS);
            String row =
                    "1".repeat(BEFORE) + "0".repeat(failed) + "1".repeat(slots - BEFORE - failed);
            List<SessionSnapshot> farm = new ArrayList<>();
            for (int printer = 0; printer < PRINTERS; printer++) {
                boolean goesOn = printer == 3 && slots >= BEFORE + LASTS + 30;
                String own = goesOn ? row.substring(0, row.length() - 2) + "00" : row;
                farm.add(FarmSessions.of(printer, own));
            }
            now[0] = FarmSessions.slot(slots);
            changes.addAll(book.look(farm, rounds.look(farm), Alerts.USUAL, now[0]));
        }
        assertThat(changes)
                .extracting(change -> change.incident().kind() + " " + change.change())
                .containsExactlyInAnyOrder("SHARED OPENED", "SHARED RECOVERED", "SERVER OPENED");
        assertThat(open(book).getFirst().printers()).containsExactly(FarmSessions.id(3));
    }
}
