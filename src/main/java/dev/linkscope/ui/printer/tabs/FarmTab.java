package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmStanding;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.engine.farm.Standings;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This printer against the others; compared in the background, some seconds apart. */
final class FarmTab implements TabBody {
    private static final Logger LOG = LoggerFactory.getLogger(FarmTab.class);

    /** The farm's own comparison comes no more often. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Wording wording;
    private final TabServices services;
    private final Label lead = Nodes.wrapped("section-title");
    private final FarmFigures figures;
    private final VBox ties = new VBox();
    private final VBox shared = new VBox();
    private final TwoColumns columns;
    private final VBox node;
    private @Nullable PrinterId printer;
    private Instant compared = Instant.MIN;
    private boolean comparing;
    private @Nullable FarmStanding drawn;

    FarmTab(Wording wording, TabServices services) {
        this.wording = wording;
        this.services = services;
        figures = new FarmFigures(wording);
        ties.getStyleClass().add("farm-ties");
        ties.setId("farm-ties");
        shared.getStyleClass().add("farm-ties");
        shared.setId("farm-shared");
        lead.setId("farm-lead");
        lead.setText(wording.text("tabs.farm.busy"));
        columns = new TwoColumns(List.of(figures), List.of(ties, shared));
        Nodes.show(columns, false);
        node = new VBox(lead, columns);
        node.setId("tab-farm");
        node.getStyleClass().add("tab-column");
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(TabInput input) {
        SessionSnapshot own = input.snapshot();
        PrinterId id = own.printer().id();
        boolean other = !id.equals(printer);
        boolean due = input.now().isBefore(compared) || elapsed(input.now());
        if (other) {
            printer = id;
            drawn = null;
            lead.setText(wording.text("tabs.farm.busy"));
            Nodes.show(columns, false);
        }
        if (comparing || !(other || due)) {
            return;
        }
        compared = input.now();
        comparing = true;
        List<SessionSnapshot> farm = services.farm().get();
        FarmView view = services.view().get();
        services.background()
                .start(
                        "farm-standing",
                        () -> Standings.of(own, farm, view),
                        standing -> {
                            comparing = false;
                            if (id.equals(printer)) {
                                draw(standing, input);
                            } else {
                                // The printer changed meanwhile: at the next look.
                                compared = Instant.MIN;
                            }
                        },
                        problem -> {
                            comparing = false;
                            LOG.warn("a printer could not be compared", problem);
                            lead.setText(wording.text("tabs.farm.failed"));
                        });
    }

    private boolean elapsed(Instant now) {
        return compared.equals(Instant.MIN) || !now.isBefore(compared.plus(PAUSE));
    }

    private void draw(FarmStanding standing, TabInput input) {
        if (standing.equals(drawn)) {
            return;
        }
        drawn = standing;
        Nodes.show(columns, standing.others() > 0);
        if (standing.others() == 0) {
            lead.setText(
                    wording.text(input.recorded() ? "tabs.farm.alone_then" : "tabs.farm.alone"));
            return;
        }
        long striking = standing.figures().stream().filter(FarmStanding.Figure::striking).count();
        lead.setText(
                standing.others() < FarmStanding.FEW
                        ? wording.text("tabs.farm.few", standing.others())
                        : wording.text(
                                striking == 0 ? "tabs.farm.usual" : "tabs.farm.striking",
                                standing.others(),
                                striking));
        figures.show(standing);
        ties(standing);
        shared(standing, input.now());
    }

    private void ties(FarmStanding standing) {
        List<Node> rows = new ArrayList<>();
        rows.add(Nodes.labelled(wording.text("tabs.farm.ties"), "section-title"));
        for (FarmStanding.Tie tie : standing.ties()) {
            String what = wording.text("tabs.farm.tie." + tie.place(), tie.value());
            rows.add(
                    row(
                            what,
                            tie.names().isEmpty()
                                    ? wording.text("tabs.farm.tie.nobody")
                                    : wording.text(
                                            "tabs.farm.tie.others",
                                            tie.names().size(),
                                            tie.failing(),
                                            names(tie.names()))));
        }
        if (standing.ties().isEmpty()) {
            rows.add(text(wording.text("tabs.farm.ties.none")));
        }
        ties.getChildren().setAll(rows);
    }

    private String names(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN
                ? some
                : wording.text("tabs.farm.more_names", some, names.size() - SHOWN);
    }

    /** More would bury what is said. */
    private static final int SHOWN = 4;

    private void shared(FarmStanding standing, Instant now) {
        List<Node> rows = new ArrayList<>();
        rows.add(Nodes.labelled(wording.text("tabs.farm.shared"), "section-title"));
        List<FarmView.Shared> all = standing.shared();
        if (all.isEmpty()) {
            rows.add(text(wording.text("tabs.farm.shared.none")));
        }
        for (FarmView.Shared one :
                all.subList(Math.max(0, all.size() - SHOWN), all.size()).reversed()) {
            String what =
                    wording.text(
                            one.lasts() ? "tabs.farm.shared.lasts" : "tabs.farm.shared.over",
                            wording.when(one.from(), now),
                            wording.when(one.to(), now),
                            one.members().size(),
                            one.measured());
            rows.add(
                    row(
                            what,
                            one.explanation().isEmpty()
                                    ? ""
                                    : wording.messages().render(one.explanation().getFirst())));
        }
        if (all.size() > SHOWN) {
            rows.add(text(wording.text("tabs.farm.shared.more", all.size() - SHOWN)));
        }
        shared.getChildren().setAll(rows);
    }

    private static Node row(String what, String detail) {
        Label head = Nodes.wrapped("fact-value");
        head.setText(what);
        Label more = Nodes.onlyWithText(text(detail));
        return new VBox(head, more);
    }

    private static Label text(String said) {
        Label label = Nodes.wrapped("small", "muted");
        label.setText(said);
        return label;
    }
}
