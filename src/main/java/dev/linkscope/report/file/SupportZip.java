package dev.linkscope.report.file;

import dev.linkscope.i18n.Messages;
import dev.linkscope.report.UnreadableReportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The report in the ZIP for support. Only that one entry is unpacked, into memory and up to a
 * bound: neither names that lead elsewhere nor a few bytes that unpack to gigabytes do harm.
 */
final class SupportZip {
    private static final String NAME = "report.json";
    private static final int MEGA = 1000 * 1000;

    private final Messages messages;

    /** Files whose troubles are explained in the language of the messages. */
    SupportZip(Messages messages) {
        this.messages = messages;
    }

    /** Whether a file that begins so is a ZIP with something in it (APPNOTE.TXT §4.3.7). */
    static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /**
     * The bytes of the report inside.
     *
     * @param megabytes most that are unpacked
     * @throws UnreadableReportException if there is none, or the file is damaged or locked
     */
    byte[] report(Path file, int megabytes) throws UnreadableReportException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Optional<? extends ZipEntry> entry =
                    zip.stream().filter(SupportZip::isReport).findFirst();
            if (entry.isEmpty()) {
                throw UnreadableReportException.of(messages, "no_report_in_zip");
            }
            return unpacked(zip, entry.get(), megabytes);
        } catch (UnreadableReportException e) {
            throw e;
        } catch (ZipException e) {
            String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            throw UnreadableReportException.of(
                    messages, why.contains("encrypted") ? "password" : "damaged_zip");
        } catch (IOException | IllegalArgumentException e) {
            // Names that are no text, and streams that end too early.
            throw UnreadableReportException.of(messages, "damaged_zip");
        }
    }

    private static boolean isReport(ZipEntry entry) {
        String name = entry.getName();
        return name.equals(NAME) || name.endsWith("/" + NAME);
    }

    private byte[] unpacked(ZipFile zip, ZipEntry entry, int megabytes) throws IOException {
        int most = megabytes * MEGA;
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                long unpacked = Math.max(entry.getSize(), content.length);
                throw UnreadableReportException.of(
                        messages, "too_large", unpacked / MEGA, megabytes);
            }
            return content;
        }
    }
}
