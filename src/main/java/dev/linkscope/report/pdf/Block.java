package dev.linkscope.report.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** Something on paper that is not torn over two pages. */
interface Block {
    /** Height in points if it is that wide. */
    float height(float width);

    /** Draws it with its upper left corner there. */
    void draw(Ink ink, float x, float top, float width) throws IOException;

    /** Nothing, of that height. */
    record Gap(float height) implements Block {
        @Override
        public float height(float width) {
            return height;
        }

        @Override
        public void draw(Ink ink, float x, float top, float width) {}
    }

    /** One below the other. */
    record Stack(List<Block> blocks) implements Block {
        public Stack {
            blocks = List.copyOf(blocks);
        }

        @Override
        public float height(float width) {
            float sum = 0;
            for (Block block : blocks) {
                sum += block.height(width);
            }
            return sum;
        }

        @Override
        public void draw(Ink ink, float x, float top, float width) throws IOException {
            float y = top;
            for (Block block : blocks) {
                ink.apart();
                block.draw(ink, x, y, width);
                y += block.height(width);
            }
        }
    }

    /** Two side by side, each half as wide. */
    record Pair(Block left, Block right) implements Block {
        private static final float GUTTER = 16;

        @Override
        public float height(float width) {
            float half = half(width);
            return Math.max(left.height(half), right.height(half));
        }

        @Override
        public void draw(Ink ink, float x, float top, float width) throws IOException {
            float half = half(width);
            ink.element(StandardStructureTypes.DIV, () -> left.draw(ink, x, top, half));
            float middle = x + half + GUTTER;
            ink.element(StandardStructureTypes.DIV, () -> right.draw(ink, middle, top, half));
        }

        /** Width of either. */
        static float half(float width) {
            return (width - GUTTER) / 2;
        }
    }
}
