package dev.linkscope.ui.printer.tabs;

import dev.linkscope.ui.common.Nodes;
import dev.linkscope.ui.common.Wording;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The handle of one tab: its title, and a sign with a number where something is wrong. */
final class TabItem extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("selected");

    private final TabKind kind;
    private final Wording wording;
    private final Runnable choose;
    private final Label title = Nodes.label("tab-title");

    private final Label badge = Nodes.label("tab-badge");
    private final Tooltip tip = new Tooltip();
    private boolean chosen;
    private TabBadge shown = TabBadge.NONE;

    TabItem(TabKind kind, Wording wording, Runnable choose) {
        this.kind = kind;
        this.wording = wording;
        this.choose = choose;
        setId(kind.id());
        getStyleClass().add("tab-item");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        badge.setGraphic(Nodes.icon(MaterialDesignA.ALERT, "tab-badge-icon"));
        badge.setMinWidth(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        Nodes.show(badge, false);
        getChildren().setAll(title, badge);
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                choose.run();
                requestFocus();
            }
        });
        title(wording.text(kind.key()));
    }

    TabKind kind() {
        return kind;
    }

    /** What it is called; a tab may be called otherwise for another printer. */
    void title(String text) {
        title.setText(text);
        speak();
    }

    /** Shows what is wrong. */
    void badge(TabBadge now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        badge.setText(now.count() < 2 ? "" : wording.text("tabs.badge", now.count()));
        now.tone().applyTo(badge);
        Nodes.show(badge, now.count() > 0);
        tip.setText(now.spoken());
        badge.setAccessibleText(now.spoken());
        if (now.count() > 0) {
            Tooltip.install(this, tip);
        } else {
            Tooltip.uninstall(this, tip);
        }
        speak();
    }

    private void speak() {
        setAccessibleText(
                shown.count() == 0
                        ? title.getText()
                        : wording.text("tabs.spoken", title.getText(), shown.spoken()));
    }

    /** Only the chosen one can be reached with Tab; the others with the arrows. */
    void choose(boolean now) {
        chosen = now;
        setFocusTraversable(now);
        pseudoClassStateChanged(CHOSEN, now);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? Boolean.valueOf(chosen)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.REQUEST_FOCUS || action == AccessibleAction.FIRE) {
            choose.run();
            requestFocus();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
