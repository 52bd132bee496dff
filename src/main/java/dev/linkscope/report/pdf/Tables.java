package dev.linkscope.report.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Adds tables whose head stands again on every page that they reach. */
final class Tables {
    /** Where a {@link Sheet} ends. */
    private static final float BOTTOM = PDRectangle.A4.getHeight() - 46;

    private final Sheet sheet;

    Tables(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Adds a heading, a head and rows; without rows nothing. */
    void add(Block heading, Block head, List<? extends Block> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        sheet.add(new Block.Stack(List.of(heading, head, rows.getFirst())));
        for (Block row : rows.subList(1, rows.size())) {
            boolean fits = reached() + row.height(Sheet.WIDTH) <= BOTTOM;
            sheet.add(fits ? row : new Block.Stack(List.of(head, row)));
        }
    }

    private float reached() throws IOException {
        var mark = new Mark();
        sheet.add(mark);
        return mark.top;
    }

    /** Draws nothing; remembers where it would have. */
    private static final class Mark implements Block {
        private float top;

        @Override
        public float height(float width) {
            return 0;
        }

        @Override
        public void draw(Ink ink, float x, float here, float width) {
            top = here;
        }
    }
}
