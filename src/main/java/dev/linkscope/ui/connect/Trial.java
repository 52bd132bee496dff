package dev.linkscope.ui.connect;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.ConnectionTest;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.support.NamedThreads;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.connect.StepLine.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries the way to a printer on a thread of its own and tells the window of each step. */
final class Trial {
    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

    /** How a trial stands. */
    enum State {
        IDLE,
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    private final ConnectionTest test;
    private final Executor ui;
    private final Wording wording;
    private final ObservableList<StepLine> steps = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private @Nullable Thread thread;
    private @Nullable Printer found;
    private int attempt;

    Trial(ConnectionTest test, Executor ui, Wording wording) {
        this.test = test;
        this.ui = ui;
        this.wording = wording;
    }

    /** Begins; a trial that is still running is given up. Window's thread only. */
    void start(Printer printer, LinkQuestions questions) {
        cancel();
        int mine = ++attempt;
        var fresh = new ArrayList<StepLine>();
        for (ConnectStep step : ConnectStep.to(printer.target())) {
            fresh.add(line(step, fresh.isEmpty() ? Status.RUNNING : Status.PENDING));
        }
        steps.setAll(fresh);
        state.set(State.RUNNING);
        thread = NamedThreads.platform("connection-test", () -> run(printer, questions, mine));
        thread.start();
    }

    /** Gives up; nothing more is heard of it. */
    void cancel() {
        attempt++;
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
        found = null;
        steps.clear();
        state.set(State.IDLE);
    }

    private void run(Printer printer, LinkQuestions questions, int mine) {
        try {
            Printer tried =
                    test.run(
                            printer,
                            questions,
                            (step, detail, took) -> tell(mine, () -> done(step, detail, took)));
            tell(
                    mine,
                    () -> {
                        found = tried;
                        state.set(State.SUCCEEDED);
                    });
        } catch (LinkException e) {
            LOG.debug("trying {} failed", printer.target().display(), e);
            tell(mine, () -> failed(e.step(), e.failure()));
        } catch (RuntimeException e) {
            // The edge of this thread: without it the window would wait for ever.
            LOG.error("trying {} ended unexpectedly", printer.target().display(), e);
            tell(mine, () -> failed(null, Failure.of(FailureCode.AGENT_NOT_STARTED)));
        }
    }

    private void tell(int mine, Runnable news) {
        ui.execute(() -> {
            if (mine == attempt) {
                news.run();
            }
        });
    }

    private void done(ConnectStep step, String detail, Duration took) {
        String text = wording.text("step." + step + ".done");
        int at = indexOf(step);
        steps.set(at, new StepLine(step, Status.DONE, text, detail, took));
        int next = at + 1;
        if (next < steps.size()) {
            steps.set(next, line(steps.get(next).step(), Status.RUNNING));
        }
    }

    private void failed(@Nullable ConnectStep step, Failure failure) {
        int at = step == null ? firstNotDone() : indexOf(step);
        steps.set(
                at,
                new StepLine(
                        steps.get(at).step(),
                        Status.FAILED,
                        wording.messages().render(failure.message()),
                        wording.messages().render(failure.nextStep()),
                        null));
        for (int i = 0; i < steps.size(); i++) {
            if (i != at && steps.get(i).status() == Status.RUNNING) {
                steps.set(i, line(steps.get(i).step(), Status.PENDING));
            }
        }
        state.set(State.FAILED);
    }

    private int indexOf(ConnectStep step) {
        return steps.stream().map(StepLine::step).toList().indexOf(step);
    }

    private int firstNotDone() {
        List<Status> all = steps.stream().map(StepLine::status).toList();
        int running = all.indexOf(Status.RUNNING);
        return running < 0 ? steps.size() - 1 : running;
    }

    private StepLine line(ConnectStep step, Status status) {
        return new StepLine(step, status, wording.text("step." + step), "", null);
    }

    /** The printer with what was found of its configuration; null unless it succeeded. */
    @Nullable Printer found() {
        return found;
    }

    /** The steps, in order; empty before the first trial. */
    ObservableList<StepLine> steps() {
        return steps;
    }

    /** How it stands. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
