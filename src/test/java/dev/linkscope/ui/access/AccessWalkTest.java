package dev.linkscope.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.access.Miss.Kind;
import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Overlay;
import dev.linkscope.ui.common.Theme;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The walk finds each kind of miss, and nothing where nothing is missed. */
// Its windows have to have the cursor, which other tests beside it take.
@Tag("looks")
@ExtendWith(FxToolkit.class)
@Timeout(60)
class AccessWalkTest {
    private Stage stage;

    private List<Miss> walk(Supplier<List<Node>> content) throws Exception {
        FxToolkit.onFx(() -> {
            var root = new VBox(8);
            root.getChildren().setAll(content.get());
            show(root);
        });
        return AccessWalk.of(stage.getScene());
    }

    private void show(Region root) {
        root.getStyleClass().add("app-root");
        Theme.LIGHT.apply();
        stage = new Stage();
        var scene = new Scene(root, 400, 300);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    private static List<Kind> kinds(List<Miss> misses) {
        return misses.stream().map(Miss::kind).distinct().toList();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.onFx(() -> stage.close());
    }

    private static Canvas drawing() {
        return new Canvas(40, 30);
    }

    @Test
    void findsNothingWhereNothingIsMissed() throws Exception {
        List<Miss> misses =
                walk(() -> {
                    var field = new TextField();
                    var label = new Label("Address");
                    label.setLabelFor(field);
                    var sign = new Button();
                    sign.setGraphic(Nodes.icon(MaterialDesignC.CLOSE));
                    sign.setAccessibleText("Close");
                    var chart = drawing();
                    chart.setAccessibleText("No outage");
                    chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
                    return List.of(new Button("Save"), label, field, sign, chart);
                });
        assertThat(misses).isEmpty();
    }

    @Test
    void findsWhatHasNoName() throws Exception {
        List<Miss> misses =
                walk(() -> {
                    var sign = new Button();
                    sign.setGraphic(Nodes.icon(MaterialDesignC.CLOSE));
                    var list = new ListView<String>();
                    list.setAccessibleText("Signs");
                    list.setCellFactory(shown ->
                            new ListCell<>() {
                                @Override
                                protected void updateItem(String item, boolean empty) {
                                    super.updateItem(item, empty);
                                    setGraphic(empty ? null : Nodes.icon(MaterialDesignC.CHECK));
                                }
                            });
                    list.getItems().setAll("one");
                    list.setPrefHeight(60);
                    return List.of(
                            sign,
                            new TextField(),
                            drawing(),
                            new Pane(Nodes.icon(MaterialDesignC.CHECK)),
                            list);
                });
        assertThat(kinds(misses)).containsExactly(Kind.NO_NAME);
        assertThat(misses).hasSize(5);
    }

    @Test
    void findsWhatHasNoRole() throws Exception {
        List<Miss> misses =
                walk(() -> {
                    var chart = drawing();
                    chart.setAccessibleText("No outage");
                    chart.setAccessibleRole(AccessibleRole.NODE);
                    var own = new Pane(chart);
                    return List.of(own, new Button("Save"));
                });
        assertThat(kinds(misses)).containsExactly(Kind.NO_ROLE);
    }

    @Test
    void findsWhatKeysDoNotReach() throws Exception {
        List<Miss> misses =
                walk(() -> {
                    var skipped = new Button("Skipped");
                    skipped.setFocusTraversable(false);
                    var clicked = new Label("Click me");
                    clicked.setOnMouseClicked(event -> {});
                    var trap = new TextArea();
                    trap.setAccessibleText("A trap, since Tab is written");
                    trap.setPrefHeight(60);
                    return List.of(skipped, clicked, trap, new Button("Behind the trap"));
                });
        assertThat(kinds(misses)).containsExactly(Kind.OUT_OF_REACH);
        assertThat(misses).hasSize(3);
    }

    @Test
    void findsWhereTheCursorIsNotSeen() throws Exception {
        List<Miss> misses =
                walk(() -> {
                    var plain = new Pane();
                    plain.setFocusTraversable(true);
                    plain.setAccessibleRole(AccessibleRole.BUTTON);
                    plain.setAccessibleText("Shows no cursor");
                    plain.setMinSize(60, 30);
                    return List.of(new Button("Save"), plain);
                });
        assertThat(misses)
                .singleElement()
                .satisfies(miss -> assertThat(miss.kind()).isEqualTo(Kind.NO_FOCUS_MARK));
    }

    @Test
    void findsFaintTextBeforeWhatIsReallyPaintedBehindIt() throws Exception {
        List<Miss> misses =
                walk(() -> {
                    var faint = new Label("Faint");
                    faint.setStyle("-fx-text-fill: #949494;");
                    var large = new Label("Large");
                    large.setStyle("-fx-text-fill: #858585; -fx-font-size: 24px;");
                    var inside = new Label("White");
                    inside.setStyle("-fx-text-fill: white;");
                    var dark = new StackPane(inside);
                    dark.setStyle("-fx-background-color: #333;");
                    var light = new Label("White on white");
                    light.setStyle("-fx-text-fill: white;");
                    var half = new Label("Half gone");
                    half.setOpacity(0.4);
                    var off = new Button("Off");
                    off.setDisable(true);
                    return List.of(faint, large, dark, light, half, off, new Button("Save"));
                });
        assertThat(kinds(misses)).containsExactly(Kind.FAINT);
        assertThat(misses)
                .extracting(Miss::what)
                .satisfiesExactly(
                        one -> assertThat(one).contains("Faint"),
                        one -> assertThat(one).contains("White on white"),
                        one -> assertThat(one).contains("Half gone"));
    }

    @Test
    void findsShortenedAndCutTexts() throws Exception {
        List<Miss> misses =
                walk(() -> {
                    var shortened = new Label("A sentence that does not fit into this label");
                    shortened.setMaxWidth(80);
                    var told = new Label("A name that is as long as somebody made it");
                    told.setMaxWidth(80);
                    told.setTooltip(new Tooltip(told.getText()));
                    var low = new Label("Two lines of text that\nneed their height");
                    low.setMinHeight(12);
                    low.setMaxHeight(12);
                    var away = new Label("Far away");
                    away.setTranslateX(390);
                    return List.of(shortened, told, low, away, new Button("Save"));
                });
        assertThat(kinds(misses)).containsExactly(Kind.CUT);
        assertThat(misses).hasSize(3);
    }

    @Test
    void findsTextsOnEachOther() throws Exception {
        List<Miss> misses =
                walk(() -> {
                    var second = new Label("And this above it");
                    second.relocate(10, 4);
                    return List.of(
                            new Pane(new Label("This lies below"), second), new Button("Save"));
                });
        assertThat(kinds(misses)).containsExactly(Kind.OVERLAP);
    }

    @Test
    void findsSmallTargets() throws Exception {
        List<Miss> misses =
                walk(() -> {
                    var small = new Button("x");
                    small.setStyle("-fx-padding: 0;");
                    small.setMinSize(16, 20);
                    small.setMaxSize(16, 20);
                    return List.of(small, new CheckBox("Large enough"));
                });
        assertThat(kinds(misses)).containsExactly(Kind.SMALL_TARGET);
        assertThat(misses).hasSize(1);
    }

    @Test
    void looksIntoPopups() throws Exception {
        FxToolkit.onFx(() -> {
            var save = new Button("Save");
            show(new VBox(save));
            var tip = new Tooltip("Faint");
            tip.setStyle("-fx-text-fill: #777; -fx-background-color: #888;");
            tip.show(save, 10, 200);
        });
        assertThat(kinds(AccessWalk.seen(stage.getScene()))).containsExactly(Kind.FAINT);
    }

    @Test
    void asksOfACardThatTheRestIsOutOfReach() throws Exception {
        var overlay = new Overlay[1];
        FxToolkit.onFx(() -> {
            overlay[0] = new Overlay();
            var behind = new Button();
            behind.setMinSize(4, 4);
            show(new StackPane(behind, overlay[0]));
            var first = new Button("First");
            var card = new VBox(first, new Button("Last"));
            card.getStyleClass().add("card");
            overlay[0].open(card, first::requestFocus);
        });
        assertThat(AccessWalk.of(stage.getScene())).isEmpty();
    }

    @Test
    void aDeadKeyIsNoWayOut() throws Exception {
        List<Miss> misses =
                walk(() -> {
                    var deaf = new Button("Deaf");
                    deaf.addEventFilter(
                            KeyEvent.KEY_PRESSED,
                            event -> {
                                if (event.getCode() == KeyCode.TAB) {
                                    event.consume();
                                }
                            });
                    return List.of(deaf, new Button("Never reached"));
                });
        assertThat(kinds(misses)).containsExactly(Kind.OUT_OF_REACH);
    }
}
