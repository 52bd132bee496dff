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
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The verdict: what is wrong in one plain sentence, the two most important ones with figures below,
 * the likeliest cause, a coloured bar and a word. All else is a click away, so that the panes stay
 * in sight.
 */
final class VerdictCard extends HBox {
    private static final int TOLD = 2;

    private final Wording wording;
    private final StatePill pill;
    private final Label lead = Nodes.wrapped("verdict-lead");
    private final Label rest = Nodes.onlyWithText(Nodes.wrapped("muted"));
    private final Hyperlink more = new Hyperlink();
    private final FindingList findings;
    private final FixOffer offer;
    private final Button fix = new Button();
    private List<String> figures = List.of();
    private boolean all;

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
        more.setId("more-figures");
        more.getStyleClass().add("small");
        more.setOnAction(event -> {
            all = !all;
            tell();
        });
        findings = new FindingList(wording, offer, more);
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
        Optional<String> plain = PlainLead.of(snapshot, wording);
        lead.setText(
                plain.orElseGet(() ->
                        sentences.isEmpty()
                                ? wording.text(
                                        "verdict." + condition.name(), snapshot.printer().name())
                                : sentences.getFirst()));
        figures = plain.isPresent() ? sentences : sentences.stream().skip(1).toList();
        tell();
        findings.show(snapshot.findings());
        offer(snapshot.findings());
        pill.show(condition);
        condition.tone().applyTo(this);
    }

    private void tell() {
        rest.setText(String.join(" ", all ? figures : figures.stream().limit(TOLD).toList()));
        more.setText(wording.text(all ? "verdict.fewer" : "verdict.more"));
        Nodes.show(more, figures.size() > TOLD);
    }
}
