package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.domain.probe.SlotState;
import dev.linkscope.support.WireName;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Above the table of attempts: what is wanted, whether it follows, and where it is saved. */
final class OutcomeTools extends FlowPane {
    private final Wording wording;
    private final Consumer<OutcomeFilter> wish;
    private final ComboBox<Probe> probe = new ComboBox<>();
    private final ComboBox<Result> result = new ComboBox<>();
    private final TextField text = new TextField();
    private final Button save = new Button();
    private boolean quiet;

    /** A probe to choose; without a target, all. */
    private record Probe(@Nullable String target, String name) {}

    /** A result to choose; without a state, all. */
    private record Result(@Nullable SlotState state, String name) {}

    OutcomeTools(
            Wording wording,
            Consumer<OutcomeFilter> wish,
            Consumer<Boolean> follow,
            Runnable onSave) {
        this.wording = wording;
        this.wish = wish;
        getStyleClass().add("outcome-tools");
        setAlignment(Pos.CENTER_LEFT);
        probe.setId("outcome-probe");
        probe.setAccessibleText(wording.text("outcome.probe"));
        probe.setConverter(named(Probe::name));
        probe.valueProperty().subscribe(this::told);
        result.setId("outcome-result");
        result.setAccessibleText(wording.text("outcome.result"));
        result.setConverter(named(Result::name));
        List<Result> results = new ArrayList<>();
        results.add(new Result(null, wording.text("outcome.all_results")));
        for (SlotState state : SlotState.values()) {
            results.add(new Result(state, wording.text("outcome.state." + WireName.of(state))));
        }
        result.getItems().setAll(results);
        quiet = true;
        result.setValue(results.getFirst());
        quiet = false;
        result.valueProperty().subscribe(this::told);
        text.setId("outcome-text");
        text.setPromptText(wording.text("outcome.search"));
        text.setAccessibleText(wording.text("outcome.search"));
        text.setPrefColumnCount(16);
        text.textProperty().subscribe(this::told);
        var live = new CheckBox(wording.text("outcome.live"));
        live.setId("outcome-live");
        live.setSelected(true);
        live.setOnAction(event -> follow.accept(live.isSelected()));
        save.setId("outcome-save");
        save.setText(wording.text("outcome.save"));
        save.setGraphic(Nodes.icon(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        save.getStyleClass().add("small");
        save.setOnAction(event -> onSave.run());
        getChildren().setAll(probe, result, text, live, save);
        probes(List.of());
    }

    private static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public @Nullable T fromString(String typed) {
                return null;
            }
        };
    }

    private void told() {
        if (!quiet) {
            Probe chosen = probe.getValue();
            Result wanted = result.getValue();
            wish.accept(
                    new OutcomeFilter(
                            chosen == null ? null : chosen.target(),
                            wanted == null ? null : wanted.state(),
                            text.getText()));
        }
    }

    /** Offers the probes of another printer; one that both have stays chosen. */
    void probes(List<ProbeTally> tallies) {
        Map<String, ProbeKind> kinds = new TreeMap<>();
        tallies.forEach(tally -> kinds.put(tally.target(), tally.kind()));
        List<Probe> offered = new ArrayList<>();
        offered.add(new Probe(null, wording.text("outcome.all_probes")));
        kinds.forEach(
                (target, kind) -> offered.add(new Probe(target, OutcomeRows.probe(kind, wording))));
        Probe before = probe.getValue();
        String target = before == null ? null : before.target();
        quiet = true;
        probe.getItems().setAll(offered);
        probe.setValue(
                offered.stream()
                        .filter(one -> Objects.equals(one.target(), target))
                        .findFirst()
                        .orElse(offered.getFirst()));
        quiet = false;
        Probe now = probe.getValue();
        if (target != null && now.target() == null) {
            told();
        }
    }

    /** Offers further probes of the same printer. */
    void moreProbes(List<ProbeTally> tallies) {
        if (tallies.size() + 1 > probe.getItems().size()) {
            probes(tallies);
        }
    }

    /** Whether there is anything to be saved. */
    void savable(boolean now) {
        save.setDisable(!now);
    }
}
