package dev.linkscope.ui.fix;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans, steps and changes in words. */
final class FixText {
    private static final Logger LOG = LoggerFactory.getLogger(FixText.class);

    private final Wording wording;

    FixText(Wording wording) {
        this.wording = wording;
    }

    /** The words behind. */
    Wording wording() {
        return wording;
    }

    /** The printers of a view, as a plan names them. */
    String who(FixView view) {
        return view.members().size() == 1
                ? view.members().getFirst().name()
                : wording.text("fixwizard.many", view.members().size());
    }

    /** One of the printers of a view. */
    String name(FixView view, PrinterId printer) {
        return view.members().stream()
                .filter(member -> member.printer().equals(printer))
                .findFirst()
                .map(FixView.Member::name)
                .orElse("");
    }

    /** What is being mended, and where. */
    String title(FixView view) {
        return title(view.plan(), who(view));
    }

    /** The same of a plan that is not begun. */
    String title(Plan plan, String who) {
        return wording.text(plan.titleKey(), who);
    }

    /** Name of a step. */
    String title(PlanStep step, String who) {
        return wording.text(step.titleKey(), who);
    }

    /** Name of a step that may be of a plan that is not known any more. */
    String title(String step, String who) {
        String key = "step." + step + ".title";
        return wording.messages().has(key) ? wording.text(key, who) : step.replace('_', ' ');
    }

    /** What to do at a step. */
    String text(PlanStep step, String who) {
        return wording.text(step.textKey(), who);
    }

    /** How to undo an experiment; empty if its text is missing. */
    String back(PlanStep step, String who) {
        return wording.messages().has(step.backKey()) ? wording.text(step.backKey(), who) : "";
    }

    /** One value that changes. */
    String change(ValueChange change) {
        String before = change.before();
        String after = change.after();
        if (before != null && before.equals(after)) {
            return wording.text("fixwizard.change.same", change.place(), before);
        }
        return wording.text("fixwizard.change", change.place(), value(before), value(after));
    }

    private String value(@Nullable String value) {
        return value == null
                ? wording.text("fixwizard.change.none")
                : value.isEmpty() ? wording.text("fixwizard.change.empty") : value;
    }

    /** Sentences after another. */
    String all(List<Statement> said) {
        return said.stream().map(wording.messages()::render).collect(Collectors.joining(" "));
    }

    /** How a change ended, with what it has to tell. */
    String ended(LedgerEntry entry, String who) {
        String state = wording.text("fixwizard.entry.ended." + entry.state(), who);
        return (state + " " + all(entry.said())).strip();
    }

    /** What went wrong, and what to do next. */
    String problem(Exception problem) {
        if (problem instanceof LinkException known) {
            return problem(known.failure());
        }
        if (problem instanceof InterruptedException) {
            return wording.text("fixwizard.stopped");
        }
        LOG.warn("the desk did not do what it was asked for", problem);
        return wording.text("fixwizard.failed");
    }

    private String problem(Failure failure) {
        return wording.messages().render(failure.message())
                + " "
                + wording.messages().render(failure.nextStep());
    }
}
