package dev.linkscope.ui.farm;

import dev.linkscope.domain.loss.RatePoint;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One printer as the list shows it.
 *
 * @param printer the printer
 * @param condition what is said of it in one word
 * @param rate error rate of the worse pane, or why there is none
 * @param words state and pattern in a few words
 * @param spark latest error rates of the worse pane, oldest first, 0 to 1
 */
public record PrinterRow(
        Printer printer, Condition condition, String rate, String words, List<Double> spark) {
    /** More points than this cannot be told apart at the size of a word. */
    private static final int SPARK_POINTS = 48;

    public PrinterRow {
        spark = List.copyOf(spark);
    }

    /** The row of a snapshot that nobody has put into words yet. */
    static PrinterRow unread(SessionSnapshot snapshot, Attention attention) {
        return new PrinterRow(
                snapshot.printer(), Condition.of(snapshot, attention), Wording.NONE, "", List.of());
    }

    /**
     * The row of a snapshot.
     *
     * @param attention what the user said of the printer
     */
    static PrinterRow of(SessionSnapshot snapshot, Attention attention, Wording wording) {
        Condition condition = Condition.of(snapshot, attention);
        PaneSnapshot pane = worse(snapshot);
        return new PrinterRow(
                snapshot.printer(),
                condition,
                rate(condition, pane, wording),
                words(snapshot, condition, wording),
                spark(pane));
    }

    private static String rate(Condition condition, PaneSnapshot pane, Wording wording) {
        return switch (condition) {
            case FAILED, WAITING -> wording.text("list.no_link");
            case NO_DATA, CONNECTING, ENDED, PLANNED_OFF -> Wording.NONE;
            case HEALTHY, CLEAN_SO_FAR, WATCH, TAKE_ACTION, NO_CONNECTION ->
                    wording.percent(pane.figures().errorRate());
        };
    }

    /** Whether it is made up. */
    public boolean simulated() {
        return printer.target() instanceof Target.Simulated;
    }

    /** Whether name, address or words contain the text. */
    public boolean matches(String query) {
        String all = printer.name() + "\n" + printer.target().display() + "\n" + words;
        return all.toLowerCase(Locale.ROOT).contains(query.strip().toLowerCase(Locale.ROOT));
    }

    /** The pane that decides about the printer's state. */
    static PaneSnapshot worse(SessionSnapshot snapshot) {
        PaneSnapshot webcam = snapshot.webcam();
        return webcam != null && webcamIsWorse(snapshot) ? webcam : snapshot.server();
    }

    private static boolean webcamIsWorse(SessionSnapshot snapshot) {
        return snapshot.server().figures().state() != snapshot.worst();
    }

    private static String words(SessionSnapshot snapshot, Condition condition, Wording wording) {
        String state = wording.text(condition.key());
        PaneSnapshot pane = worse(snapshot);
        return switch (pane.figures().pattern().kind()) {
            case CONTINUOUS, PERIODIC, BURSTS, WORSENING, IMPROVING, SCATTERED ->
                    condition == Condition.WATCH || condition == Condition.TAKE_ACTION
                            ? wording.text(
                                    webcamIsWorse(snapshot) ? "list.words.webcam" : "list.words",
                                    state,
                                    wording.text("pattern." + pane.figures().pattern().kind()))
                            : state;
            case NONE, TOO_FEW -> state;
        };
    }

    private static List<Double> spark(PaneSnapshot pane) {
        // Without streams: read for every row of every look, on the window's thread.
        var rates = new double[pane.curve().size()];
        int count = 0;
        for (RatePoint point : pane.curve()) {
            if (Double.isFinite(point.rate())) {
                rates[count++] = point.rate();
            }
        }
        List<Double> spark = new ArrayList<>();
        for (int i = 0; i < count; i += Math.max(1, count / SPARK_POINTS)) {
            spark.add(rates[i]);
        }
        return spark;
    }
}
