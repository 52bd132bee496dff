package dev.linkscope.ui.notices;

import javafx.scene.Node;

/**
 * One of the ways on which the user is told, to be set up.
 *
 * @param name {@code desktop}, {@code quiet}, {@code webhook} or {@code command}
 * @param node its fields
 */
public record AlertsPart(String name, Node node) {}
