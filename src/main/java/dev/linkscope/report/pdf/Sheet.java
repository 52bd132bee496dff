package dev.linkscope.report.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Fills A4 pages from top to bottom. */
final class Sheet implements Closeable {
    static final float LEFT = 36;
    static final float TOP = 36;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float BOTTOM = PDRectangle.A4.getHeight() - 46;

    /** Height of what {@link Furniture} puts at the top of a page that continues another. */
    static final float CONTINUED = 28;

    /**
     * A page that was begun.
     *
     * @param subject whose page it is
     * @param continued whether it continues the page before
     */
    record Begun(PDPage page, String subject, boolean continued) {}

    private final PDDocument document;
    private final StructureTree tree;
    private final List<Begun> pages = new ArrayList<>();
    private String subject = "";
    private @Nullable Ink ink;
    private float y;

    Sheet(PDDocument document) {
        this.document = document;
        this.tree = new StructureTree(document);
    }

    /** Begins a page about something else. */
    void begin(String newSubject) throws IOException {
        subject = newSubject;
        tree.section();
        open(false);
        y = TOP;
    }

    /** Adds a block, on a new page if this one has no room. */
    void add(Block block) throws IOException {
        float height = block.height(WIDTH);
        Ink here = withRoomFor(height);
        tree.apart();
        block.draw(here, LEFT, y, WIDTH);
        y += height;
    }

    /** Adds a heading and the blocks below it; the first of them stays with the heading. */
    void section(Block heading, List<? extends Block> blocks) throws IOException {
        if (blocks.isEmpty()) {
            return;
        }
        add(new Block.Stack(List.of(heading, blocks.getFirst())));
        for (Block block : blocks.subList(1, blocks.size())) {
            add(block);
        }
    }

    /** Ends the last page and returns them all. */
    List<Begun> finish() throws IOException {
        close();
        tree.finish();
        return List.copyOf(pages);
    }

    private Ink withRoomFor(float height) throws IOException {
        Ink here = ink;
        if (here != null && (y + height <= BOTTOM || y <= TOP + CONTINUED)) {
            return here;
        }
        y = TOP + CONTINUED;
        return open(true);
    }

    private Ink open(boolean continued) throws IOException {
        close();
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(new Begun(page, subject, continued));
        Ink opened = new Ink(document, page, tree);
        ink = opened;
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (ink != null) {
            ink.close();
            ink = null;
        }
    }
}
