package dev.linkscope.report.pdf;

import dev.linkscope.domain.diagnosis.Evidence;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.support.WireName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every check with its result: failed ones first, then what is not known. */
final class ChecksSection {
    private static final double WORD = 0.1;
    private static final double NAME = 0.45;
    private static final double WHY = 0.45;
    private static final double BRIEF_WORD = 0.22;

    /** A reason in full stands with the findings. */
    private static final int LINES = 2;

    /** Beginnings of the ids of rules about the camera (causes.md). */
    private static final List<String> CAMERA =
            List.of("camera.", "url.", "stream.", "usb.camera_resets");

    private final Look look;
    private final PrinterReport printer;

    ChecksSection(Look look, PrinterReport printer) {
        this.look = look;
        this.printer = printer;
    }

    /** What came of a check. */
    private enum Result {
        FAIL(Sign.BAD),
        UNKNOWN(Sign.UNKNOWN),
        PASS(Sign.GOOD),
        SKIPPED(Sign.SKIPPED);

        private final Sign sign;

        Result(Sign sign) {
            this.sign = sign;
        }
    }

    private record Check(Finding finding, Result result) {}

    Block head() {
        return look.muted(look.say("report.pages.checks.head"));
    }

    /**
     * The checks.
     *
     * @param reasons whether each has its row with its reason; else two share a row
     */
    List<Block> rows(boolean reasons) {
        List<Check> checks =
                printer.findings().stream()
                        .map(finding -> new Check(finding, result(finding)))
                        .sorted(Comparator.comparing(Check::result))
                        .toList();
        List<Block> rows = new ArrayList<>();
        if (reasons) {
            checks.forEach(check -> rows.add(full(check)));
            return rows;
        }
        int half = (checks.size() + 1) / 2;
        for (int i = 0; i < half; i++) {
            Block right = half + i < checks.size() ? brief(checks.get(half + i)) : new Block.Gap(0);
            rows.add(new Block.Pair(brief(checks.get(i)), right));
        }
        return rows;
    }

    private Result result(Finding finding) {
        boolean noCamera = printer.webcam() == null && printer.server() != null;
        boolean ofCamera = CAMERA.stream().anyMatch(finding.rule()::startsWith);
        if (noCamera && ofCamera && !finding.supported()) {
            return Result.SKIPPED;
        }
        return switch (finding.verdict()) {
            case SUPPORTED -> Result.FAIL;
            case REFUTED -> Result.PASS;
            case INCONCLUSIVE -> Result.UNKNOWN;
        };
    }

    private SignedRow full(Check check) {
        return new SignedRow(
                check.result().sign,
                new Row(
                        List.of(
                                look.cell(WORD, word(check.result())),
                                look.cell(NAME, look.say(check.finding().title())),
                                look.label(WHY, why(check))),
                        LINES));
    }

    private SignedRow brief(Check check) {
        return new SignedRow(
                check.result().sign,
                new Row(
                        List.of(
                                look.cell(BRIEF_WORD, word(check.result())),
                                look.cell(1 - BRIEF_WORD, look.say(check.finding().title()))),
                        LINES));
    }

    private String word(Result result) {
        return look.say("report.pages.check." + WireName.of(result));
    }

    /** The first observation on the side of the result. */
    private String why(Check check) {
        if (check.result() == Result.SKIPPED) {
            return look.say("report.pages.check.no_camera");
        }
        boolean speaksFor = check.finding().verdict() == Verdict.SUPPORTED;
        Stream<Evidence> all = check.finding().evidence().stream();
        return all.sorted(Comparator.comparing(one -> one.speaksFor() != speaksFor))
                .findFirst()
                .map(one -> look.say(one.text()))
                .orElse(
                        check.result() == Result.UNKNOWN
                                ? look.say("report.pages.check.too_little")
                                : "");
    }
}
