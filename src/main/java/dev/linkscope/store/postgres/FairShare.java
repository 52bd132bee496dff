package dev.linkscope.store.postgres;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which printers one of several watchers keeps, takes and hands over. Everybody gets as many as the
 * others, as far as everybody wants the same; what is measured moves as little as that allows.
 */
final class FairShare {
    private final String me;
    private final Map<String, Set<String>> wishes;
    private final Map<String, Integer> loads = new TreeMap<>();

    private FairShare(String me, Map<String, Set<String>> wishes) {
        this.me = me;
        this.wishes = wishes;
        wishes.keySet().forEach(watcher -> loads.put(watcher, 0));
    }

    /**
     * The turn of a watcher.
     *
     * @param me the watcher
     * @param wishes printers that each watcher alive would measure, this one included
     * @param leases valid leases by printer
     */
    static Turn of(String me, Map<String, Set<String>> wishes, Map<String, Lease> leases) {
        return new FairShare(me, wishes).turn(leases);
    }

    private Turn turn(Map<String, Lease> leases) {
        Set<String> mine = new TreeSet<>();
        Set<String> wanted = new TreeSet<>();
        wishes.values().forEach(wanted::addAll);
        Set<String> free = new TreeSet<>(wanted);
        var changingHands = new TreeSet<String>();
        leases.forEach((printer, lease) -> {
            free.remove(printer);
            if (lease.leaving) {
                if (wanted.contains(printer)) {
                    changingHands.add(printer);
                }
            } else {
                loads.computeIfPresent(lease.holder, (_, load) -> load + 1);
                if (lease.holder.equals(me)) {
                    mine.add(printer);
                }
            }
        });
        for (String printer : changingHands) {
            give(printer, leases.get(printer));
        }
        var take = new TreeSet<String>();
        for (String printer : free) {
            if (me.equals(give(printer, null))) {
                take.add(printer);
            }
        }
        Set<String> handOver = handOver(mine);
        mine.removeAll(handOver);
        return new Turn(mine, take, handOver);
    }

    /** Counts a printer as that of the least laden who wants it, but for its old holder. */
    private @Nullable String give(String printer, @Nullable Lease old) {
        String taker = leastLaden(printer, old == null ? "" : old.holder);
        if (taker != null) {
            loads.merge(taker, 1, Integer::sum);
        }
        return taker;
    }

    private @Nullable String leastLaden(String printer, String except) {
        String best = null;
        for (Map.Entry<String, Set<String>> watcher : wishes.entrySet()) {
            String name = watcher.getKey();
            if (!name.equals(except) && watcher.getValue().contains(printer)) {
                int less = best == null ? -1 : Integer.compare(load(name), load(best));
                if (less < 0 || (less == 0 && name.equals(me))) {
                    best = name;
                }
            }
        }
        return best;
    }

    private Set<String> handOver(Set<String> mine) {
        var handOver = new TreeSet<String>();
        Set<String> wanted = wishes.getOrDefault(me, Set.of());
        int share = share();
        for (String printer : mine) {
            String other = leastLaden(printer, me);
            boolean unwanted = !wanted.contains(printer);
            boolean tooMany = load(me) > share && other != null && load(other) + 1 < load(me);
            if (unwanted || tooMany) {
                handOver.add(printer);
                loads.merge(me, -1, Integer::sum);
                if (other != null) {
                    loads.merge(other, 1, Integer::sum);
                }
            }
        }
        return handOver;
    }

    /** How many this watcher may keep: some have one more than others where it does not divide. */
    private int share() {
        int all = loads.values().stream().mapToInt(Integer::intValue).sum();
        int each = all / loads.size();
        long othersWithMore =
                loads.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(me) && entry.getValue() > each)
                        .count();
        return othersWithMore < all % loads.size() ? each + 1 : each;
    }

    private int load(String watcher) {
        return loads.getOrDefault(watcher, 0);
    }

    /**
     * A lease that holds now.
     *
     * @param holder who has it
     * @param leaving whether its holder is about to give it back
     */
    record Lease(String holder, boolean leaving) {}

    /**
     * What a watcher does now.
     *
     * @param keep printers that it holds and goes on with
     * @param take printers that are free and that it gets
     * @param handOver printers that it holds and stops measuring
     */
    record Turn(Set<String> keep, Set<String> take, Set<String> handOver) {}
}
