package dev.linkscope.ui.access;

import dev.linkscope.ui.access.Miss.Kind;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.ToolBar;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** Finds what a screen reader cannot name. */
final class NameCheck {
    /** A drawing is named by itself or by what holds it closely. */
    private static final int NAMED_BY = 4;

    private final List<Miss> misses = new ArrayList<>();
    private final List<Node> met;

    private NameCheck(List<Node> met) {
        this.met = met;
    }

    /** What has no name or role below that node. */
    static List<Miss> of(Node root) {
        var check = new NameCheck(Sight.met(root));
        check.met.forEach(check::look);
        return check.misses;
    }

    private void look(Node node) {
        switch (node) {
            case Canvas _, ImageView _, Path _ -> drawing(node);
            case FontIcon icon -> sign(icon);
            case ScrollPane _, ScrollBar _, Separator _, SplitPane _, ToolBar _, TableRow<?> _ -> {}
            case Cell<?> cell -> cell(cell);
            case Labeled labeled -> labeled(labeled);
            case Control control -> {
                boolean told = control.isFocusTraversable() || control instanceof ProgressIndicator;
                if (told && !isNamed(control)) {
                    miss(Kind.NO_NAME, control, "no accessible text and no label for it");
                }
            }
            default -> {
                if (node.isFocusTraversable()) {
                    own(node);
                }
            }
        }
    }

    private void own(Node node) {
        if (!hasRole(node)) {
            miss(Kind.NO_ROLE, node, "takes the cursor as a " + node.getAccessibleRole());
        }
        if (!isNamed(node)) {
            miss(Kind.NO_NAME, node, "takes the cursor without an accessible text");
        }
    }

    private void labeled(Labeled labeled) {
        boolean empty = labeled.getText() == null || labeled.getText().isBlank();
        boolean sign = labeled.getGraphic() != null;
        boolean plain = labeled instanceof Label && !sign;
        if (empty && !plain && !isNamed(labeled) && !holdsText(labeled.getGraphic())) {
            miss(Kind.NO_NAME, labeled, sign ? "a sign without a text" : "no text");
        }
    }

    // A table's cell is read with its column; one that is empty says that there is nothing.
    private void cell(Cell<?> cell) {
        boolean empty = cell.getText() == null || cell.getText().isBlank();
        boolean nothing = cell instanceof TableCell<?, ?> && cell.getGraphic() == null;
        if (empty && !nothing && !isNamed(cell) && !holdsText(cell.getGraphic())) {
            miss(Kind.NO_NAME, cell, "a cell without a text");
        }
    }

    private void drawing(Node node) {
        if (node instanceof ImageView view && view.getImage() == null) {
            return;
        }
        if (Sight.isWithin(node, Labeled.class)) {
            return;
        }
        Node at = node;
        for (int i = 0; at != null && i < NAMED_BY; i++, at = at.getParent()) {
            if (isNamed(at)) {
                if (!hasRole(at)) {
                    miss(Kind.NO_ROLE, at, "a drawing that is a " + at.getAccessibleRole());
                }
                return;
            }
        }
        miss(Kind.NO_NAME, node, "a drawing without a text");
    }

    // Beside words an icon is an ornament; alone it has to be told.
    private void sign(FontIcon icon) {
        if (Sight.isWithin(icon, Labeled.class)) {
            return;
        }
        Node holder = icon.getParent();
        for (int i = 0; holder != null && i < NAMED_BY; i++, holder = holder.getParent()) {
            if (isNamed(holder) || holdsText(holder)) {
                return;
            }
        }
        if (!isNamed(icon)) {
            miss(Kind.NO_NAME, icon, "a sign alone");
        }
    }

    private static boolean holdsText(Node node) {
        return node != null
                && Sight.nodes(node).stream()
                        .anyMatch(one ->
                                one instanceof Text text
                                        && !(one instanceof FontIcon)
                                        && !text.getText().isBlank());
    }

    private boolean isNamed(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return true;
        }
        return met.stream()
                .anyMatch(other ->
                        other instanceof Label label
                                && node.equals(label.getLabelFor())
                                && !label.getText().isBlank());
    }

    private static boolean hasRole(Node node) {
        AccessibleRole role = node.getAccessibleRole();
        return role != null && role != AccessibleRole.NODE && role != AccessibleRole.PARENT;
    }

    private void miss(Kind kind, Node node, String what) {
        String said =
                node instanceof Parent
                        ? ""
                        : String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        misses.add(new Miss(kind, Sight.path(node), (what + " " + said).strip()));
    }
}
