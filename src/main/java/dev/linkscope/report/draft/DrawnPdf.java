package dev.linkscope.report.draft;

import dev.linkscope.engine.report.Progress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** A PDF that is drawn when somebody first wants it, and then kept. Thread-safe. */
final class DrawnPdf implements AutoCloseable {
    private static final int LEAST_DPI = 36;
    private static final int MOST_DPI = 300;

    /** Draws the whole PDF. */
    @FunctionalInterface
    interface Drawing {
        byte[] draw(Progress progress) throws IOException;
    }

    private final Drawing drawing;
    private byte @Nullable [] bytes;
    private @Nullable PDDocument document;
    private boolean closed;

    DrawnPdf(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * The file.
     *
     * @param progress is told while it is drawn; not if it was drawn before
     */
    synchronized byte[] bytes(Progress progress) throws IOException {
        byte[] drawn = bytes;
        if (drawn == null) {
            drawn = drawing.draw(progress);
            if (!closed) {
                bytes = drawn;
            }
        }
        return drawn;
    }

    synchronized int pages(Progress progress) throws IOException {
        return document(progress).getNumberOfPages();
    }

    /**
     * A page as PNG.
     *
     * @param page counted from 0
     * @param dpi taken as 36 or 300 where it is beyond these
     */
    synchronized byte[] page(int page, int dpi, Progress progress) throws IOException {
        PDDocument shown = document(progress);
        if (page < 0 || page >= shown.getNumberOfPages()) {
            throw new IndexOutOfBoundsException("page " + page + " of " + shown.getNumberOfPages());
        }
        BufferedImage image =
                new PDFRenderer(shown)
                        .renderImageWithDPI(
                                page, Math.clamp(dpi, LEAST_DPI, MOST_DPI), ImageType.RGB);
        var out = new ByteArrayOutputStream();
        // Not ImageIO's own stream: that one puts the page into a file among the temporary ones.
        try (var png = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", png);
        }
        return out.toByteArray();
    }

    private PDDocument document(Progress progress) throws IOException {
        if (closed) {
            throw new IOException("the draft is closed");
        }
        PDDocument open = document;
        if (open == null) {
            open = Loader.loadPDF(bytes(progress));
            document = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        closed = true;
        bytes = null;
        PDDocument open = document;
        document = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // It was only read, from memory.
            }
        }
    }
}
