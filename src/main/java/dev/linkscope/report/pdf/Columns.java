package dev.linkscope.report.pdf;

import java.util.ArrayList;
import java.util.List;

/** Puts sections into two columns, each below the one that is shorter so far. */
final class Columns {
    private Columns() {}

    static Block of(List<Block> sections) {
        List<Block> left = new ArrayList<>();
        List<Block> right = new ArrayList<>();
        float half = Block.Pair.half(Sheet.WIDTH);
        for (Block section : sections) {
            float leftHeight = new Block.Stack(left).height(half);
            float rightHeight = new Block.Stack(right).height(half);
            (leftHeight <= rightHeight ? left : right).add(section);
        }
        return new Block.Pair(new Block.Stack(left), new Block.Stack(right));
    }
}
