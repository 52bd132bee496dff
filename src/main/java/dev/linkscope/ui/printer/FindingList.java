package dev.linkscope.ui.printer;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Verdict;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.fix.FixOffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/**
 * The causes that were found, the likeliest one open; each tells on demand why it is believed and
 * what speaks against it, and below all, in one line of links, what else there is to be seen.
 */
final class FindingList extends VBox {
    /** More would bury the panes; the others are a click away. */
    private static final int OPEN = 1;

    private final Wording wording;
    private final FixOffer offer;
    private final Hyperlink beside;
    private final FlowPane links = new FlowPane();
    private final Set<String> explained = new HashSet<>();
    private boolean all;
    private boolean others;
    private List<Finding> shown = List.of();

    /**
     * An empty list.
     *
     * @param offer what can be mended
     * @param beside a link that stands in the same line
     */
    FindingList(Wording wording, FixOffer offer, Hyperlink beside) {
        this.wording = wording;
        this.offer = offer;
        this.beside = beside;
        links.getStyleClass().add("finding-links");
        asNarrowAsThereIsRoom(links);
        // A line of links that are all hidden would leave its space.
        beside.visibleProperty().subscribe(this::showLinks);
        setId("findings");
        setMinWidth(0);
        getStyleClass().add("verdict-findings");
    }

    /** Shows these findings, best first. */
    void show(List<Finding> findings) {
        if (!findings.equals(shown)) {
            shown = findings;
            draw();
        }
    }

    private void draw() {
        List<Finding> causes = shown.stream().filter(Finding::supported).toList();
        List<Node> rows = new ArrayList<>();
        causes.stream().limit(all ? causes.size() : OPEN).map(this::row).forEach(rows::add);
        if (others) {
            add(rows, "finding.unclear", Verdict.INCONCLUSIVE);
            add(rows, "finding.no_sign", Verdict.REFUTED);
        }
        List<Node> further = new ArrayList<>();
        if (causes.size() > OPEN) {
            further.add(
                    link(
                            all
                                    ? wording.text("finding.fewer")
                                    : wording.text("finding.more", causes.size() - OPEN),
                            "more-findings",
                            () -> all = !all));
        }
        further.add(beside);
        if (shown.size() > causes.size()) {
            further.add(
                    link(
                            wording.text(others ? "finding.others.hide" : "finding.others"),
                            "other-findings",
                            () -> others = !others));
        }
        links.getChildren().setAll(further);
        rows.add(links);
        getChildren().setAll(rows);
        showLinks();
    }

    /** By itself it would be at least as wide as its widest text in one line. */
    private static void asNarrowAsThereIsRoom(FlowPane texts) {
        texts.setMinWidth(0);
    }

    private void showLinks() {
        Nodes.show(links, links.getChildren().stream().anyMatch(Node::isVisible));
        Nodes.show(this, getChildren().stream().anyMatch(Node::isVisible));
    }

    private void add(List<Node> rows, String key, Verdict verdict) {
        String names =
                shown.stream()
                        .filter(finding -> finding.verdict() == verdict)
                        .map(finding -> wording.messages().render(finding.title()))
                        .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            Label label = Nodes.wrapped("small", "muted");
            label.setText(wording.text(key, names));
            rows.add(label);
        }
    }

    /** What is wrong, how sure that is, what to do next, and why. */
    private VBox row(Finding finding) {
        Label title = Nodes.wrapped("finding-title");
        title.setText(wording.messages().render(finding.title()));
        var row = new VBox(title);
        row.setMinWidth(0);
        row.getStyleClass().add("finding");
        if (finding.nextTest() != null) {
            Label next = Nodes.wrapped("finding-next");
            next.setText(wording.messages().render(finding.nextTest()));
            row.getChildren().add(next);
        }
        Label sure = Nodes.wrapped("small", "muted");
        sure.setText(wording.text("finding.grade." + finding.confidence()));
        var grade = new FlowPane(sure);
        grade.getStyleClass().add("finding-links");
        sure.maxWidthProperty().bind(grade.widthProperty());
        asNarrowAsThereIsRoom(grade);
        row.getChildren().add(grade);
        if (!finding.evidence().isEmpty()) {
            boolean open = explained.contains(finding.rule());
            grade.getChildren()
                    .add(
                            link(
                                    wording.text(open ? "finding.why.hide" : "finding.why"),
                                    "why-" + finding.rule(),
                                    () -> toggle(finding.rule())));
            if (open) {
                row.getChildren().addAll(evidence(finding));
                row.getChildren().addAll(guide(finding));
            }
        }
        boolean reasons = finding.evidence().isEmpty() || explained.contains(finding.rule());
        if (reasons && offer.planned(finding.rule())) {
            row.getChildren().add(fix(finding.rule()));
        }
        return row;
    }

    private Button fix(String rule) {
        var button = new Button(wording.text("fixwizard.fix"));
        button.setId("fix-" + rule);
        button.getStyleClass().add("small");
        button.setOnAction(event -> offer.fix(rule));
        return button;
    }

    private List<Label> evidence(Finding finding) {
        return Stream.of(true, false)
                .flatMap(speaksFor ->
                        finding.evidence().stream()
                                .filter(one -> one.speaksFor() == speaksFor)
                                .map(one -> {
                                    Label label =
                                            Nodes.wrapped(
                                                    "evidence", speaksFor ? "for" : "against");
                                    label.setText(
                                            wording.text(
                                                    speaksFor ? "finding.for" : "finding.against",
                                                    one.text()));
                                    return label;
                                }))
                .toList();
    }

    /** Where the guide explains the cause, by name: it is there without a network. */
    private List<Label> guide(Finding finding) {
        String place = finding.guide();
        if (place == null) {
            return List.of();
        }
        Label label = Nodes.wrapped("small", "muted");
        label.setId("guide-" + finding.rule());
        label.setText(wording.text("guide.window", place));
        return List.of(label);
    }

    private void toggle(String rule) {
        if (!explained.remove(rule)) {
            explained.add(rule);
        }
    }

    private Hyperlink link(String text, String id, Runnable action) {
        var link = new Hyperlink(text);
        link.setId(id);
        link.getStyleClass().add("small");
        link.setOnAction(event -> {
            action.run();
            draw();
        });
        return link;
    }
}
