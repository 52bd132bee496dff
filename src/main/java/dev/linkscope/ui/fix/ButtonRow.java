package dev.linkscope.ui.fix;

import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The buttons of the wizard: ways back at the left, ways on at the right, the likeliest last. */
final class ButtonRow extends HBox {
    private final Map<FixCommand, Button> buttons = new EnumMap<>(FixCommand.class);

    /** Wider than the card: what is left of its width is taken, and lines break there. */
    private static final double ONE_LINE = 2000;

    private final HBox left = new HBox();
    private final FlowPane right = new FlowPane();
    private FixCommand primary = FixCommand.CLOSE;

    /**
     * A row without buttons.
     *
     * @param perform does what a button says
     */
    ButtonRow(Wording wording, Consumer<FixCommand> perform) {
        getStyleClass().add("fix-buttons");
        for (FixCommand command : FixCommand.values()) {
            var button = new Button(wording.text(command.key()));
            button.setId(command.id());
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> perform.accept(command));
            buttons.put(command, button);
        }
        left.getStyleClass().add("fix-buttons");
        left.setMinWidth(USE_PREF_SIZE);
        right.getStyleClass().add("fix-button-flow");
        right.setAlignment(Pos.TOP_RIGHT);
        right.setPrefWrapLength(ONE_LINE);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().setAll(left, right);
    }

    /** Shows these choices. */
    void show(FixChoices choices) {
        primary = choices.primary();
        List<Node> atLeft = new ArrayList<>();
        List<Node> atRight = new ArrayList<>();
        for (FixCommand command : FixCommand.values()) {
            if (choices.commands().contains(command) && command != primary) {
                (command.left() ? atLeft : atRight).add(button(command));
            }
        }
        atRight.add(button(primary));
        // Taking a button out and putting it in again would take the cursor from it.
        if (!left.getChildren().equals(atLeft)) {
            left.getChildren().setAll(atLeft);
        }
        if (!right.getChildren().equals(atRight)) {
            right.getChildren().setAll(atRight);
        }
        buttons.forEach((command, button) -> {
            button.getStyleClass().remove("accent");
            if (command == primary && command != FixCommand.CLOSE) {
                button.getStyleClass().add("accent");
            }
        });
    }

    /** The button of a command. */
    Button button(FixCommand command) {
        return Objects.requireNonNull(buttons.get(command));
    }

    /** What Enter does where no button has the cursor. */
    Button primary() {
        return button(primary);
    }
}
