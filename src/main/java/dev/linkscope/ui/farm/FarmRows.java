package dev.linkscope.ui.farm;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.loss.PaneFigures;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.loss.Pattern;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.PaneSnapshot;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts.Attention;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts printers into the words of the table. Thread-safe. */
final class FarmRows {
    /** A failure as old as this is still going on: the next attempt is yet to come. */
    private static final Duration JUST_NOW = Duration.ofSeconds(20);

    private final Wording wording;

    FarmRows(Wording wording) {
        this.wording = wording;
    }

    /**
     * What is known of a printer beside its snapshot.
     *
     * @param ownRate error rate without shared outages; null if it was not compared
     * @param attention what the user said of it
     * @param printsHit outages while it was printing; null if that is not known
     */
    record Beside(@Nullable Double ownRate, Attention attention, @Nullable Integer printsHit) {}

    /** The row of a printer as of this computer's clock. */
    FarmRow of(SessionSnapshot snapshot, Beside beside, Instant clock) {
        Instant now = Wording.now(snapshot, clock);
        Condition condition = Condition.of(snapshot, beside.attention());
        var cells = new EnumMap<FarmColumn, FarmCell>(FarmColumn.class);
        measured(snapshot, beside, now, cells);
        cells.put(FarmColumn.STATE, FarmCell.of(wording.text(condition.key())));
        cells.put(FarmColumn.WIFI, wifi(snapshot));
        cells.put(FarmColumn.CAUSE, cause(snapshot, condition));
        cells.put(FarmColumn.PRINTING, printing(snapshot));
        cells.put(FarmColumn.PRINTS_HIT, hit(beside.printsHit()));
        named(snapshot, cells);
        PaneSnapshot worse = PrinterRow.worse(snapshot);
        Double rate = worse.figures().errorRate();
        boolean judged = worse.figures().state() != PaneState.NO_DATA;
        return new FarmRow(
                snapshot.printer().id(),
                snapshot.printer().name(),
                snapshot.printer().target() instanceof Target.Simulated,
                condition,
                snapshot.link() == LinkState.MEASURING,
                beside.attention(),
                beside.attention().silent(clock),
                cells,
                Trend.of(worse, now),
                judged && rate != null ? rate : 0,
                likely(snapshot).map(Finding::rule).orElse(null),
                spoken(cells),
                searched(cells));
    }

    private void measured(
            SessionSnapshot snapshot, Beside beside, Instant now, Map<FarmColumn, FarmCell> cells) {
        PaneFigures server = snapshot.server().figures();
        cells.put(FarmColumn.SERVER, rate(server));
        Double own = beside.ownRate();
        cells.put(
                FarmColumn.OWN,
                own == null
                        ? FarmCell.of(Wording.NONE)
                        : FarmCell.of(wording.percent(own), own)
                                .tip(wording.text("farm.own.tip", wording.percent(own))));
        cells.put(FarmColumn.PATTERN, FarmCell.of(pattern(server)));
        Instant last = server.lastError();
        if (last != null) {
            Duration age = Duration.between(last, now);
            String text =
                    age.compareTo(JUST_NOW) < 0 ? wording.text("farm.now") : wording.ago(last, now);
            // The most recent is the smallest number: ascending puts it first.
            cells.put(
                    FarmColumn.LAST_ERROR,
                    FarmCell.of(text, (double) age.toSeconds()).tip(wording.when(last, now)));
        }
        PaneSnapshot webcam = snapshot.webcam();
        cells.put(
                FarmColumn.WEBCAM,
                webcam == null
                        ? FarmCell.of(wording.text("farm.no_webcam"))
                                .tip(wording.text("pane.webcam.none"))
                        : rate(webcam.figures()));
    }

    private FarmCell rate(PaneFigures figures) {
        Double rate = figures.errorRate();
        if (rate == null || figures.state() == PaneState.NO_DATA) {
            return FarmCell.of(Wording.NONE);
        }
        String said = wording.text("farm.rate.tip", figures.errors(), figures.attempts());
        return FarmCell.of(wording.percent(rate), rate).tip(said);
    }

    private String pattern(PaneFigures figures) {
        Pattern pattern = figures.pattern();
        if (figures.state() == PaneState.NO_DATA) {
            return "";
        }
        Double period = pattern.periodSeconds();
        String every =
                period == null ? "" : wording.span(Duration.ofMillis(Math.round(period * 1000)));
        return switch (pattern.kind()) {
            case NONE -> "";
            case TOO_FEW -> wording.text("farm.pattern.few");
            case PERIODIC ->
                    every.isEmpty()
                            ? wording.text("pattern.PERIODIC")
                            : wording.text("farm.pattern.every", every);
            case BURSTS ->
                    every.isEmpty()
                            ? wording.text("pattern.BURSTS")
                            : wording.text("farm.pattern.bursts", every);
            case CONTINUOUS, WORSENING, IMPROVING, SCATTERED ->
                    wording.text("pattern." + pattern.kind());
        };
    }

    private FarmCell wifi(SessionSnapshot snapshot) {
        String kind = PrintJob.known(snapshot.facts(), "link.kind").orElse("");
        String signal = PrintJob.known(snapshot.facts(), "wifi.signal").orElse("");
        if (kind.equals("ethernet") || kind.equals("usb")) {
            return FarmCell.of(wording.text("farm.wired"));
        }
        try {
            int dbm = Integer.parseInt(signal);
            return FarmCell.of(wording.text("farm.dbm", dbm), dbm);
        } catch (NumberFormatException notTold) {
            return FarmCell.of(Wording.NONE);
        }
    }

    private FarmCell cause(SessionSnapshot snapshot, Condition condition) {
        Failure failure = snapshot.failure();
        boolean away = condition == Condition.FAILED || condition == Condition.WAITING;
        if (away && failure != null) {
            String next = wording.messages().render(failure.nextStep());
            String said = wording.messages().render(failure.message());
            return FarmCell.of(said).tip(said + " " + next);
        }
        return likely(snapshot)
                .map(finding -> wording.messages().render(finding.title()))
                .map(said -> FarmCell.of(said).tip(said))
                .orElse(FarmCell.EMPTY);
    }

    /** The best supported finding about which something has to be done. */
    private static Optional<Finding> likely(SessionSnapshot snapshot) {
        return snapshot.findings().stream()
                .filter(finding -> finding.supported() && finding.severity() != Severity.INFO)
                .findFirst();
    }

    private FarmCell printing(SessionSnapshot snapshot) {
        boolean known = PrintJob.printing(snapshot).isPresent();
        boolean prints = PrintJob.printing(snapshot).orElse(false);
        String state = PrintJob.state(snapshot).orElse("");
        String text =
                !known
                        ? Wording.NONE
                        : !prints
                                ? wording.text("farm.printing.no")
                                : state.equals("paused")
                                        ? wording.text("farm.printing.paused")
                                        : wording.text("farm.printing.yes");
        return FarmCell.of(text)
                .tip(wording.text(known ? "farm.printing.tip" : "farm.printing.unknown"));
    }

    private FarmCell hit(@Nullable Integer hits) {
        return hits == null
                ? FarmCell.of(Wording.NONE).tip(wording.text("farm.printing.unknown"))
                : FarmCell.of(wording.count(hits), hits).tip(wording.text("farm.hit.tip", hits));
    }

    private void named(SessionSnapshot snapshot, Map<FarmColumn, FarmCell> cells) {
        Labels labels = snapshot.printer().labels();
        String group = labels.group();
        cells.put(FarmColumn.PRINTER, FarmCell.of(snapshot.printer().name()));
        cells.put(FarmColumn.GROUP, FarmCell.of(group == null ? "" : group));
        cells.put(FarmColumn.TAGS, FarmCell.of(String.join(", ", labels.tags())));
        cells.put(FarmColumn.ADDRESS, FarmCell.of(snapshot.printer().target().display()));
    }

    private String spoken(Map<FarmColumn, FarmCell> cells) {
        return wording.text(
                "farm.spoken",
                text(cells, FarmColumn.PRINTER),
                text(cells, FarmColumn.STATE),
                text(cells, FarmColumn.SERVER),
                text(cells, FarmColumn.WEBCAM),
                String.join(
                        ". ",
                        List.of(text(cells, FarmColumn.PATTERN), text(cells, FarmColumn.CAUSE))
                                .stream()
                                .filter(said -> !said.isEmpty())
                                .toList()));
    }

    private static String text(Map<FarmColumn, FarmCell> cells, FarmColumn column) {
        return cells.getOrDefault(column, FarmCell.EMPTY).text();
    }

    private static String searched(Map<FarmColumn, FarmCell> cells) {
        var all = new StringBuilder();
        cells.values().forEach(cell -> all.append(cell.text()).append('\n'));
        return all.toString().toLowerCase(Locale.ROOT);
    }
}
