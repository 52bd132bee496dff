package dev.linkscope.engine.fix;

import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrintingNow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A desk where nothing can be mended: it has no plans. */
final class NoFixes implements FixDesk {
    @Override
    public long revision() {
        return 0;
    }

    @Override
    public Optional<Plan> planFor(String rule) {
        return Optional.empty();
    }

    @Override
    public Optional<Drawing> drawing(String name) {
        return Optional.empty();
    }

    @Override
    public List<FixView> views() {
        return List.of();
    }

    @Override
    public Optional<FixView> view(String group) {
        return Optional.empty();
    }

    @Override
    public List<LedgerEntry> ledger(PrinterId printer) {
        return List.of();
    }

    @Override
    public List<FixMark> marks(PrinterId printer) {
        return List.of();
    }

    @Override
    public List<FixView> due() {
        return List.of();
    }

    @Override
    public String begin(Plan plan, String cause, List<PrinterId> printers) {
        throw none();
    }

    @Override
    public void turnTo(String group, String step) {
        throw none();
    }

    @Override
    public Map<PrinterId, PrintingNow.State> printing(String group) {
        throw none();
    }

    @Override
    public Map<PrinterId, Look> look(String group, LinkQuestions questions) {
        throw none();
    }

    @Override
    public Map<PrinterId, LedgerEntry> carryOut(
            String group,
            Map<PrinterId, Look> shown,
            boolean nothingPrints,
            LinkQuestions questions) {
        throw none();
    }

    @Override
    public void done(String group) {
        throw none();
    }

    @Override
    public void away(String group) {
        throw none();
    }

    @Override
    public void back(String group) {
        throw none();
    }

    @Override
    public Map<PrinterId, LedgerEntry> shutDown(
            String group, boolean nothingPrints, LinkQuestions questions) {
        throw none();
    }

    @Override
    public void gaveUp(String group) {
        throw none();
    }

    @Override
    public void undone(String group) {
        throw none();
    }

    @Override
    public void pause(String group, @Nullable Instant remindAt) {
        throw none();
    }

    @Override
    public void resume(String group) {
        throw none();
    }

    @Override
    public void end(String group) {
        throw none();
    }

    @Override
    public FixAction.Standing standing(String entry, LinkQuestions questions) {
        throw none();
    }

    @Override
    public LedgerEntry undo(String entry, LinkQuestions questions) {
        throw none();
    }

    @Override
    public LedgerEntry finish(String entry, LinkQuestions questions) {
        throw none();
    }

    private static IllegalStateException none() {
        return new IllegalStateException("there is no plan, so nothing was begun");
    }
}
