package dev.linkscope.ui.farm;

import dev.linkscope.engine.farm.FarmView.CommonTrait;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** What the printers that fail have in common against those that do not. */
final class TraitsCard extends VBox {
    private static final int MOST = 2;

    private final ShownFarm board;
    private final Wording wording;
    private List<CommonTrait> shown = List.of();

    TraitsCard(ShownFarm board, Wording wording) {
        this.board = board;
        this.wording = wording;
        setId("traits");
        getStyleClass().addAll("card", "farm-banner", "traits", "tone-watch");
        setMinHeight(USE_PREF_SIZE);
        Nodes.show(this, false);
        board.pictureProperty().subscribe(picture -> show(picture.view().traits()));
    }

    private void show(List<CommonTrait> traits) {
        if (!traits.equals(shown)) {
            shown = List.copyOf(traits);
            getChildren().setAll(traits.stream().limit(MOST).map(this::line).toList());
            Nodes.show(this, !traits.isEmpty());
        }
    }

    private Node line(CommonTrait trait) {
        Label said = Nodes.wrapped("trait");
        said.setText(sentence(trait));
        said.setGraphic(Nodes.icon(MaterialDesignL.LINK_VARIANT, "state-icon"));
        said.setTooltip(new Tooltip(wording.text("farm.trait.tip", trait.pValue())));
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        var only = new Button(wording.text("farm.trait.only"));
        only.setMinWidth(USE_PREF_SIZE);
        only.getStyleClass().add("slim");
        only.setOnAction(
                event -> board.filter(FarmFilter.NONE.withOnly(Set.copyOf(trait.printers()))));
        var line = new HBox(said, only);
        line.getStyleClass().add("banner-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String sentence(CommonTrait trait) {
        String key = "trait." + trait.trait();
        String name =
                wording.messages().has(key) ? wording.text(key) : trait.trait().replace('_', ' ');
        return wording.text(
                trait.sickWith() == trait.sick() ? "farm.trait.all" : "farm.trait.some",
                trait.sickWith(),
                trait.sick(),
                name,
                trait.value(),
                trait.wellWith(),
                trait.well());
    }
}
