package dev.linkscope.launch;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.OctoPrintDesk;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LogSource;
import dev.linkscope.engine.port.PrinterApi;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.report.Enclosure;
import dev.linkscope.i18n.Messages;
import dev.linkscope.ssh.SshLinks;
import dev.linkscope.support.NewestLines;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log that support asks for, its newest part: over SSH where there is a login, else from
 * OctoPrint or Moonraker with the key of its user. Changes nothing there and asks nobody anything.
 */
final class SupportLogs implements LogSource {
    /** Newest part of a log, in bytes. */
    static final int MOST_BYTES = 5_000_000;

    private static final String OCTOPRINT = "octoprint.log";
    private static final String KLIPPER = "moonraker-obico.log";

    private static final String OCTOPRINT_FOLDER = ".octoprint/logs";
    private static final String KLIPPER_FOLDER = "printer_data/logs";

    private final SshLinks ssh;
    private final OctoPrintDesk desk;
    private final Messages messages;
    private final Path home;

    /**
     * A source.
     *
     * @param desk has the keys of OctoPrint
     * @param messages say why a log cannot be had
     * @param home of this computer's user, for printers that are this computer
     */
    SupportLogs(SshLinks ssh, OctoPrintDesk desk, Messages messages, Path home) {
        this.ssh = ssh;
        this.desk = desk;
        this.messages = messages;
        this.home = home;
    }

    @Override
    public List<Enclosure> logs(Printer printer) throws IOException {
        return switch (printer.target()) {
            case Target.Ssh target -> List.of(overSsh(printer, target));
            case Target.OctoPrint _ -> List.of(fromOctoPrint(printer, List.of()));
            case Target.Local _ -> List.of(here(printer));
            // Made up, or of a report: there is no computer that keeps a log.
            case Target.Simulated _, Target.Recorded _ -> List.of();
        };
    }

    private Enclosure overSsh(Printer printer, Target.Ssh target) throws IOException {
        List<String> tried = new ArrayList<>();
        try {
            Optional<Enclosure> found = file(printer, target, OCTOPRINT_FOLDER, OCTOPRINT);
            if (found.isEmpty()) {
                found = file(printer, target, KLIPPER_FOLDER, KLIPPER);
            }
            if (found.isPresent()) {
                return found.get();
            }
            tried.add(
                    messages.text(
                            "logs.not_in_home",
                            printer.name(),
                            "~/" + OCTOPRINT_FOLDER + "/" + OCTOPRINT,
                            "~/" + KLIPPER_FOLDER + "/" + KLIPPER));
        } catch (LinkException e) {
            Failure failure = e.failure();
            tried.add(messages.render(failure.message()));
            tried.add(messages.render(failure.nextStep()));
        }
        return fromOctoPrint(printer, tried);
    }

    /** Both parts of the path are this class's own: nothing that somebody else wrote is run. */
    private Optional<Enclosure> file(Printer printer, Target.Ssh target, String folder, String name)
            throws LinkException {
        String command = "tail -c " + MOST_BYTES + " ~/" + folder + "/" + name + " 2>/dev/null";
        String text = ssh.output(target, LinkQuestions.NOBODY, command, MOST_BYTES);
        return enclosure(printer, name, text);
    }

    private static Optional<Enclosure> enclosure(Printer printer, String name, String text) {
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Enclosure(printer.id(), name, NewestLines.of(text, MOST_BYTES)));
    }

    /**
     * The log as OctoPrint or Moonraker hands it out.
     *
     * @param tried what was tried before, in sentences
     */
    private Enclosure fromOctoPrint(Printer printer, List<String> tried) throws IOException {
        TargetUrl octoPrint = desk.addressOf(printer).orElse(null);
        if (octoPrint == null) {
            throw none(printer, tried, messages.text("logs.sign_in"));
        }
        try {
            PrinterApi.Log log = desk.log(printer, octoPrint, MOST_BYTES);
            return enclosure(printer, log.name(), log.text())
                    .orElseThrow(() -> none(printer, tried, messages.text("logs.empty")));
        } catch (PrinterApiException e) {
            String shown = octoPrint.display();
            throw none(
                    printer,
                    tried,
                    messages.text(e.problem().key(), shown)
                            + " "
                            + messages.text(e.problem().nextStepKey(), shown));
        }
    }

    private Enclosure here(Printer printer) throws IOException {
        Path log = home.resolve(OCTOPRINT_FOLDER).resolve(OCTOPRINT);
        if (!Files.isRegularFile(log)) {
            return fromOctoPrint(printer, List.of(messages.text("logs.not_here", log.toString())));
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - MOST_BYTES);
            file.seek(from);
            byte[] newest = new byte[(int) Math.min(MOST_BYTES, file.length() - from)];
            file.readFully(newest);
            return enclosure(printer, OCTOPRINT, new String(newest, StandardCharsets.UTF_8))
                    .orElseThrow(() -> none(printer, List.of(), messages.text("logs.empty")));
        }
    }

    private IOException none(Printer printer, List<String> tried, String last) {
        List<String> said = new ArrayList<>();
        said.add(messages.text("logs.none", printer.name()));
        said.addAll(tried);
        said.add(last);
        return new IOException(String.join(" ", said));
    }
}
