package dev.linkscope.ui.printer.tabs;

import dev.linkscope.ui.common.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/**
 * The handles of the tabs. Wraps where there is no room. The arrows, Home and End go from one to
 * the next.
 */
final class TabStrip extends FlowPane {
    private final List<TabItem> items = new ArrayList<>();
    private final Consumer<TabKind> onChosen;
    private TabKind chosen = TabKind.BREAKS;

    TabStrip(Wording wording, Consumer<TabKind> onChosen) {
        this.onChosen = onChosen;
        setId("printer-tabs-strip");
        getStyleClass().add("tab-strip");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        setAccessibleText(wording.text("tabs.strip"));
        for (TabKind kind : TabKind.values()) {
            items.add(new TabItem(kind, wording, () -> choose(kind)));
        }
        getChildren().setAll(items);
        items.forEach(item -> item.choose(item.kind() == chosen));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The handle of a tab. */
    TabItem item(TabKind kind) {
        return items.stream().filter(item -> item.kind() == kind).findFirst().orElseThrow();
    }

    /** The chosen one. */
    TabKind chosen() {
        return chosen;
    }

    /** Chooses a tab and tells of it. */
    void choose(TabKind kind) {
        if (kind == chosen) {
            return;
        }
        chosen = kind;
        items.forEach(item -> item.choose(item.kind() == kind));
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        onChosen.accept(kind);
    }

    /** Goes on by so many, round and round, and takes the cursor along. */
    void go(int by) {
        goTo(Math.floorMod(items.indexOf(item(chosen)) + by, items.size()));
    }

    private void goTo(int index) {
        choose(items.get(index).kind());
        items.get(index).requestFocus();
    }

    private void pressed(KeyEvent event) {
        boolean leftwards = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.RIGHT) {
            go(leftwards ? -1 : 1);
        } else if (event.getCode() == KeyCode.LEFT) {
            go(leftwards ? 1 : -1);
        } else if (event.getCode() == KeyCode.HOME) {
            goTo(0);
        } else if (event.getCode() == KeyCode.END) {
            goTo(items.size() - 1);
        } else {
            return;
        }
        event.consume();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> items.size();
            case ITEM_AT_INDEX -> items.get((Integer) parameters[0]);
            case FOCUS_ITEM -> item(chosen);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
