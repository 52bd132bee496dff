package dev.linkscope.launch;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.printer.BadAddressException;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.printer.TargetAddress;
import dev.linkscope.domain.probe.TargetUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the command line says about the printers to measure. */
final class TargetList {
    private final Defaults defaults;

    /** A list whose entries take what they do not say from {@code defaults}. */
    TargetList(Defaults defaults) {
        this.defaults = defaults;
    }

    /**
     * What holds for every target that does not say otherwise.
     *
     * @param server Obico server
     * @param snapshot camera; null for none
     * @param stream stream of the camera, measured wherever the camera is; null for none
     * @param identity key file; null for the usual ones
     * @param cadence time between attempts
     */
    record Defaults(
            TargetUrl server,
            @Nullable TargetUrl snapshot,
            @Nullable TargetUrl stream,
            @Nullable String identity,
            Duration cadence) {}

    /**
     * One entry.
     *
     * @param text as it was written
     * @param printer the printer; null if the text is no target
     * @param failure why not; null if it is one
     * @param typed whether the user typed it, rather than brought it in a file
     */
    record Entry(
            String text, @Nullable Printer printer, @Nullable Failure failure, boolean typed) {}

    /** An entry of the command line: a target alone. */
    Entry ofTarget(String target) {
        return entry(target, "", "", "", true);
    }

    /**
     * Entries of a farm file: one printer a line, {@code target[,name[,server[,snapshot]]]}; blank
     * lines and lines that begin with {@code #} are skipped, and so is a first line that begins
     * with {@code target}. A byte order mark, as spreadsheets write it, is passed over.
     *
     * @throws IOException if the file cannot be read
     */
    List<Entry> ofFile(Path file) throws IOException {
        var entries = new ArrayList<Entry>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String text = line.replace("\uFEFF", "").strip();
            if (text.isEmpty() || text.startsWith("#") || text.matches("(?i)target\\s*(,.*)?")) {
                continue;
            }
            String[] cells = (text + ",,,").split(",", -1);
            entries.add(
                    entry(
                            cells[0].strip(),
                            cells[1].strip(),
                            cells[2].strip(),
                            cells[3].strip(),
                            false));
        }
        return entries;
    }

    private Entry entry(String target, String name, String server, String snapshot, boolean typed) {
        try {
            Target parsed = withIdentity(TargetAddress.parse(target));
            return new Entry(
                    target,
                    new Printer(
                                    idOf(target),
                                    name.isEmpty() ? parsed.display() : name,
                                    parsed,
                                    server.isEmpty() ? defaults.server : new TargetUrl(server),
                                    snapshot.isEmpty()
                                            ? defaults.snapshot
                                            : new TargetUrl(snapshot),
                                    defaults.cadence)
                            .withStream(defaults.stream, defaults.stream != null),
                    null,
                    typed);
        } catch (BadAddressException e) {
            // What the failure says holds no password, even if one was given.
            return new Entry(e.failure().args().getFirst(), null, e.failure(), typed);
        }
    }

    private Target withIdentity(Target target) {
        String identity = defaults.identity;
        return target instanceof Target.Ssh(var host, var port, var user, _) && identity != null
                ? new Target.Ssh(host, port, user, identity)
                : target;
    }

    /** The same target has the same id in every report. */
    private static PrinterId idOf(String target) {
        return new PrinterId(UUID.nameUUIDFromBytes(target.getBytes(StandardCharsets.UTF_8)));
    }
}
