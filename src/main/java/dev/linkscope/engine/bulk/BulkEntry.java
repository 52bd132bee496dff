package dev.linkscope.engine.bulk;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkQuestions.HostKey;
import org.jspecify.annotations.Nullable;

/**
 * How one printer of many stands.
 *
 * @param printer as it was asked for; once it is {@link Stage#DONE}, with what was found
 * @param stage how far it is
 * @param step the step done last in the attempt under way; null before the first
 * @param key the host key that was seen for the first time; null if it was known or not yet seen
 * @param failure why it is {@link Stage#FAILED}; null otherwise
 */
public record BulkEntry(
        Printer printer,
        Stage stage,
        @Nullable ConnectStep step,
        @Nullable HostKey key,
        @Nullable Failure failure) {
    /** Stages of an entry. */
    public enum Stage {
        /** Nothing was done yet. */
        WAITING,
        /** Its host key is being looked at; no login is tried. */
        LOOKING,
        /** Its host key is new and waits for the user. */
        REVIEW,
        /** Its host key is accepted; the login waits for its turn. */
        READY,
        /** The whole way is tried. */
        TRYING,
        /** It can be watched. */
        DONE,
        /** It cannot be watched as it is. */
        FAILED
    }

    /** An entry at its beginning. */
    static BulkEntry waiting(Printer printer) {
        return new BulkEntry(printer, Stage.WAITING, null, null, null);
    }

    /**
     * What becomes of it first: some need no host key, and some cannot be done for many at once.
     */
    BulkEntry begun() {
        return switch (printer.target()) {
            case Target.Ssh _ -> this;
            case Target.OctoPrint(var url) ->
                    failed(Failure.of(FailureCode.OCTOPRINT_ONE_BY_ONE, url.display()));
            case Target.Local _, Target.Simulated _ -> at(Stage.READY);
            case Target.Recorded(var display) ->
                    failed(Failure.of(FailureCode.BAD_ADDRESS, display));
        };
    }

    BulkEntry at(Stage next) {
        return new BulkEntry(printer, next, null, key, null);
    }

    BulkEntry after(ConnectStep done) {
        return new BulkEntry(printer, stage, done, key, failure);
    }

    BulkEntry showing(HostKey seen) {
        return new BulkEntry(printer, Stage.REVIEW, null, seen, null);
    }

    BulkEntry done(Printer found) {
        return new BulkEntry(found, Stage.DONE, step, key, null);
    }

    BulkEntry failed(Failure why) {
        return new BulkEntry(printer, Stage.FAILED, step, key, why);
    }

    /** Whether nothing more happens to it. */
    public boolean isOver() {
        return stage == Stage.DONE || stage == Stage.FAILED;
    }
}
