package dev.linkscope.ui.fix;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.fix.FixDesk.Look;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.ui.common.CopiedText;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What a step would do: commands, values, what is in the way, and whether it can be undone. */
final class LookPane extends VBox {
    private final FixText text;
    private final Wording wording;
    private Map<PrinterId, Look> shown = Map.of();

    LookPane(FixText text) {
        this.text = text;
        wording = text.wording();
        setId("fix-look-pane");
        getStyleClass().add("fix-look");
        Nodes.show(this, false);
    }

    /** Shows what was looked at; hides itself if nothing was. */
    void show(Map<PrinterId, Look> looks, FixView view) {
        Nodes.show(this, !looks.isEmpty());
        if (looks.equals(shown)) {
            return;
        }
        shown = looks;
        getChildren().clear();
        boolean alike = looks.size() > 1 && looks.values().stream().distinct().count() == 1;
        for (FixView.Member member : view.members()) {
            Look look = looks.get(member.printer());
            if (look == null) {
                continue;
            }
            if (alike) {
                add("finding-title", wording.text("fixwizard.look.alike", looks.size()));
                addLook(look);
                break;
            }
            if (looks.size() > 1) {
                add("finding-title", member.name());
            }
            addLook(look);
        }
    }

    private void addLook(Look look) {
        FixAction.Preview preview = look.preview();
        LinkException problem = look.problem();
        if (preview == null) {
            add("fix-obstacle", problem == null ? "" : text.problem(problem));
            return;
        }
        add("muted", text.all(preview.said()));
        preview.obstacles()
                .forEach(one -> add("fix-obstacle", wording.text("fix.obstacle." + one)));
        if (!preview.commands().isEmpty()) {
            getChildren().add(commands(preview.commands()));
        }
        preview.changes().forEach(change -> add("fix-change", text.change(change)));
        if (preview.possible()) {
            add("muted", wording.text(undoKey(preview)));
        }
    }

    private static String undoKey(FixAction.Preview preview) {
        if (preview.undo() != null) {
            return "fixwizard.look.undo";
        }
        return preview.changes().isEmpty()
                ? "fixwizard.look.nothing_lasting"
                : "fixwizard.look.no_undo";
    }

    private void add(String style, @Nullable String said) {
        if (said != null && !said.isEmpty()) {
            Label label = Nodes.wrapped(style);
            label.setText(said);
            getChildren().add(label);
        }
    }

    private Node commands(List<String> lines) {
        Label code = Nodes.wrapped("fix-commands");
        code.setText(String.join("\n", new ArrayList<>(lines)));
        code.setMaxWidth(Double.MAX_VALUE);
        code.setMinWidth(0);
        HBox.setHgrow(code, Priority.ALWAYS);
        var copy = new Button(wording.text("fixwizard.copy"));
        copy.setGraphic(Nodes.icon(MaterialDesignC.CONTENT_COPY));
        copy.getStyleClass().addAll("small", "fix-copy");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> {
            CopiedText.put(code.getText());
            copy.setText(wording.text("fixwizard.copied"));
        });
        var box = new HBox(code, copy);
        box.getStyleClass().add("fix-code");
        return box;
    }
}
