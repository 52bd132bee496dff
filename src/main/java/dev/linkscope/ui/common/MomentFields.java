package dev.linkscope.ui.common;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** A day and a time of day that the user types, in the zone of the window. */
public final class MomentFields extends HBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final int LONGEST = 40;

    /** So that the fields of two moments stand below each other. */
    private static final double SHORTEST = 36;

    private final Wording wording;
    private final TextField day = new TextField();
    private final TextField time = new TextField();

    /**
     * Empty fields.
     *
     * @param id of the node; its fields are {@code id-day} and {@code id-time}
     * @param name what the moment is, such as <em>From</em>
     * @param onChange called after each change
     */
    public MomentFields(Wording wording, String id, String name, Runnable onChange) {
        super(7);
        this.wording = wording;
        setId(id);
        setAlignment(Pos.CENTER_LEFT);
        day.setId(id + "-day");
        time.setId(id + "-time");
        day.setPrefColumnCount(7);
        time.setPrefColumnCount(5);
        day.setPromptText(wording.text("moment.day.prompt"));
        time.setPromptText(wording.text("moment.time.prompt"));
        day.setAccessibleText(wording.text("moment.day", name));
        time.setAccessibleText(wording.text("moment.time", name));
        Label label = Nodes.labelled(name);
        label.setMinWidth(SHORTEST);
        label.setLabelFor(day);
        getChildren().setAll(label, day, time);
        day.textProperty().addListener((field, old, now) -> onChange.run());
        time.textProperty().addListener((field, old, now) -> onChange.run());
    }

    /** Fills the fields. */
    public void set(Instant moment) {
        ZonedDateTime local = moment.atZone(wording.messages().zone()).withNano(0);
        day.setText(local.toLocalDate().toString());
        LocalTime clock = local.toLocalTime();
        time.setText((clock.getSecond() == 0 ? SHORT : TIME).format(clock));
    }

    /** The moment typed, UTC; empty if it is none. */
    public Optional<Instant> moment() {
        return day().flatMap(date ->
                time().map(clock ->
                        date.atTime(clock).atZone(wording.messages().zone()).toInstant()));
    }

    /** What is wrong, in a sentence; empty if nothing is. */
    public String problem() {
        if (day().isEmpty()) {
            return day.getText().isBlank()
                    ? wording.text("moment.day.missing")
                    : wording.text("moment.day.bad", typed(day));
        }
        if (time().isEmpty()) {
            return time.getText().isBlank()
                    ? wording.text("moment.time.missing")
                    : wording.text("moment.time.bad", typed(time));
        }
        return "";
    }

    private static String typed(TextField field) {
        String text = field.getText().strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(day.getText().strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalTime> time() {
        try {
            return Optional.of(LocalTime.parse(time.getText().strip(), TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        day.requestFocus();
    }
}
