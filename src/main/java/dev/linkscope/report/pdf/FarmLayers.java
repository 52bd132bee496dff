package dev.linkscope.report.pdf;

import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.report.PrinterReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** For each link of the chain, with how many printers it works, breaks, is down or is not known. */
final class FarmLayers {
    private static final double NAME = 0.28;
    private static final double COUNT = 0.18;

    private final Look look;

    FarmLayers(Look look) {
        this.look = look;
    }

    Block head() {
        Row row =
                new Row(
                        List.of(
                                look.label(NAME, look.say("report.pages.farm.layer")),
                                look.label(COUNT, look.say("report.pages.farm.down")),
                                look.label(COUNT, look.say("report.pages.farm.breaks")),
                                look.label(COUNT, look.say("report.pages.farm.works")),
                                look.label(COUNT, look.say("report.pages.farm.unknown"))));
        return new SignedRow(null, row);
    }

    /** A row each layer that any printer tells of. */
    List<Block> rows(List<PrinterReport> printers) {
        Map<Layer, Map<Health, Integer>> counts = new EnumMap<>(Layer.class);
        for (PrinterReport printer : printers) {
            for (LayerState state : printer.details().chain()) {
                counts.computeIfAbsent(state.layer(), _ -> new EnumMap<>(Health.class))
                        .merge(state.health(), 1, Integer::sum);
            }
        }
        List<Block> rows = new ArrayList<>();
        counts.forEach((layer, healths) -> rows.add(row(layer, healths)));
        return rows;
    }

    private Block row(Layer layer, Map<Health, Integer> healths) {
        int down = healths.getOrDefault(Health.DOWN, 0);
        int breaks = healths.getOrDefault(Health.BREAKS, 0);
        int works = healths.getOrDefault(Health.WORKS, 0);
        int unknown =
                healths.getOrDefault(Health.UNKNOWN, 0)
                        + healths.getOrDefault(Health.NOT_CHECKED, 0);
        Sign sign =
                down > 0
                        ? Sign.BAD
                        : breaks > 0 ? Sign.BREAKS : works > 0 ? Sign.GOOD : Sign.UNKNOWN;
        return new SignedRow(
                sign,
                new Row(
                        List.of(
                                look.cell(NAME, look.say("chain." + layer.wireName())),
                                count(down),
                                count(breaks),
                                count(works),
                                count(unknown))));
    }

    private Row.Cell count(int printers) {
        String text = look.say("report.pages.count", printers);
        return printers == 0 ? look.label(COUNT, text) : look.cell(COUNT, text);
    }
}
