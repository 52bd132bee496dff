package dev.linkscope.engine;

import dev.linkscope.domain.coverage.Segment;
import dev.linkscope.domain.coverage.Trace;
import dev.linkscope.domain.report.PrinterDetails;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.port.HistoryBook;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What the further pages of a report tell, as a session knows it and the user noted it.
 *
 * @param book keeps the notes
 */
record ReportDetails(HistoryBook book) {
    /** Where no span was chosen, notes from before the first slot too: support asks for them. */
    private static final Duration BEFORE = Duration.ofHours(24);

    PrinterDetails of(SessionSnapshot session, ReportScope scope, Instant now) {
        AgentInfo agent = session.agent();
        Instant from = scope.from();
        Instant to = scope.to();
        return new PrinterDetails(
                agent == null ? null : agent.version(),
                session.chain(),
                session.side().series(),
                session.side().past(),
                session.notes(),
                book.notes(
                        session.printer().id(),
                        from == null ? begin(session, now).minus(BEFORE) : from,
                        // Exclusive: a note of this very moment belongs to it.
                        to == null ? now.plusMillis(1) : to));
    }

    private static Instant begin(SessionSnapshot session, Instant now) {
        return traces(session)
                .flatMap(trace -> trace.segments().stream().limit(1))
                .map(Segment::start)
                .min(Instant::compareTo)
                .orElse(now);
    }

    private static Stream<Trace> traces(SessionSnapshot session) {
        PaneSnapshot webcam = session.webcam();
        return webcam == null
                ? Stream.of(session.server().trace())
                : Stream.of(session.server().trace(), webcam.trace());
    }
}
