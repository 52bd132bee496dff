package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.OptionalDouble;

/** The stream itself is slow, before Obico or the internet touch it. */
final class SlowStreamRule implements Rule {
    private static final Threshold RATE =
            new Threshold(5, "1/s", "Obico: the free plan shows up to 5 pictures a second");

    private static final Threshold GAP =
            new Threshold(1000, "ms", "five pictures of Obico's free plan");

    @Override
    public String id() {
        return "stream.slow_or_gappy";
    }

    @Override
    public Layer layer() {
        return Layer.CAMERA;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var camera = new Camera(printer);
        OptionalDouble rate = number(camera, "fps");
        OptionalDouble gap = number(camera, "gap_ms");
        if (rate.isEmpty() && gap.isEmpty()) {
            return clues.missing().conclude(Severity.INFO);
        }
        if (rate.isPresent() && rate.getAsDouble() < RATE.value()) {
            clues.strong(
                    "rate",
                    Statement.of("clue.stream.rate", rate.getAsDouble(), RATE.value()),
                    rate.getAsDouble(),
                    RATE);
        }
        if (gap.isPresent() && gap.getAsDouble() > GAP.value()) {
            clues.strong(
                    "gap",
                    Statement.of("clue.stream.gap", gap.getAsDouble()),
                    gap.getAsDouble(),
                    GAP);
        }
        if (!clues.any()) {
            clues.against(Statement.of("clue.stream.even", rate.orElse(0)));
        }
        return clues.conclude(Severity.WATCH);
    }

    private static OptionalDouble number(Camera camera, String name) {
        return camera.streamDetail(name)
                .filter(text -> text.matches("[0-9]{1,7}(\\.[0-9]{1,3})?"))
                .map(text -> OptionalDouble.of(Double.parseDouble(text)))
                .orElse(OptionalDouble.empty());
    }
}
