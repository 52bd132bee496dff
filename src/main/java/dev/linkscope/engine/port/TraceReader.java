package dev.linkscope.engine.port;

import dev.linkscope.domain.coverage.Trace;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads traces from files of one format. */
public interface TraceReader {
    /** Whether this is its format, judged by name and first bytes. */
    boolean reads(Path file, byte[] head);

    /**
     * Reads one pane.
     *
     * @throws UnreadableTraceException with a sentence and a next step, for anything that is wrong
     *     with the file
     */
    RecordedTrace read(Path file, Request request) throws UnreadableTraceException;

    /**
     * What is wanted of the file.
     *
     * @param pane {@code server} or {@code webcam}
     * @param printer id or name of the printer; null if the file has only one
     * @param cadence cadence of formats that do not carry one
     */
    record Request(String pane, @Nullable String printer, Duration cadence) {}

    /**
     * A trace and what was noticed while reading it.
     *
     * @param trace the slots
     * @param relativeClock whether its times only count from its start
     * @param duplicates attempts that fell into a slot that was already taken
     */
    record RecordedTrace(Trace trace, boolean relativeClock, int duplicates) {}
}
