package dev.linkscope.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.stats.Simulated;
import dev.linkscope.stats.math.SplitMix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often a day's re-check, an undone change or a part of the day lead astray. */
@Tag("bench")
@Timeout(1_200)
class TrialStudy {
    private static final int BASELINE = 720;
    private static final int DAY = 8_640;
    private static final int LINKS = 300;

    /** Slots from the change until it was found better. */
    private static final int FOUND = 300;

    private record Link(double loss, double burst) {
        String slots(int count, double share, SplitMix random) {
            return share == 0
                    ? "1".repeat(count)
                    : Simulated.gilbert(count, loss * share, burst, random);
        }

        @Override
        public String toString() {
            return BenchReport.percent(loss) + ", mean burst " + (int) burst;
        }
    }

    private static final Link[] OLD = {
        new Link(0.02, 1), new Link(0.05, 2), new Link(0.10, 2), new Link(0.24, 5)
    };

    private interface Course {
        Trial trial(TrialWorld world);

        String since(SplitMix random);
    }

    /** Shares of trials that end in each state, over baselines that can be compared with. */
    private static double[] run(Link link, long seed, Course course, TrialState... states) {
        SplitMix random = new SplitMix(seed);
        int[] counts = new int[states.length];
        int usable = 0;
        for (int i = 0; i < LINKS; i++) {
            TrialWorld world = new TrialWorld(link.slots(BASELINE, 1, random));
            String since = course.since(random);
            if (!world.announcement().ready()) {
                continue;
            }
            usable++;
            TrialState end = world.judge(course.trial(world), since).next().state();
            for (int s = 0; s < states.length; s++) {
                counts[s] += end == states[s] ? 1 : 0;
            }
        }
        double[] shares = new double[states.length];
        for (int s = 0; s < states.length; s++) {
            shares[s] = (double) counts[s] / usable;
        }
        return shares;
    }

    private static Course recheck(Link link, double rest, int quiet) {
        return new Course() {
            @Override
            public Trial trial(TrialWorld world) {
                return world.better(FOUND);
            }

            @Override
            public String since(SplitMix random) {
                return "1".repeat(FOUND)
                        + (quiet == 0
                                ? link.slots(DAY + 10, rest, random)
                                : "1".repeat(quiet) + link.slots(DAY + 10 - quiet, rest, random));
            }
        };
    }

    private static Course undone(Link link, double rest) {
        return new Course() {
            @Override
            public Trial trial(TrialWorld world) {
                return world.undone(FOUND);
            }

            @Override
            public String since(SplitMix random) {
                return "1".repeat(FOUND) + link.slots(6_000, rest, random);
            }
        };
    }

    @Test
    void aDayLater() {
        BenchReport report =
                new BenchReport(
                        "A day's re-check of what was found better",
                        "link before",
                        "since it was found better",
                        "held",
                        "taken back");
        for (Link link : OLD) {
            for (double rest : new double[] {0, 0.1, 0.5}) {
                double[] ends =
                        run(
                                link,
                                1,
                                recheck(link, rest, 0),
                                TrialState.HELD,
                                TrialState.TAKEN_BACK);
                report.row(
                        link,
                        rest == 0 ? "quiet" : BenchReport.percent(rest) + " of the old loss",
                        BenchReport.percent(ends[0]),
                        BenchReport.percent(ends[1]));
                if (rest < 0.5) {
                    assertThat(ends[1]).as("%s %s", link, rest).isLessThanOrEqualTo(0.05);
                }
            }
            for (int hours : new int[] {0, 6, 18}) {
                double[] ends =
                        run(
                                link,
                                2,
                                recheck(link, 1, 360 * hours),
                                TrialState.HELD,
                                TrialState.TAKEN_BACK);
                report.row(
                        link,
                        "back after " + hours + " h",
                        BenchReport.percent(ends[0]),
                        BenchReport.percent(ends[1]));
            }
        }
        report.write();
    }

    @Test
    void undoneForATest() {
        BenchReport report =
                new BenchReport(
                        "Undone after it was found better, 17 h",
                        "link before",
                        "since it was undone",
                        "confirmed",
                        "stayed away");
        for (Link link : OLD) {
            for (double rest : new double[] {0, 0.1, 0.5, 1}) {
                double[] ends =
                        run(
                                link,
                                3,
                                undone(link, rest),
                                TrialState.CONFIRMED,
                                TrialState.STAYED_AWAY);
                report.row(
                        link,
                        rest == 0 ? "quiet" : BenchReport.percent(rest) + " of the old loss",
                        BenchReport.percent(ends[0]),
                        BenchReport.percent(ends[1]));
                double wrong = rest == 1 ? ends[1] : rest < 0.5 ? ends[0] : 0;
                assertThat(wrong).as("%s %s", link, rest).isLessThanOrEqualTo(0.05);
            }
        }
        report.write();
    }

    @Test
    void faultsOfAPartOfTheDay() {
        BenchReport report =
                new BenchReport(
                        "Faults of 2 to 6 hours a day, changed at any time of day",
                        "days of baseline",
                        "share of days on which it comes",
                        "unchanged, called better within 6 days",
                        "fixed, found within 3 days");
        for (double comes : new double[] {1, 0.7}) {
            for (int days : new int[] {1, 2, 3, 5, 7}) {
                int wrong = 0;
                int found = 0;
                for (int i = 0; i < LINKS; i++) {
                    SplitMix random = new SplitMix(SplitMix.mix(1_000L * days + i));
                    EveningFault fault = new EveningFault(random, comes);
                    TrialWorld world = new TrialWorld(fault.slots(0, days), EveningFault.CADENCE);
                    String unchanged = fault.slots(days * EveningFault.DAY, 6);
                    String quiet = "1".repeat(3 * EveningFault.DAY);
                    wrong += better(world, unchanged) ? 1 : 0;
                    found += better(world, quiet) ? 1 : 0;
                }
                report.row(
                        days,
                        BenchReport.percent(comes),
                        BenchReport.percent((double) wrong / LINKS),
                        BenchReport.percent((double) found / LINKS));
                if (comes == 1) {
                    assertThat(wrong).as("%d days", days).isLessThanOrEqualTo(LINKS / 20);
                }
            }
        }
        report.write();
    }

    private static boolean better(TrialWorld world, String since) {
        TrialState state = world.judge(world.watching(), since).next().state();
        return state != TrialState.WATCHING && state != TrialState.NOT_FIXED;
    }
}
