package dev.linkscope.ui.printer;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.StatePill;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The verdict: the most important sentence large, the others below, a coloured bar and a word. */
final class VerdictCard extends HBox {
    private final Wording wording;
    private final StatePill pill;
    private final Label lead = Nodes.wrapped("verdict-lead");
    private final Label rest = Nodes.onlyWithText(Nodes.wrapped("muted"));
    private final FindingList findings;

    VerdictCard(Wording wording) {
        this.wording = wording;
        pill = new StatePill(wording);
        getStyleClass().addAll("card", "verdict");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        findings = new FindingList(wording);
        var sentences = new VBox(lead, rest, findings);
        sentences.getStyleClass().add("verdict-sentences");
        sentences.setMinWidth(0);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        getChildren().setAll(sentences, pill);
    }

    private static boolean saidByTheLink(Statement statement, @Nullable Failure failure) {
        return failure != null
                && (statement.equals(failure.message()) || statement.equals(failure.nextStep()));
    }

    void show(SessionSnapshot snapshot, Condition condition) {
        List<String> sentences =
                snapshot.headline().stream()
                        .filter(statement -> !saidByTheLink(statement, snapshot.failure()))
                        .map(wording.messages()::render)
                        .toList();
        lead.setText(
                sentences.isEmpty()
                        ? wording.text("verdict." + condition.name(), snapshot.printer().name())
                        : sentences.getFirst());
        rest.setText(sentences.stream().skip(1).collect(Collectors.joining(" ")));
        findings.show(snapshot.findings());
        pill.show(condition);
        condition.tone().applyTo(this);
    }
}
