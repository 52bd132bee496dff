package dev.linkscope.ui.update;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.domain.release.Release;
import dev.linkscope.engine.port.Updates.Answer;
import dev.linkscope.support.PlatformName;
import dev.linkscope.ui.common.Background;
import dev.linkscope.ui.common.BusySign;
import dev.linkscope.ui.common.CopiedText;
import dev.linkscope.ui.common.DesktopOpener;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** Says whether there is a newer release, and looks for one. */
public final class UpdatePane extends VBox implements ReleaseBox.Actions {
    private final Wording wording;
    private final Background background;
    private final InstantSource clock;
    private final FontIcon sign = Nodes.icon(MaterialDesignH.HELP_CIRCLE_OUTLINE, "state-icon");
    private final Label state = Nodes.wrapped("update-state");
    private final Label next = Nodes.onlyWithText(Nodes.wrapped("small", "muted"));
    private final VBox release = new VBox();
    private final Button look = new Button();
    private final BusySign busy;
    private final Label note = Nodes.onlyWithText(Nodes.wrapped("small"));
    private Subscription following = Subscription.EMPTY;

    /** A pane that follows the desk while it is in a window. */
    public UpdatePane(
            UpdateDesk desk, Wording wording, Background background, InstantSource clock) {
        this.wording = wording;
        this.background = background;
        this.clock = clock;
        setId("updates");
        getStyleClass().add("update-pane");
        setMinHeight(USE_PREF_SIZE);
        state.setId("update-state");
        state.setGraphic(sign);
        next.setId("update-next");
        note.setId("update-note");
        busy = new BusySign(wording.text("update.busy"), "update-busy");
        look.setId("update-look");
        look.setText(wording.text("update.look"));
        look.setMinWidth(USE_PREF_SIZE);
        look.setOnAction(event -> desk.look());
        var row = new HBox(look, busy);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("buttons");
        getChildren().setAll(state, next, release, row, note);
        // What the desk keeps must not keep a pane that was closed.
        sceneProperty()
                .subscribe(scene -> {
                    following.unsubscribe();
                    following =
                            scene == null
                                    ? Subscription.EMPTY
                                    : desk.viewProperty().subscribe(this::show);
                });
        show(desk.viewProperty().get());
    }

    private void show(UpdateView view) {
        UpdateText text = UpdateText.of(view, wording, clock.instant());
        sign.setIconCode(text.sign());
        text.tone().applyTo(state);
        state.setText(text.state());
        next.setText(text.next());
        note.setText("");
        look.setDisable(view.looking() || view.place().isEmpty());
        Nodes.show(busy, view.looking());
        release.getChildren().clear();
        if (!view.looking() && view.answer() instanceof Answer.Newer(Release newer)) {
            release.getChildren()
                    .add(
                            new ReleaseBox(
                                    wording,
                                    newer,
                                    PlatformName.own(),
                                    Runtime.version().feature(),
                                    this));
        }
        Nodes.show(release, !release.getChildren().isEmpty());
    }

    @Override
    public void browse(TargetUrl page) {
        DesktopOpener.page(
                background,
                page,
                () -> note.setText(wording.text("browser.page_is", page.display())));
    }

    @Override
    public void copy(String text) {
        CopiedText.put(text);
        note.setText(wording.text("preferences.copied"));
    }
}
