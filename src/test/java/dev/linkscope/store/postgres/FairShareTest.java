package dev.linkscope.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.store.postgres.FairShare.Lease;
import dev.linkscope.store.postgres.FairShare.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FairShareTest {
    private final Map<String, Lease> leases = new HashMap<>();
    private final Map<String, Set<String>> stopped = new HashMap<>();
    private int moved;

    /** One renewal, as {@link PostgresLeases} does it. */
    private void turn(String me, Map<String, Set<String>> wishes) {
        stopped.getOrDefault(me, Set.of()).forEach(leases::remove);
        Turn turn = FairShare.of(me, wishes, leases);
        for (String printer : turn.take()) {
            assertThat(leases).doesNotContainKey(printer);
            leases.put(printer, new Lease(me, false));
        }
        turn.handOver().forEach(printer -> leases.put(printer, new Lease(me, true)));
        moved += turn.handOver().size();
        stopped.put(me, turn.handOver());
    }

    private Map<String, Integer> loads() {
        var loads = new TreeMap<String, Integer>();
        leases.values().forEach(lease -> loads.merge(lease.holder(), 1, Integer::sum));
        return loads;
    }

    /** Watchers come and go; soon everything is watched, evenly, and then nothing moves. */
    @Property(tries = 80)
    void equalWishesEndInEqualShares(
            @ForAll @IntRange(min = 1, max = 8) int watchers,
            @ForAll @IntRange(max = 120) int printers,
            @ForAll long seed) {
        leases.clear();
        stopped.clear();
        var random = new Random(seed);
        var all = new TreeSet<String>();
        for (int i = 0; i < printers; i++) {
            all.add("printer-" + i);
            int holder = random.nextInt(watchers + 1);
            if (holder < watchers && random.nextBoolean()) {
                leases.put("printer-" + i, new Lease("watcher-" + holder % 2, false));
            }
        }
        var wishes = new TreeMap<String, Set<String>>();
        for (int i = 0; i < watchers; i++) {
            wishes.put("watcher-" + i, all);
        }
        leases.values().removeIf(lease -> !wishes.containsKey(lease.holder()));
        List<String> order = new ArrayList<>(wishes.keySet());
        for (int round = 0; round < 6; round++) {
            for (String watcher : order) {
                turn(watcher, wishes);
            }
        }
        assertThat(leases.keySet()).isEqualTo(all);
        Map<String, Integer> loads = loads();
        wishes.keySet().forEach(watcher -> loads.putIfAbsent(watcher, 0));
        assertThat(loads.values())
                .allMatch(load ->
                        load == printers / watchers || load == (printers - 1) / watchers + 1);
        moved = 0;
        for (String watcher : order) {
            turn(watcher, wishes);
        }
        assertThat(moved).isZero();
    }

    /** Only as many move as the one who joins is to get. */
    @Property(tries = 50)
    void joiningMovesFew(
            @ForAll @IntRange(min = 1, max = 6) int watchers,
            @ForAll @IntRange(min = 1, max = 20) int each) {
        leases.clear();
        stopped.clear();
        moved = 0;
        var all = new TreeSet<String>();
        var wishes = new TreeMap<String, Set<String>>();
        wishes.put("new", all);
        for (int w = 0; w < watchers; w++) {
            wishes.put("old-" + w, all);
            for (int i = 0; i < each; i++) {
                all.add(w + "-" + i);
                leases.put(w + "-" + i, new Lease("old-" + w, false));
            }
        }
        for (int round = 0; round < 6; round++) {
            wishes.keySet().forEach(watcher -> turn(watcher, wishes));
        }
        assertThat(leases.keySet()).isEqualTo(all);
        int share = watchers * each / (watchers + 1);
        assertThat(loads().getOrDefault("new", 0)).isBetween(share, share + 1);
        assertThat(moved).isBetween(share, share + 1);
    }

    /** Whatever each of them wants, what somebody wants is watched. */
    @Property(tries = 80)
    void unequalWishesLeaveNothingUnwatched(
            @ForAll @IntRange(min = 1, max = 5) int watchers,
            @ForAll @IntRange(min = 1, max = 40) int printers,
            @ForAll long seed) {
        leases.clear();
        stopped.clear();
        var random = new Random(seed);
        var wishes = new TreeMap<String, Set<String>>();
        var wanted = new TreeSet<String>();
        for (int w = 0; w < watchers; w++) {
            var some = new TreeSet<String>();
            for (int i = 0; i < printers; i++) {
                if (random.nextInt(3) > 0) {
                    some.add("printer-" + i);
                }
            }
            wanted.addAll(some);
            wishes.put("watcher-" + w, some);
        }
        for (int round = 0; round < 12; round++) {
            wishes.keySet().forEach(watcher -> turn(watcher, wishes));
        }
        assertThat(leases.keySet()).isEqualTo(wanted);
        leases.forEach((printer, lease) ->
                assertThat(wishes.getOrDefault(lease.holder(), Set.of())).contains(printer));
    }
}
