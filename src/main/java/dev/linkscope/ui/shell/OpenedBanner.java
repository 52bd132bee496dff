package dev.linkscope.ui.shell;

import dev.linkscope.ui.common.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Says above an opened report what it is, and what is to be known of its file. */
final class OpenedBanner extends HBox {
    OpenedBanner(OpenedContent content) {
        setId("opened-banner");
        getStyleClass().addAll("opened-banner");
        setAlignment(Pos.CENTER_LEFT);
        Label what = Nodes.wrapped();
        what.setId("opened-what");
        what.setText(content.banner());
        var words = new VBox(what);
        for (String remark : content.remarks()) {
            Label said = Nodes.wrapped("opened-remark");
            said.setText(remark);
            words.getChildren().add(said);
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(Nodes.icon(MaterialDesignF.FILE_EYE_OUTLINE, "state-icon"), words);
        setAccessibleText(content.banner());
    }
}
