package dev.linkscope.engine.bulk;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at one printer.
 *
 * @param test goes the way
 * @param printer where to
 * @param answers what is answered on it
 * @param asked who is asked: the answers, or what keeps them
 */
record BulkAttempt(ConnectionTest test, Printer printer, BulkAnswers answers, LinkQuestions asked) {
    private static final Logger LOG = LoggerFactory.getLogger(BulkAttempt.class);

    /**
     * What came of it.
     *
     * @param found the printer with what was found of its configuration
     * @param failure why it failed; null if it did not
     */
    record Result(Printer found, @Nullable Failure failure) {}

    /** Goes the way; blocks. */
    Result go(Consumer<ConnectStep> onStep) {
        try {
            Printer found = test.run(printer, asked, (step, detail, took) -> done(step, onStep));
            return new Result(found, null);
        } catch (LinkException e) {
            LOG.debug("trying {} failed", printer.target().display(), e);
            return new Result(printer, e.failure());
        } catch (RuntimeException e) {
            // The edge of a thread: the other printers must be tried all the same.
            String target = printer.target().display();
            LOG.error("trying {} ended unexpectedly", target, e);
            return new Result(printer, Failure.of(FailureCode.AGENT_NOT_STARTED, target));
        }
    }

    private void done(ConnectStep step, Consumer<ConnectStep> onStep) {
        if (step == ConnectStep.HOST_KEY) {
            answers.passed();
        }
        onStep.accept(step);
    }
}
