package dev.linkscope.ui.preferences;

import dev.linkscope.engine.port.Allowed;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.SizeText;
import dev.linkscope.ui.common.Toast;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept of the past, how large it is, and forgetting some of it. */
final class HistoryRows {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryRows.class);
    private static final Numbers DAYS =
            new Numbers(1, (double) Allowed.LONGEST_OUTCOMES.toDays(), 0);
    private static final int NUMBER_COLUMNS = 7;
    private static final String A_MONTH = "30";
    private static final double GIGA = 1e9;

    private final Wording wording;
    private final Background background;
    private final HistoryBook book;
    private final InstantSource clock;
    private final LiveSettings live;
    private final Toast toast;
    private final Label size = Nodes.wrapped();
    private final TextField age = new TextField(A_MONTH);
    private final Label complaint = Nodes.onlyWithText(Nodes.wrapped("complaint"));
    private final Button forget = new Button();
    private final PlaceRows places;
    private final ThisComputer computer;

    HistoryRows(SettingsServices services, LiveSettings live, Toast toast) {
        this.wording = services.wording();
        this.background = services.background();
        this.book = services.book();
        this.clock = services.clock();
        this.computer = services.computer();
        this.live = live;
        this.toast = toast;
        this.places = new PlaceRows(services, toast);
    }

    /** The rows. */
    List<Row> rows() {
        return List.of(
                days(Fields.OUTCOMES, Allowed.LONGEST_OUTCOMES),
                days(Fields.ROLLUPS, Allowed.LONGEST_ROLLUPS),
                new FieldRow<>(
                        wording,
                        Fields.SPACE,
                        new TextEditor<>(
                                wording,
                                Fields.SPACE,
                                new Numbers(
                                        Allowed.LEAST_BYTES / GIGA, Allowed.MOST_BYTES / GIGA, 1),
                                NUMBER_COLUMNS,
                                "preferences.unit.gigabytes"),
                        live),
                sizeRow(),
                forgetRow());
    }

    private Row days(Field<Double> field, Duration most) {
        return new FieldRow<>(
                wording,
                field,
                new TextEditor<>(
                        wording,
                        field,
                        new Numbers(1, (double) most.toDays(), 0),
                        NUMBER_COLUMNS,
                        "preferences.unit.days"),
                live);
    }

    private Row sizeRow() {
        size.setId("settings-history-size");
        size.setText(wording.text("preferences.size.reading"));
        var content = new VBox(size, places.place("history", computer.history()));
        content.getStyleClass().add("settings-content");
        return new Row(wording, Section.HISTORY, "preferences.size", "size", content);
    }

    private Row forgetRow() {
        age.setId("forget-age");
        age.setPrefColumnCount(NUMBER_COLUMNS);
        age.setAccessibleText(wording.text("preferences.forget"));
        complaint.setId("wrong-forget");
        forget.setText(wording.text("preferences.forget.do"));
        forget.setId("forget");
        forget.setOnAction(event -> forget());
        var row = new FlowPane(age, Nodes.labelled(wording.text("preferences.unit.days")), forget);
        row.getStyleClass().add("choices");
        var content = new VBox(row, complaint);
        content.getStyleClass().add("settings-content");
        return new Row(wording, Section.HISTORY, "preferences.forget", "forget", content);
    }

    private void forget() {
        switch (DAYS.read(age.getText())) {
            case Read.Bad<Double>(var why) -> complaint.setText(wording.messages().render(why));
            case Read.Good<Double>(Double days) -> {
                complaint.setText("");
                Instant before = clock.instant().minus(Duration.ofDays(Math.round(days)));
                forget.setDisable(true);
                // Nothing is lost before the note is gone: what was forgotten cannot come back.
                toast.show(
                        wording.text("preferences.forget.soon", days),
                        wording.text("preferences.undo"),
                        () -> {
                            forget.setDisable(false);
                            toast.say(wording.text("preferences.forget.kept"));
                        },
                        () -> forgetBefore(before));
            }
        }
    }

    private void forgetBefore(Instant before) {
        forget.setDisable(false);
        background.start(
                "forget-history",
                () -> book.forgetBefore(before),
                done -> {
                    live.tell(
                            wording.text(
                                    done
                                            ? "preferences.forget.going"
                                            : "preferences.forget.failed"));
                    readSize();
                },
                problem -> {
                    LOG.warn("the past is not forgotten", problem);
                    live.tell(wording.text("preferences.forget.failed"));
                });
    }

    /** Looks how large the history is. */
    void readSize() {
        background.start(
                "history-size",
                book::size,
                read -> size.setText(new SizeText(wording).sentences(read)),
                problem -> {
                    LOG.warn("the size of the history is not known", problem);
                    size.setText(wording.text("preferences.size.unknown"));
                });
    }
}
