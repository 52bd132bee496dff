package dev.linkscope.rules.network;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;

/** The resolver answers, but not with an address: it says that it failed, or that it will not. */
final class ResolverFailsRule implements Rule {
    private final String errorClass;

    /**
     * A rule for one answer.
     *
     * @param errorClass {@code servfail} or {@code refused} (RFC 1035 section 4.1.1, RCODE 2 and 5)
     */
    ResolverFailsRule(String errorClass) {
        this.errorClass = errorClass;
    }

    @Override
    public String id() {
        return "dns." + errorClass;
    }

    @Override
    public Layer layer() {
        return Layer.DNS;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        var names = new NameLookups(printer);
        var failed = new FailedSlots(printer);
        int asked = names.asked(errorClass);
        // The system's resolver only says that it has no answer, so only the probe tells.
        if (names.unknown()) {
            clues.missing();
        }
        if (asked == 0) {
            return clues.conclude(failed.severity(0));
        }
        Statement text = Statement.of("clue." + id(), asked, names.failedQuestions());
        if (names.excused(clues)) {
            clues.weak("resolver", text);
        } else {
            clues.certain("resolver", text);
            names.weighReferences(clues);
        }
        double share = (double) asked / names.failedQuestions();
        return clues.conclude(failed.severity((int) Math.round(share * names.slots())));
    }
}
