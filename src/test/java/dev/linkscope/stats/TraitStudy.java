package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.bench.BenchReport;
import dev.linkscope.stats.TraitTest.Subject;
import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often a farm shows a trait of the sick where there is none, and how often one that is. */
@Tag("bench")
@Timeout(600)
class TraitStudy {
    private static final int FARMS = 2_000;

    /** Values of eight traits; a value is empty where it is known that there is none. */
    private static final Map<String, List<String>> TRAITS =
            Map.of(
                    "access_point", List.of("a", "b", "c", ""),
                    "channel", List.of("1", "6", "11", ""),
                    "model", List.of("3B", "4B", "5"),
                    "os", List.of("11", "12"),
                    "octoprint", List.of("1.9", "1.10", "1.11"),
                    "plugin", List.of("2.4", "2.5"),
                    "link", List.of("wifi", "ethernet"),
                    "group", List.of("attic", "hall", "office", "cellar"));

    @Test
    void traitsOfTheSick() {
        BenchReport report =
                new BenchReport(
                        "What the sick have in common",
                        "printers",
                        "farms",
                        "a trait is shown where there is none",
                        "an access point with which 80 % are sick, else 10 %, is found");
        for (int printers : new int[] {5, 12, 20, 50, 200}) {
            double wrong = share(printers, FARMS, false);
            double right = share(printers, FARMS, true);
            report.row(printers, FARMS, BenchReport.percent(wrong), BenchReport.percent(right));
            assertThat(wrong).as(printers + " printers").isLessThanOrEqualTo(0.05);
        }
        report.write();
    }

    /** Share of farms that show any trait, or the one that there is. */
    static double share(int printers, int farms, boolean cause) {
        var random = new SplitMix(printers);
        int shown = 0;
        for (int i = 0; i < farms; i++) {
            var found = TraitTest.find(farm(printers, random, cause), 0.05);
            shown +=
                    found.stream()
                                    .anyMatch(one ->
                                            !cause
                                                    || (one.trait().equals("access_point")
                                                            && one.value().equals("b")))
                            ? 1
                            : 0;
        }
        return (double) shown / farms;
    }

    /** A tenth of all facts is unknown; without a cause a third is sick. */
    static List<Subject> farm(int printers, SplitMix random, boolean cause) {
        List<Subject> farm = new ArrayList<>();
        for (int i = 0; i < printers; i++) {
            Map<String, String> traits = new HashMap<>();
            for (String trait : TRAITS.keySet().stream().sorted().toList()) {
                List<String> values = TRAITS.getOrDefault(trait, List.of());
                if (random.nextDouble() > 0.1) {
                    traits.put(trait, values.get(random.nextInt(values.size())));
                }
            }
            double chance = 1 / 3.0;
            if (cause) {
                chance = "b".equals(traits.get("access_point")) ? 0.8 : 0.1;
            }
            farm.add(new Subject("p" + i, random.nextDouble() < chance, traits));
        }
        return farm;
    }
}
