package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.fix.FixOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the rules conclude from a tab's readings together with everything else. */
final class RuleNotes extends VBox {
    private final Wording wording;
    private final FixOffer offer;
    private final Predicate<String> about;
    private List<Finding> shown = List.of();
    private boolean drawn;

    /**
     * Nothing yet.
     *
     * @param about which rules speak of the tab
     */
    RuleNotes(Wording wording, FixOffer offer, Predicate<String> about) {
        this.wording = wording;
        this.offer = offer;
        this.about = about;
        getStyleClass().add("rule-notes");
    }

    /** Shows what these findings say of the tab. */
    void show(List<Finding> findings) {
        List<Finding> mine = findings.stream().filter(one -> about.test(one.rule())).toList();
        if (drawn && mine.equals(shown)) {
            return;
        }
        drawn = true;
        shown = mine;
        List<Node> rows = new ArrayList<>();
        rows.add(Nodes.labelled(wording.text("tabs.rules"), "section-title"));
        mine.stream().filter(Finding::supported).map(this::row).forEach(rows::add);
        if (rows.size() == 1) {
            rows.add(text(wording.text(mine.isEmpty() ? "tabs.rules.early" : "tabs.rules.none")));
        }
        add(rows, "finding.unclear", Verdict.INCONCLUSIVE);
        add(rows, "finding.no_sign", Verdict.REFUTED);
        getChildren().setAll(rows);
    }

    private void add(List<Node> rows, String key, Verdict verdict) {
        String names =
                shown.stream()
                        .filter(finding -> finding.verdict() == verdict)
                        .map(finding -> wording.messages().render(finding.title()))
                        .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            rows.add(text(wording.text(key, names)));
        }
    }

    private Node row(Finding finding) {
        Tone tone = finding.critical() ? Tone.BAD : Tone.WATCH;
        Node sign = Nodes.icon(FactTable.sign(tone), "state-icon");
        tone.applyTo(sign);
        Label title = Nodes.wrapped("finding-title");
        title.setText(wording.messages().render(finding.title()));
        var words = new VBox(title);
        Statement next = finding.nextTest();
        if (next != null) {
            words.getChildren().add(text(wording.messages().render(next)));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(sign, words);
        row.getStyleClass().add("rule-row");
        row.setAlignment(Pos.TOP_LEFT);
        if (offer.planned(finding.rule())) {
            row.getChildren().add(fix(finding.rule()));
        }
        return row;
    }

    private Button fix(String rule) {
        var button =
                new Button(wording.text(offer.begun(rule) ? "fixwizard.go_on" : "fixwizard.fix"));
        button.setId("tab-fix-" + rule.replace('.', '-'));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> offer.fix(rule));
        return button;
    }

    private static Label text(String text) {
        Label label = Nodes.wrapped("small", "muted");
        label.setText(text);
        return label;
    }
}
