package dev.linkscope.ui;

import dev.linkscope.domain.report.Report;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.Removed;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import dev.linkscope.engine.report.ReportRequest;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A draft of three pages that only say of how many printers it is. */
public final class FakeDraft implements ReportDraft {
    private final ReportRequest request;
    private final List<String> drawn = new CopyOnWriteArrayList<>();

    /** What was taken out. */
    public List<Removed> removed =
            List.of(
                    new Removed("ssid", "Wi-Fi 1", 14),
                    new Removed("mac", "MAC address 1", 6),
                    new Removed("mac", "MAC address 2", 2),
                    new Removed("host", "host-1", 1));

    /** Until then, writing goes on; null if it ends at once. */
    public @Nullable CountDownLatch writing;

    /** Whether it was closed. */
    public volatile boolean closed;

    /** The draft of a request. */
    public FakeDraft(ReportRequest request) {
        this.request = request;
    }

    /** Which pages were drawn, such as {@code 0}. */
    public List<String> drawn() {
        return drawn;
    }

    @Override
    public Report report() {
        return new Report(Instant.EPOCH, "en", false, List.of(), List.of(), request.scope());
    }

    @Override
    public List<Removed> removed() {
        return removed;
    }

    @Override
    public int pages() {
        return 3;
    }

    @Override
    public byte[] page(int page, int dpi) throws IOException {
        if (closed) {
            throw new IllegalStateException("a draft that is closed has no pages");
        }
        drawn.add(String.valueOf(page));
        var image = new BufferedImage(595 * dpi / 72, 842 * dpi / 72, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(dpi / 72.0, dpi / 72.0);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 595, 842);
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        g.drawString("Report of " + request.printers().size() + ", page " + (page + 1), 50, 70);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        for (int line = 0; line < 50; line++) {
            g.drawString(
                    "What a line of a report looks like at this size: " + line,
                    50,
                    110 + line * 14);
        }
        g.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    @Override
    public void write(ReportFormat format, Path file, Progress progress) throws IOException {
        CountDownLatch end = writing;
        for (int step = 0; end != null && step < 2_000; step++) {
            progress.at(step % 100, 100);
            try {
                if (end.await(10, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        Files.writeString(file, "report of " + request.printers().size());
    }

    @Override
    public void close() {
        closed = true;
    }
}
