package dev.linkscope.ui.report;

import dev.linkscope.engine.ReportDesk;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.Removed;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.engine.report.ReportRequest;
import dev.linkscope.support.NamedThreads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws a report up on a thread of its own, its pages too; of several wishes the latest counts. To
 * be called on the window's thread alone. Only the thread of its own touches the draft.
 */
final class ReportModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportModel.class);

    /** Who types is not to wait for a draft at each letter. */
    static final Duration PAUSE = Duration.ofMillis(400);

    private final ReportDesk desk;
    private final Executor ui;
    private final Consumer<ReportView> onChange;
    private final ScheduledExecutorService worker = NamedThreads.scheduler("report-draft");
    private final AtomicInteger wish = new AtomicInteger();
    private final AtomicInteger pageWish = new AtomicInteger();
    private final AtomicInteger writing = new AtomicInteger();
    private ReportView view = ReportView.NOTHING;
    private @Nullable Future<?> drawing;
    private @Nullable ReportRequest wanted;
    private boolean closed;
    private @Nullable ReportDraft draft;

    /**
     * Nothing is drawn yet.
     *
     * @param onChange told on the window's thread of what is to be shown
     */
    ReportModel(ReportDesk desk, Executor ui, Consumer<ReportView> onChange) {
        this.desk = desk;
        this.ui = ui;
        this.onChange = onChange;
    }

    private void show(ReportView next) {
        view = next;
        onChange.accept(next);
    }

    /** Draws this report after a pause, unless another is wanted by then. */
    void want(ReportRequest request) {
        draw(request, PAUSE);
    }

    /** Draws the same report again, now. */
    void again() {
        if (wanted != null) {
            draw(wanted, Duration.ZERO);
        }
    }

    private void draw(ReportRequest request, Duration pause) {
        if (closed) {
            return;
        }
        forget();
        wanted = request;
        int mine = wish.get();
        show(view.drawing(-1));
        drawing =
                worker.schedule(() -> draw(request, mine), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nothing can be drawn as things are chosen. */
    void wantNothing() {
        forget();
        wanted = null;
        worker.execute(this::closeDraft);
        show(ReportView.NOTHING);
    }

    private void forget() {
        wish.incrementAndGet();
        pageWish.incrementAndGet();
        if (drawing != null) {
            drawing.cancel(true);
        }
    }

    // The edge of a thread: whatever went wrong has to reach the user, so everything is caught.
    private void draw(ReportRequest request, int mine) {
        closeDraft();
        try {
            ReportDraft drawn = desk.draft(request, told(wish, mine, this::drawn));
            draft = drawn;
            int pages = drawn.pages();
            List<Removed> removed = drawn.removed();
            tell(mine, () -> show(view.ready(pages, removed)));
        } catch (CancellationException e) {
            LOG.debug("a report is not wanted any more");
        } catch (Exception e) {
            if (mine == wish.get()) {
                LOG.warn("a report could not be drawn up", e);
            }
            tell(mine, () -> show(view.failed(why(e))));
        }
    }

    private void drawn(double share) {
        if (view.stage() == ReportView.Stage.DRAWING) {
            show(view.drawing(share));
        }
    }

    /** The message for the user; null if there is none. */
    private static @Nullable String why(Exception problem) {
        return problem instanceof IOException ? problem.getMessage() : null;
    }

    /** Tells how far work is, at each hundredth, and ends it once it is not wanted. */
    private Progress told(AtomicInteger current, int mine, Consumer<Double> onShare) {
        var said = new AtomicInteger(-1);
        return (done, of) -> {
            if (current.get() != mine) {
                throw new CancellationException();
            }
            int hundredth = of <= 0 ? -1 : (int) (100L * done / of);
            if (said.getAndSet(hundredth) != hundredth) {
                ui.execute(() -> {
                    if (current.get() == mine) {
                        onShare.accept(hundredth / 100.0);
                    }
                });
            }
        };
    }

    private void tell(int mine, Runnable news) {
        ui.execute(() -> {
            if (mine == wish.get()) {
                news.run();
            }
        });
    }

    /**
     * Draws a page; of several wishes the latest counts.
     *
     * @param page counted from 0
     * @param dpi resolution, 36 to 300
     */
    void page(int page, int dpi) {
        if (closed) {
            return;
        }
        int mine = wish.get();
        int myPage = pageWish.incrementAndGet();
        worker.execute(() -> {
            ReportDraft drawn = draft;
            if (drawn == null || mine != wish.get() || myPage != pageWish.get()) {
                return;
            }
            ReportView.Sheet sheet = new ReportView.Sheet(page, dpi, picture(drawn, page, dpi));
            ui.execute(() -> {
                if (mine == wish.get() && myPage == pageWish.get()) {
                    show(view.withSheet(sheet));
                }
            });
        });
    }

    // A page that cannot be drawn must not keep the report from being written.
    private static @Nullable Image picture(ReportDraft drawn, int page, int dpi) {
        try {
            var image = new Image(new ByteArrayInputStream(drawn.page(page, dpi)));
            return image.isError() ? null : image;
        } catch (IOException | RuntimeException e) {
            LOG.warn("page {} could not be drawn", page, e);
            return null;
        }
    }

    /** Writes what was drawn. */
    void write(ReportFormat format, Path file) {
        int mine = wish.get();
        int myWriting = writing.incrementAndGet();
        show(view.writing(-1));
        worker.execute(() -> {
            try {
                ReportDraft drawn = draft;
                if (drawn == null || mine != wish.get()) {
                    throw new CancellationException();
                }
                drawn.write(format, file, told(writing, myWriting, this::written));
                tell(mine, () -> show(view.written(file)));
            } catch (CancellationException e) {
                tell(mine, () -> show(view.unwritten(null, file)));
            } catch (Exception e) {
                LOG.warn("the report could not be written to {}", file, e);
                tell(mine, () -> show(view.unwritten(e, file)));
            }
        });
    }

    private void written(double share) {
        if (view.stage() == ReportView.Stage.WRITING) {
            show(view.writing(share));
        }
    }

    /** Writes no further; nothing is left behind. */
    void stopWriting() {
        writing.incrementAndGet();
    }

    private void closeDraft() {
        ReportDraft old = draft;
        draft = null;
        if (old != null) {
            old.close();
        }
    }

    /** Ends what is under way and forgets the draft. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        forget();
        stopWriting();
        worker.execute(this::closeDraft);
        worker.shutdown();
    }
}
