package dev.linkscope.report.pdf;

import dev.linkscope.report.Times;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** What stands on every page: whose report, which page, when, and whether the data are real. */
final class Furniture {
    /** Width at the upper right that no title may use. */
    static final float RIGHT = 178;

    private static final float FOOT = PDRectangle.A4.getHeight() - 34;
    private static final float BAND = 18;

    private final Look look;
    private final String reportId;
    private final String toolVersion;
    private final boolean simulated;
    private final List<Attachment> files;

    Furniture(
            Look look,
            String reportId,
            String toolVersion,
            boolean simulated,
            List<Attachment> files) {
        this.look = look;
        this.reportId = reportId;
        this.toolVersion = toolVersion;
        this.simulated = simulated;
        this.files = List.copyOf(files);
    }

    /** Adds it to all pages, once their number is known. */
    void add(PDDocument document, List<Sheet.Begun> pages, Instant made) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            try (var ink = new Ink(document, pages.get(i).page(), null)) {
                head(ink, pages.get(i), i + 1, pages.size(), made);
                foot(ink);
                if (simulated) {
                    band(ink);
                }
            }
        }
    }

    private void head(Ink ink, Sheet.Begun page, int number, int of, Instant made)
            throws IOException {
        float right = Sheet.LEFT + Sheet.WIDTH;
        Type small = look.fonts.small;
        ink.textRight(
                small,
                Palette.MUTED,
                right,
                Sheet.TOP,
                look.say("report.pdf.id", reportId, number, of));
        ink.textRight(
                small,
                Palette.MUTED,
                right,
                Sheet.TOP + small.leading(),
                look.say(
                        "report.pdf.times",
                        look.times.stamp(made),
                        look.times.offset(made),
                        utcTime(made)));
        if (page.continued()) {
            String text = look.say("report.pdf.continued", page.subject());
            Type type = look.fonts.heading;
            ink.text(
                    type,
                    Palette.MUTED,
                    Sheet.LEFT,
                    Sheet.TOP,
                    type.shorten(text, Sheet.WIDTH - RIGHT));
        }
    }

    /** Without its day where that is the local one. */
    private String utcTime(Instant made) {
        var utc = new Times(look.messages.locale(), ZoneOffset.UTC);
        return utc.day(made).equals(look.times.day(made)) ? utc.minutes(made) : utc.stamp(made);
    }

    private void foot(Ink ink) throws IOException {
        Type type = look.fonts.tiny;
        ink.text(type, Palette.MUTED, Sheet.LEFT, FOOT, attached());
        ink.textRight(
                type,
                Palette.MUTED,
                Sheet.LEFT + Sheet.WIDTH,
                FOOT,
                look.say("report.pdf.tool", toolVersion));
    }

    /** Many tables of slots are told as their number. */
    private String attached() {
        List<String> names = files.stream().map(Attachment::name).toList();
        List<String> tables = names.stream().filter(name -> name.endsWith(".csv")).toList();
        List<String> shown = new ArrayList<>(names);
        if (tables.size() > 1) {
            shown.removeAll(tables);
            shown.add(1, look.say("report.pdf.attached.tables", tables.size()));
        }
        return look.say("report.pdf.attached", String.join(", ", shown));
    }

    private void band(Ink ink) throws IOException {
        ink.fill(Palette.WARNING, 0, 0, PDRectangle.A4.getWidth(), BAND);
        ink.fill(Palette.WARNING_EDGE, 0, BAND, PDRectangle.A4.getWidth(), 1);
        ink.text(look.fonts.strong, Palette.INK, Sheet.LEFT, 4, look.say("report.pdf.simulated"));
    }
}
