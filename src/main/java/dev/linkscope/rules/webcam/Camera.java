package dev.linkscope.rules.webcam;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.FactSheet;
import dev.linkscope.rules.PaneCase;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Threshold;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The camera of a printer as the rules see it. */
final class Camera {
    /** A cause of fewer of the pane's errors than this does not explain the pane. */
    private static final double WORTH_A_PANE = 0.1;

    private static final Threshold TAKE_ACTION =
            new Threshold(0.2, "", "Obico, connectivity error report: above 20 % take action");

    private final PrinterCase printer;
    private final @Nullable ProbeTally snapshot;
    private final @Nullable ProbeTally stream;
    private final @Nullable ProbeTally pictures;

    /** Where the camera's program runs. */
    enum Place {
        /** On the printer's computer. */
        HERE,
        /** Elsewhere in the network. */
        ELSEWHERE,
        UNKNOWN
    }

    /** A camera judged by its snapshots. */
    Camera(PrinterCase printer) {
        this(printer, false);
    }

    private Camera(PrinterCase printer, boolean orStream) {
        this.printer = printer;
        snapshot = printer.probe(ProbeKind.WEBCAM_SNAPSHOT).orElse(null);
        stream = printer.probe(ProbeKind.WEBCAM_STREAM).orElse(null);
        pictures = snapshot == null && orStream ? stream : snapshot;
    }

    /** A camera judged by its snapshots, or by its stream where that is all there is. */
    static Camera ofAnyPicture(PrinterCase printer) {
        return new Camera(printer, true);
    }

    FactSheet facts() {
        return printer.facts();
    }

    /** Whether a picture was asked for at all. */
    boolean measured() {
        return pictures != null;
    }

    /** Pictures asked for. */
    int attempts() {
        return pictures == null ? 0 : pictures.measured();
    }

    /** Pictures that failed. */
    int errors() {
        return pictures == null ? 0 : pictures.failed();
    }

    /** Pictures that failed in one of these ways, each {@code phase.class}. */
    int failed(String... failures) {
        return count(pictures, failures);
    }

    /** Failures of the longest outage in which most snapshots failed in a phase. */
    int longestOutage(Phase phase) {
        PaneCase pane = printer.webcam();
        return pane == null
                ? 0
                : pane.figures().outages().stream()
                        .filter(outage -> outage.phase() == phase)
                        .mapToInt(Outage::errors)
                        .max()
                        .orElse(0);
    }

    /** Whether the newest picture came. */
    boolean works() {
        return pictures != null && pictures.failing() == null;
    }

    /** Whether the stream was asked for at all. */
    boolean streamMeasured() {
        return stream != null;
    }

    /** Streams asked for. */
    int streamAttempts() {
        return stream == null ? 0 : stream.measured();
    }

    /** Streams that failed in one of these ways. */
    int streamFailed(String... failures) {
        return count(stream, failures);
    }

    /** Whether the newest stream came. */
    boolean streams() {
        return stream != null && stream.failing() == null;
    }

    /** Whether the newest stream came, told apart from the pictures that it is judged by. */
    boolean streamsBeside() {
        return snapshot != null && streams();
    }

    /** Whether it is judged by its stream alone. */
    private boolean byStream() {
        return snapshot == null && pictures != null;
    }

    private static int count(@Nullable ProbeTally tally, String... failures) {
        return tally == null ? 0 : Arrays.stream(failures).mapToInt(tally::count).sum();
    }

    /** A reading of the newest picture. */
    Optional<String> detail(String name) {
        return detail(pictures, name);
    }

    /** A reading of the newest stream. */
    Optional<String> streamDetail(String name) {
        return detail(stream, name);
    }

    private static Optional<String> detail(@Nullable ProbeTally tally, String name) {
        Outcome last = tally == null ? null : tally.last();
        return last == null ? Optional.empty() : Optional.ofNullable(last.details().get(name));
    }

    /** Form of the snapshot address in OctoPrint's settings; empty if not known. */
    String form() {
        return facts().text("webcam.snapshot.form").orElse("");
    }

    /** Form of the snapshot address that this program was given; empty if none was. */
    String formGiven() {
        return facts().text("webcam.asked.form").orElse("");
    }

    /** Told by the address that was connected to last, else by the form of the setting. */
    Place place() {
        return detail("address")
                .or(() -> streamDetail("address"))
                .map(address ->
                        address.startsWith("127.") || address.equals("::1")
                                ? Place.HERE
                                : Place.ELSEWHERE)
                .orElse(form().equals("relative") ? Place.HERE : Place.UNKNOWN);
    }

    /**
     * Whether what answers is the web front end on port 80, in whose name a 503 is: a setting
     * without host leads there.
     */
    boolean behindFrontEnd() {
        return form().equals("relative") && place() == Place.HERE;
    }

    /** What there is to say where no snapshot failed in the way looked for. */
    void lacks(Clues clues) {
        if (facts().is("webcam.count", "0") && !measured()) {
            clues.against(Statement.of("clue.camera.none_set"));
        } else if (measured()) {
            clues.against(Statement.of("clue.camera.none", attempts()));
        } else {
            clues.missing();
        }
    }

    /** How another probe went while the snapshots failed. */
    JointCounts whileFailing(ProbeKind kind) {
        return printer.probe(kind)
                .map(tally -> tally.beside().webcamFailing())
                .orElse(JointCounts.NONE);
    }

    /** How another probe went while the snapshots came. */
    JointCounts whileWorking(ProbeKind kind) {
        return printer.probe(kind).map(tally -> tally.beside().webcamOk()).orElse(JointCounts.NONE);
    }

    /** Severity of the pane; without one, of what Obico would take its pictures from. */
    Severity severity() {
        PaneCase pane = printer.webcam();
        if (pane != null) {
            return pane.severity();
        }
        return byStream() && errors() > TAKE_ACTION.value() * attempts()
                ? Severity.CRITICAL
                : Severity.WATCH;
    }

    /** The same for a cause of some of the errors. */
    Severity severity(int failures) {
        return failures < WORTH_A_PANE * errors() ? Severity.INFO : severity();
    }

    /**
     * Severity of a fault of the stream: Obico takes its pictures from the stream where there is no
     * snapshot address, else only the video suffers.
     */
    Severity severityOfStream() {
        if (snapshot != null) {
            return Severity.WATCH;
        }
        return facts().no("webcam.snapshot.configured") || form().equals("blank")
                ? Severity.CRITICAL
                : Severity.WATCH;
    }
}
