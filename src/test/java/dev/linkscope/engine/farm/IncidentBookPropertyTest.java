package dev.linkscope.engine.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.incident.Incident;
import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.port.Alerts;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.engine.port.Notifier.Change;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds whatever a farm goes through. */
class IncidentBookPropertyTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    private static void something(FarmScript farm, Random random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        switch (random.nextInt(12)) {
            case 0, 1 -> farm.link(name, LinkState.WAITING);
            case 2 -> NAMES.forEach(one -> farm.link(one, LinkState.WAITING));
            case 3 -> NAMES.forEach(one -> farm.link(one, LinkState.MEASURING));
            case 4 -> farm.well(name);
            case 5 -> farm.sign(name, Kind.SERVER, farm.outage());
            case 6 -> farm.sign(name, Kind.SERVER, FarmScript.watch(farm.now));
            case 7 ->
                    farm.shared(
                            true,
                            farm.now.minusSeconds(60),
                            name,
                            NAMES.get(random.nextInt(NAMES.size())));
            case 8 -> farm.shared(false, farm.now, name);
            case 9 ->
                    farm.alerts =
                            new Alerts(
                                    true,
                                    null,
                                    null,
                                    List.of(),
                                    Map.of(
                                            FarmScript.id(name),
                                            new Attention(random.nextBoolean(), null)));
            case 10 -> farm.now = farm.now.plusSeconds(random.nextInt(2_000) - 1_000);
            default -> farm.remove(name).well(name);
        }
    }

    @Property(tries = 50)
    void openAndRecoveredAlternateAndNoTwoOpenIncidentsAreOfTheSame(@ForAll long seed) {
        var random = new Random(seed);
        var farm = new FarmScript().well(NAMES.toArray(String[]::new));
        Map<String, Boolean> open = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            something(farm, random);
            for (int looks = random.nextInt(40); looks >= 0; looks--) {
                for (IncidentChange change : farm.look()) {
                    String id = change.incident().id();
                    boolean was = open.getOrDefault(id, false);
                    assertThat(was)
                            .as("%s of %s", change.change(), id)
                            .isEqualTo(change.change() != Change.OPENED);
                    open.put(id, change.change() != Change.RECOVERED);
                    assertThat(change.incident().open())
                            .isEqualTo(change.change() != Change.RECOVERED);
                }
                checkList(farm.book.list(), open);
            }
        }
    }

    private static void checkList(List<Incident> list, Map<String, Boolean> open) {
        Set<String> taken = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Incident incident : list) {
            assertThat(ids.add(incident.id())).isTrue();
            assertThat(open.get(incident.id())).isEqualTo(incident.open());
            if (incident.ended() != null) {
                assertThat(incident.ended()).isAfterOrEqualTo(incident.began());
                continue;
            }
            for (PrinterId printer : incident.printers()) {
                assertThat(taken.add(incident.kind() + " " + printer)).isTrue();
            }
        }
    }

    @Property(tries = 25)
    void flappingAtAnyRateChangesLittle(
            @ForAll @IntRange(min = 3, max = 2_400) int badSeconds,
            @ForAll @IntRange(min = 3, max = 2_400) int goodSeconds) {
        var farm = new FarmScript().well("one");
        for (Duration day = Duration.ZERO; day.toHours() < 6; ) {
            farm.sign("one", Kind.SERVER, farm.outage());
            farm.pass(Duration.ofSeconds(badSeconds));
            for (int well = 0; well < goodSeconds; well += 3) {
                farm.sign("one", Kind.SERVER, FarmScript.quiet(Duration.ofSeconds(well)));
                farm.look();
            }
            day = Duration.between(FarmScript.START, farm.now);
        }
        // 5, 10, 20, 40 and then 60 minutes: at most one pair an hour after the first few.
        assertThat(farm.changes).hasSizeLessThanOrEqualTo(2 * (5 + 6));
        assertThat(farm.book.list()).as("one incident").hasSize(1);
    }

    @Property(tries = 25)
    void anAbsenceThatFlapsChangesLittle(
            @ForAll @IntRange(min = 3, max = 2_400) int badSeconds,
            @ForAll @IntRange(min = 3, max = 2_400) int goodSeconds) {
        var farm = new FarmScript().well("one", "two");
        while (Duration.between(FarmScript.START, farm.now).toHours() < 6) {
            farm.link("one", LinkState.WAITING).pass(Duration.ofSeconds(badSeconds));
            farm.link("one", LinkState.MEASURING).pass(Duration.ofSeconds(goodSeconds));
        }
        assertThat(farm.changes).hasSizeLessThanOrEqualTo(2 * (5 + 6));
    }
}
