package dev.linkscope.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a client has when all is over.
 *
 * @param attempts in the order they were kept
 * @param changes of its link, oldest first
 * @param looks at all ways to the server, which a failure sets off
 */
record Evidence(List<Attempted> attempts, List<LinkChange> changes, List<Attempted> looks) {
    /** What is looked at: each makes an attempt in every slot. */
    static final List<String> TARGETS = List.of("server", "dns", "gateway");

    /** Slots of a run that are missing before its last one: it measures in every slot. */
    long lost() {
        return slots().values().stream()
                .mapToLong(slots ->
                        slots.stream().mapToLong(Long::longValue).max().orElse(-1)
                                + 1
                                - slots.stream().distinct().count())
                .sum();
    }

    /** Outcomes beyond the first of a slot. */
    long doubled() {
        return slots().values().stream()
                .mapToLong(slots -> slots.size() - slots.stream().distinct().count())
                .sum();
    }

    /** Attempts at a target by their start. */
    List<Attempted> of(String target) {
        return attempts.stream()
                .filter(attempt -> attempt.target().equals(target))
                .sorted(Comparator.comparing(Attempted::start))
                .toList();
    }

    /** Runs of agents, oldest first. */
    List<String> runs() {
        return attempts.stream()
                .sorted(Comparator.comparing(Attempted::start))
                .map(Attempted::run)
                .distinct()
                .toList();
    }

    /** Failures of each target with their phase and class, as {@code dns timeout (24)}. */
    String failures() {
        Map<String, Map<String, Long>> counts =
                attempts.stream()
                        .filter(Attempted::failed)
                        .collect(
                                Collectors.groupingBy(
                                        Attempted::target,
                                        TreeMap::new,
                                        Collectors.groupingBy(
                                                Attempted::verdict,
                                                TreeMap::new,
                                                Collectors.counting())));
        return counts.entrySet().stream()
                .map(target ->
                        target.getKey()
                                + ": "
                                + target.getValue().entrySet().stream()
                                        .map(one -> one.getKey() + " (" + one.getValue() + ")")
                                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** When the client first knew of a break after that moment. */
    Optional<LinkChange> breakAfter(Instant moment) {
        return changes.stream()
                .filter(change -> !change.up() && change.at().isAfter(moment))
                .findFirst();
    }

    /** When outcomes arrived again after that moment. */
    Optional<LinkChange> returnAfter(Instant moment) {
        return changes.stream()
                .filter(change -> change.up() && change.at().isAfter(moment))
                .findFirst();
    }

    /** How much later than its grid an attempt began, at most. */
    Duration worstDelay(Duration cadence) {
        Duration worst = Duration.ZERO;
        for (String target : new TreeSet<>(attempts.stream().map(Attempted::target).toList())) {
            for (String run : runs()) {
                List<Attempted> mine =
                        of(target).stream().filter(one -> one.run().equals(run)).toList();
                for (Attempted one : mine) {
                    Instant due =
                            mine.getFirst()
                                    .start()
                                    .plus(
                                            cadence.multipliedBy(
                                                    one.slot() - mine.getFirst().slot()));
                    Duration delay = Duration.between(due, one.start()).abs();
                    worst = delay.compareTo(worst) > 0 ? delay : worst;
                }
            }
        }
        return worst;
    }

    private Map<String, List<Long>> slots() {
        return attempts.stream()
                .collect(
                        Collectors.groupingBy(
                                attempt -> attempt.run() + " " + attempt.target(),
                                Collectors.mapping(Attempted::slot, Collectors.toList())));
    }
}
