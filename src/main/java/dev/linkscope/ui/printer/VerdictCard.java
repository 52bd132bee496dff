package dev.linkscope.ui.printer;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.common.Condition;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.control.StatePill;
import dev.linkscope.ui.fix.FixOffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
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
    private final FixOffer offer;
    private final Button fix = new Button();

    /**
     * An empty card.
     *
     * @param offer what can be mended
     */
    VerdictCard(Wording wording, FixOffer offer) {
        this.wording = wording;
        this.offer = offer;
        pill = new StatePill(wording);
        getStyleClass().addAll("card", "verdict");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        findings = new FindingList(wording, offer);
        var sentences = new VBox(lead, rest, findings);
        sentences.getStyleClass().add("verdict-sentences");
        sentences.setMinWidth(0);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        fix.setId("fix-it");
        fix.getStyleClass().add("accent");
        fix.setMinWidth(USE_PREF_SIZE);
        var side = new VBox(pill, fix);
        side.getStyleClass().add("verdict-side");
        side.setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(sentences, side);
    }

    /** Offers to mend the best supported cause that there is a plan for. */
    private void offer(List<Finding> found) {
        Optional<String> cause =
                found.stream()
                        .filter(Finding::supported)
                        .map(Finding::rule)
                        .filter(offer::planned)
                        .findFirst();
        Nodes.show(fix, cause.isPresent());
        cause.ifPresent(rule -> {
            fix.setText(wording.text(offer.begun(rule) ? "fixwizard.go_on" : "fixwizard.fix"));
            fix.setOnAction(event -> offer.fix(rule));
        });
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
        offer(snapshot.findings());
        pill.show(condition);
        condition.tone().applyTo(this);
    }
}
