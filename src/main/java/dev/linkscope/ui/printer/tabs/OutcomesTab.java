package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.history.TimedOutcome;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.history.OutcomesCsv;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import dev.linkscope.ui.timeline.TimeView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every single attempt in the span of the page: to be sifted, copied and saved. */
final class OutcomesTab implements TabBody {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomesTab.class);

    private final Wording wording;
    private final TabServices services;
    private final OutcomeModel model;
    private final OutcomeTable table;
    private final OutcomeTools tools;
    private final Label count = Nodes.wrapped("small", "muted");
    private final Button more = new Button();
    private final VBox node;
    private @Nullable TabInput latest;
    private @Nullable PrinterId printer;

    OutcomesTab(Wording wording, TimeView view, TabServices services) {
        this.wording = wording;
        this.services = services;
        model = new OutcomeModel(wording, view, services, this::draw);
        table = new OutcomeTable(wording);
        tools =
                new OutcomeTools(
                        wording,
                        filter -> {
                            model.filter(filter);
                            look();
                        },
                        live -> {
                            model.follow(live);
                            look();
                        },
                        this::save);
        count.setId("outcome-count");
        more.setId("outcome-more");
        more.setText(wording.text("outcome.more", OutcomeModel.PAGE));
        more.getStyleClass().add("small");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(event -> {
            model.more();
            look();
        });
        HBox.setHgrow(count, Priority.ALWAYS);
        count.setMaxWidth(Double.MAX_VALUE);
        var foot = new HBox(count, more);
        foot.getStyleClass().add("outcome-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        node = new VBox(tools, table, foot);
        node.setId("tab-outcomes");
        node.getStyleClass().add("tab-column");
        draw();
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void show(TabInput input) {
        PrinterId id = input.snapshot().printer().id();
        if (!id.equals(printer)) {
            printer = id;
            tools.probes(input.snapshot().probes());
        } else {
            tools.moreProbes(input.snapshot().probes());
        }
        latest = input;
        look();
    }

    private void look() {
        TabInput input = latest;
        if (input != null) {
            model.look(input);
        }
    }

    private void draw() {
        table.show(model.rows());
        boolean sifted = model.readCount() > model.rows().size();
        table.say(
                switch (model.state()) {
                    case LOADING -> wording.text("outcome.loading");
                    case FAILED -> wording.text("outcome.failed", model.problem());
                    case NOT_IN_REPORT -> wording.text("outcome.recorded");
                    case SHOWN -> wording.text(sifted ? "outcome.sifted" : "outcome.none");
                });
        String key =
                model.cutOff()
                        ? "outcome.count.most"
                        : !model.hasMore()
                                ? "outcome.count"
                                : sifted ? "outcome.count.more" : "outcome.count.newest";
        count.setText(
                model.state() == OutcomeModel.State.SHOWN
                        ? wording.text(key, model.rows().size(), model.readCount())
                        : "");
        Nodes.show(more, model.hasMore());
        tools.savable(!model.rows().isEmpty());
    }

    private void save() {
        TabInput input = latest;
        List<TimedOutcome> outcomes = model.rows().stream().map(OutcomeRow::timed).toList();
        if (input == null || outcomes.isEmpty()) {
            return;
        }
        String name = input.snapshot().printer().name();
        Path file =
                services.place()
                        .choose(wording.text("outcome.file", name.replaceAll("[^\\w.-]+", "-")));
        if (file == null) {
            return;
        }
        services.background()
                .start(
                        "outcomes-csv",
                        () -> write(file, OutcomesCsv.of(name, outcomes)),
                        written ->
                                services.say()
                                        .accept(
                                                wording.text(
                                                        "outcome.saved",
                                                        outcomes.size(),
                                                        written.toString())),
                        problem -> {
                            LOG.warn("attempts could not be saved", problem);
                            services.say().accept(wording.text("outcome.unsaved", file.toString()));
                        });
    }

    /** Whole or not at all: what was there before stays until then. */
    private static Path write(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = Files.createTempFile(target.getParent(), ".linkscope", ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return target;
    }
}
