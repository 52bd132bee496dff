package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.Trial;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.engine.fix.FixView.Member;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The printers of a plan with how each stands; the chosen one is shown in figures below. */
final class MemberList extends ListView<Member> {
    private static final int MOST = 5;

    private final Wording wording;
    private List<Member> shown = List.of();

    /**
     * An empty list.
     *
     * @param onChosen told when another printer was chosen
     */
    MemberList(Wording wording, Runnable onChosen) {
        this.wording = wording;
        setId("fix-members");
        getStyleClass().add("fix-members");
        setAccessibleText(wording.text("fixwizard.members.spoken"));
        setCellFactory(view -> new Cell());
        getSelectionModel()
                .selectedIndexProperty()
                .subscribe((before, now) -> {
                    if (now.intValue() >= 0 && before.intValue() != now.intValue()) {
                        onChosen.run();
                    }
                });
    }

    void show(FixView view) {
        Nodes.show(this, view.members().size() > 1);
        if (view.members().equals(shown)) {
            return;
        }
        int chosen = Math.max(0, getSelectionModel().getSelectedIndex());
        shown = view.members();
        getItems().setAll(shown);
        getSelectionModel().select(Math.min(chosen, shown.size() - 1));
        Nodes.keepRows(this, Math.min(MOST, shown.size()));
    }

    /** The printer whose figures are wanted. */
    Member chosen(FixView view) {
        int chosen = Math.max(0, getSelectionModel().getSelectedIndex());
        return view.members().get(Math.min(chosen, view.members().size() - 1));
    }

    private FixStage stage(Member member) {
        Trial trial = member.trial();
        return trial == null ? FixStage.BEFORE : FixStage.of(trial);
    }

    private final class Cell extends ListCell<Member> {
        private final FontIcon icon = Nodes.icon(FixStage.BEFORE.icon(), "state-icon");
        private final Label name = Nodes.label("fact-value");
        private final Label state = Nodes.label("muted");
        private final HBox row = new HBox(icon, name, state);

        Cell() {
            row.getStyleClass().add("fix-member");
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Member member, boolean empty) {
            super.updateItem(member, empty);
            if (empty || member == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            FixStage stage = stage(member);
            icon.setIconCode(stage.icon());
            stage.tone().applyTo(row);
            name.setText(member.name());
            String word =
                    stage == FixStage.BEFORE && !member.ready()
                            ? wording.text("fixwizard.member.early")
                            : wording.text(stage.key());
            state.setText(word);
            setAccessibleText(wording.text("fixwizard.member.spoken", member.name(), word));
            setGraphic(row);
        }
    }
}
