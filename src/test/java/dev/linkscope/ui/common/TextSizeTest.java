package dev.linkscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FxToolkit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Text grows with its window, and so does what holds it. */
@ExtendWith(FxToolkit.class)
class TextSizeTest {
    @Test
    void whatHoldsTextGrowsAndTheRestStays() {
        assertThat(TextSize.grown(".a { -fx-font-size: 13px; -fx-padding: 4px; }", 2))
                .isEqualTo(".a { -fx-font-size: 26.0px; -fx-padding: 4px; }");
        assertThat(TextSize.grown("-fx-icon-size: 16px; -fx-min-height: 20px;", 1.5))
                .isEqualTo("-fx-icon-size: 24.0px; -fx-min-height: 30.0px;");
        assertThat(TextSize.grown("-fx-max-width: 300px; -fx-fixed-cell-size: 32px;", 2))
                .isEqualTo("-fx-max-width: 450.0px; -fx-fixed-cell-size: 64.0px;");
        assertThat(TextSize.grown("-fx-border-width: 2px; -fx-font-size: 1.2em;", 2))
                .isEqualTo("-fx-border-width: 2px; -fx-font-size: 1.2em;");
    }

    @Test
    void labelsIconsAndTooltipsGrow() throws Exception {
        FxToolkit.onFx(() -> {
            Theme.LIGHT.apply();
            Label plain = Nodes.labelled("Text");
            Label title = Nodes.labelled("Title", "dialog-title");
            var icon = Nodes.icon(org.kordamp.ikonli.materialdesign2.MaterialDesignC.CHECK);
            var root = new VBox(plain, title, icon);
            root.getStyleClass().add("app-root");
            var scene = new Scene(root);
            Theme.dress(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            var tip = new Tooltip("Tip");
            tip.show(stage);
            double tipBefore = fontOf(tip);
            double plainBefore = plain.getFont().getSize();
            double titleBefore = title.getFont().getSize();
            int iconBefore = icon.getIconSize();
            tip.hide();

            TextSize.apply(scene, 2);
            root.applyCss();
            tip.show(stage);
            assertThat(plain.getFont().getSize()).isEqualTo(2 * plainBefore);
            assertThat(title.getFont().getSize()).isEqualTo(2 * titleBefore);
            assertThat(icon.getIconSize()).isEqualTo(2 * iconBefore);
            assertThat(fontOf(tip)).isEqualTo(2 * tipBefore);
            tip.hide();

            TextSize.apply(scene, 1);
            root.applyCss();
            assertThat(plain.getFont().getSize()).isEqualTo(plainBefore);
            stage.close();
        });
    }

    private static double fontOf(Tooltip tip) {
        tip.getScene().getRoot().applyCss();
        return tip.getScene().getRoot().lookupAll(".tooltip").stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .findFirst()
                .orElseThrow()
                .getFont()
                .getSize();
    }

    @Test
    void sizesStayBetweenOnceAndTwice() throws Exception {
        FxToolkit.onFx(() -> {
            var node = new VBox();
            var told = new AtomicReference<Number>();
            TextSize.factor(node).subscribe(told::set);
            assertThat(told.get().doubleValue()).isEqualTo(1);
            var scene = new Scene(node);
            TextSize.apply(scene, 9);
            assertThat(told.get().doubleValue()).isEqualTo(2);
            TextSize.apply(scene, 0.1);
            assertThat(told.get().doubleValue()).isEqualTo(1);
        });
    }
}
