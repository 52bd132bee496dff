package dev.linkscope.launch;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.BadAddressException;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.printer.TargetAddress;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterListReader;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the command line says about the printers to measure. */
final class TargetList {
    private final PrinterListReader reader;
    private final Defaults defaults;

    /** A list whose entries take what they do not say from {@code defaults}. */
    TargetList(PrinterListReader reader, Defaults defaults) {
        this.reader = reader;
        this.defaults = defaults;
    }

    /**
     * What holds for every target that does not say otherwise.
     *
     * @param server Obico server of targets that were typed
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
    Entry ofTarget(String text) {
        try {
            Target target = TargetAddress.parse(text);
            var printer =
                    new Printer(
                            PrinterId.of(target),
                            target.display(),
                            target,
                            defaults.server,
                            null,
                            defaults.cadence);
            return new Entry(text, completed(printer), null, true);
        } catch (BadAddressException e) {
            // What the failure says holds no password, even if one was given.
            return new Entry(e.failure().args().getFirst(), null, e.failure(), true);
        }
    }

    /**
     * Entries of a list of printers, of whatever kind; one that names a target again is left out.
     *
     * @throws UnreadableListException if it is no list
     */
    List<Entry> ofFile(Path file) throws UnreadableListException {
        var entries = new ArrayList<Entry>();
        for (PrinterListReader.Entry entry : reader.read(file).entries()) {
            Printer printer = entry.printer();
            Failure failure = entry.failure();
            if (failure == null || failure.code() != FailureCode.LISTED_TWICE) {
                entries.add(
                        new Entry(
                                entry.text(),
                                printer == null ? null : completed(printer),
                                failure,
                                false));
            }
        }
        return entries;
    }

    private Printer completed(Printer printer) {
        TargetUrl snapshot = printer.snapshot();
        TargetUrl stream = printer.stream();
        TargetUrl camera = stream == null ? defaults.stream : stream;
        return printer.withTarget(withIdentity(printer.target()))
                .withCadence(defaults.cadence)
                .configured(printer.server(), snapshot == null ? defaults.snapshot : snapshot)
                .withStream(camera, camera != null);
    }

    private Target withIdentity(Target target) {
        String identity = defaults.identity;
        return target instanceof Target.Ssh(var host, var port, var user, var own)
                        && own == null
                        && identity != null
                ? new Target.Ssh(host, port, user, identity)
                : target;
    }
}
