package dev.linkscope.ui.printer.tabs;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** What a part of the window says. */
final class TabWords {
    private TabWords() {}

    /** All texts that are in sight, a line each. */
    static String of(Node node) {
        return labels(node).map(Labeled::getText).collect(Collectors.joining("\n"));
    }

    private static Stream<Labeled> labels(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Labeled> own = node instanceof Labeled label ? Stream.of(label) : Stream.empty();
        return node instanceof Parent parent && !(node instanceof Label)
                ? Stream.concat(
                        own, parent.getChildrenUnmodifiable().stream().flatMap(TabWords::labels))
                : own;
    }
}
