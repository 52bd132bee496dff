package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.stats.math.SplitMix;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Which faults that printers share are found, and how many are found that are none. A fault is
 * <em>allowed</em> by the chance model, fixed beforehand, if it strikes more printers than the
 * number that two tests at α need with everybody's own chances known ({@link FarmWorld#needed}).
 * Found is an outage that lies in the fault's time and has half of its members, at most as many
 * others; a second one for the same fault counts as false.
 */
@Tag("bench")
@Timeout(1_200)
class SharedOutagesStudy {
    private static final int[] PRINTERS = {2, 3, 5, 8, 20, 50};
    private static final double[] LOSSES = {0.005, 0.02, 0.05, 0.10};
    private static final double[] BURSTS = {1.1, 5, 20};
    private static final double[] SHARES = {0.05, 0.2, 0.5, 1};

    /** One minute, ten minutes, one hour, six and twelve, at 10 s. */
    private static final int[] LENGTHS = {6, 60, 360, 2_160, 4_320};

    private static final int DAY = 8_640;

    /** What came of many farms. */
    private static final class Count {
        private int faults;
        private int allowed;
        private int allowedFound;
        private int found;
        private int right;
        private long members;
        private long membersFound;
        private long named;
        private double hours;

        void add(FarmWorld world, int needed, double slots) {
            List<SharedOutage> outages = FarmWorld.found(world.traces()).toList();
            hours += slots / 360;
            found += outages.size();
            for (FarmWorld.Fault fault : world.faults()) {
                var match = outages.stream().filter(fault::matches).findFirst();
                faults++;
                boolean counts = fault.members().cardinality() > needed;
                allowed += counts ? 1 : 0;
                if (match.isPresent()) {
                    right++;
                    allowedFound += counts ? 1 : 0;
                    members += fault.members().cardinality();
                    membersFound += fault.common(match.get());
                    named += match.get().members().size();
                }
            }
        }

        void add(Count other) {
            faults += other.faults;
            allowed += other.allowed;
            allowedFound += other.allowedFound;
            found += other.found;
            right += other.right;
            members += other.members;
            membersFound += other.membersFound;
            named += other.named;
            hours += other.hours;
        }

        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        double recall() {
            return allowed == 0 ? 1 : (double) allowedFound / allowed;
        }

        Object[] row(String name) {
            return new Object[] {
                name,
                BenchReport.count(hours),
                faults,
                allowed,
                allowed == 0 ? "–" : BenchReport.percent(recall()),
                found,
                BenchReport.percent(precision()),
                BenchReport.percent(members == 0 ? 1 : (double) membersFound / members),
                BenchReport.percent(named == 0 ? 1 : (double) membersFound / named)
            };
        }
    }

    @Test
    void sharedFaultsAreFoundAndNothingElse() {
        Map<String, Count> parts = new TreeMap<>();
        Count all = new Count();
        for (int printers : PRINTERS) {
            for (double loss : LOSSES) {
                for (double burst : BURSTS) {
                    for (int length : LENGTHS) {
                        for (double share : SHARES) {
                            Count one = struck(printers, loss, burst, length, share);
                            all.add(one);
                            part(parts, "1. printers " + String.format("%2d", printers)).add(one);
                            part(parts, "2. own loss " + BenchReport.percent(loss)).add(one);
                            part(parts, "3. mean burst " + String.format("%4.1f", burst)).add(one);
                            part(parts, "4. slots " + String.format("%4d", length)).add(one);
                            part(parts, "5. share " + String.format("%.2f", share)).add(one);
                        }
                    }
                }
            }
        }
        BenchReport report =
                new BenchReport(
                        "Faults that printers share",
                        "farms",
                        "hours",
                        "faults",
                        "allowed",
                        "found of these",
                        "outages found",
                        "right",
                        "members found",
                        "members right");
        parts.forEach((name, count) -> report.row(count.row(name.substring(3))));
        report.row(all.row("all"));
        report.write();
        assertThat(all.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(all.precision()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void farmsWithoutASharedFaultShowNone() {
        BenchReport report =
                new BenchReport(
                        "Farms without a shared fault",
                        "printers",
                        "hours, looked at once a day",
                        "shared outages",
                        "hours, the last two looked at every minute",
                        "shared outages");
        double hours = 0;
        double watched = 0;
        int once = 0;
        int live = 0;
        for (int printers : PRINTERS) {
            double h = 0;
            double w = 0;
            int o = 0;
            int l = 0;
            for (double loss : LOSSES) {
                for (double burst : BURSTS) {
                    var random = new SplitMix(printers * 17L + (long) (1e6 * loss + burst));
                    for (int day = 0; day < (printers < 10 ? 12 : 4); day++) {
                        var world = new FarmWorld(printers, DAY, loss, burst, random);
                        o += (int) FarmWorld.found(world.traces()).count();
                        h += 24;
                        if (day == 0 && printers <= 20) {
                            l += watched(world.traces());
                            w += 24;
                        }
                    }
                }
            }
            report.row(printers, BenchReport.count(h), o, BenchReport.count(w), l);
            hours += h;
            watched += w;
            once += o;
            live += l;
        }
        report.row("all", BenchReport.count(hours), once, BenchReport.count(watched), live);
        report.write();
        assertThat(1_000 * once / hours).isLessThanOrEqualTo(1);
        assertThat(1_000 * live / watched).isLessThanOrEqualTo(1);
    }

    /** Outages shown in a day by somebody who never looks away. */
    private static int watched(List<NamedTrace> day) {
        Set<Instant> shown = new HashSet<>();
        List<SharedOutage> known = List.of();
        for (int end = 12; end <= DAY; end += 6) {
            List<NamedTrace> span = FarmWorld.between(day, Math.max(0, end - 720), end);
            known = SharedOutages.find(span, Traces.CADENCE, known, 0).sharedOutages();
            known.forEach(outage -> shown.add(outage.from()));
        }
        return shown.size();
    }

    private static Count part(Map<String, Count> parts, String name) {
        return parts.computeIfAbsent(name, _ -> new Count());
    }

    private static Count struck(int printers, double loss, double burst, int length, double share) {
        Count count = new Count();
        int members = Math.max(2, (int) Math.round(share * printers));
        int slots = Math.max(720, 2 * length);
        int needed = FarmWorld.needed(printers, slots, loss, burst);
        SplitMix random =
                new SplitMix(
                        printers * 31L
                                + length * 7L
                                + (long) (1e6 * loss + 1e3 * burst + 100 * share));
        for (int i = 0; i < Math.clamp(720 * 6 / slots, 1, 3); i++) {
            FarmWorld world = new FarmWorld(printers, slots, loss, burst, random);
            world.strike(30 + random.nextInt(slots - length - 60), length, members);
            count.add(world, needed, slots);
        }
        return count;
    }
}
