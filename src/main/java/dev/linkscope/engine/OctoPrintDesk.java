package dev.linkscope.engine;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.ConnectProgress;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.KeyOverLink;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import dev.linkscope.engine.port.OctoPrintFinder;
import dev.linkscope.engine.port.OctoPrintSignIn;
import dev.linkscope.engine.port.PrinterApi;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.SecretStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with OctoPrint and reads what it knows. Keys stay in the keychain of the operating
 * system, or in memory for as long as the program runs. Methods block; interrupt the thread to
 * cancel.
 */
public final class OctoPrintDesk implements AutoCloseable {
    private static final int MOONRAKER_PORT = 7125;

    private final OctoPrintWhereabouts whereabouts;
    private final OctoPrintSignIn dialogue;
    private final Opener opener;
    private final KeyOverLink keyOverLink;
    private final OctoPrintKeys keys;
    private final Map<PrinterId, TargetUrl> addresses = new ConcurrentHashMap<>();

    /** Opens OctoPrint's interface. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Makes no connection yet.
         *
         * @param printer the printer, for the way to it
         * @param octoPrint address of OctoPrint
         * @param key stays the caller's to wipe
         */
        PrinterApi open(Printer printer, TargetUrl octoPrint, char[] key);
    }

    /** A desk at which no OctoPrint can be reached. */
    public static OctoPrintDesk closed() {
        return new OctoPrintDesk(
                host -> List.of(),
                (octoPrint, page) -> new OctoPrintSignIn.Outcome.Failed(Problem.UNREACHABLE),
                (printer, octoPrint, key) -> {
                    throw new IllegalStateException("never opened: there is no key");
                },
                SecretStore.NONE,
                KeyOverLink.NONE);
    }

    /** A desk without keys but those that are kept. */
    public OctoPrintDesk(
            OctoPrintFinder finder,
            OctoPrintSignIn dialogue,
            Opener opener,
            SecretStore secrets,
            KeyOverLink keyOverLink) {
        this.whereabouts = new OctoPrintWhereabouts(finder);
        this.dialogue = dialogue;
        this.opener = opener;
        this.keys = new OctoPrintKeys(secrets);
        this.keyOverLink = keyOverLink;
    }

    /**
     * Finds OctoPrint, asks for a key where none is kept, and reads it.
     *
     * @param address its address, or that of its host
     * @return the printer with the server and the camera that OctoPrint has, where it has any
     * @throws LinkException if any step fails; says which
     */
    public SignedIn signIn(
            Printer printer, TargetUrl address, LinkQuestions questions, ConnectProgress progress)
            throws LinkException {
        var watch = new StepWatch(progress);
        boolean moonraker = isMoonraker(address);
        TargetUrl octoPrint = moonraker ? address : whereabouts.of(address, questions);
        watch.done(ConnectStep.FIND, octoPrint.display());
        if (!moonraker && key(octoPrint).isEmpty()) {
            allow(printer, octoPrint, questions);
        }
        watch.done(ConnectStep.ALLOW, "");
        PrinterApi.Reading reading;
        try {
            reading = read(printer, octoPrint);
        } catch (PrinterApiException e) {
            if (e.problem() == Problem.WRONG_KEY) {
                keys.forget(octoPrint);
            }
            throw failure(ConnectStep.READ, e.problem(), octoPrint);
        }
        watch.done(ConnectStep.READ, "");
        addresses.put(printer.id(), octoPrint);
        return new SignedIn(octoPrint, reading);
    }

    /**
     * An OctoPrint that let Linkscope in.
     *
     * @param octoPrint its address
     * @param reading what it told
     */
    public record SignedIn(TargetUrl octoPrint, PrinterApi.Reading reading) {
        /** The printer with its own server and camera, where OctoPrint told them. */
        public Printer configured(Printer printer) {
            TargetUrl endpoint = reading.endpoint();
            TargetUrl snapshot =
                    reading.cameras().isEmpty() ? null : reading.cameras().getFirst().snapshot();
            return printer.configured(
                            endpoint == null ? printer.server() : endpoint,
                            printer.snapshot() == null ? snapshot : printer.snapshot())
                    .withOctoPrint(octoPrint);
        }
    }

    /**
     * Reads what has no side effects.
     *
     * @throws PrinterApiException {@code WRONG_KEY} also if there is no key
     */
    public PrinterApi.Reading read(Printer printer, TargetUrl octoPrint)
            throws PrinterApiException {
        try (PrinterApi api = open(printer, octoPrint)) {
            return api.read();
        }
    }

    /**
     * Reads the plugin's own report, which has side effects ({@link PrinterApi#pluginReport()}).
     */
    public PluginReport pluginReport(Printer printer, TargetUrl octoPrint)
            throws PrinterApiException {
        try (PrinterApi api = open(printer, octoPrint)) {
            return api.pluginReport();
        }
    }

    /**
     * Reads the newest part of the log that support asks for.
     *
     * @param bytes most that are fetched
     */
    public PrinterApi.Log log(Printer printer, TargetUrl octoPrint, int bytes)
            throws PrinterApiException {
        try (PrinterApi api = open(printer, octoPrint)) {
            return api.log(bytes);
        }
    }

    /** Opens it with the key that there is. */
    PrinterApi open(Printer printer, TargetUrl octoPrint) throws PrinterApiException {
        char[] key =
                isMoonraker(octoPrint)
                        ? new char[0]
                        : key(octoPrint)
                                .orElseThrow(() -> new PrinterApiException(Problem.WRONG_KEY));
        try {
            return opener.open(printer, octoPrint, key);
        } finally {
            Arrays.fill(key, '\0');
        }
    }

    /** Where a printer's OctoPrint is; empty if its user never signed in there. */
    public Optional<TargetUrl> addressOf(Printer printer) {
        TargetUrl fresh = addresses.get(printer.id());
        return fresh != null
                ? Optional.of(fresh)
                : printer.target() instanceof Target.OctoPrint(TargetUrl url)
                        ? Optional.of(url)
                        : Optional.ofNullable(printer.octoprint());
    }

    /** Where a printer's OctoPrint most likely is: on the host that SSH reaches. */
    public static TargetUrl guess(Printer printer) {
        return switch (printer.target()) {
            case Target.OctoPrint(TargetUrl url) -> url;
            case Target.Ssh ssh ->
                    new TargetUrl(
                            "http://"
                                    + (ssh.host().indexOf(':') < 0
                                            ? ssh.host()
                                            : "[" + ssh.host() + "]"));
            case Target.Local _, Target.Simulated _, Target.Recorded _ ->
                    new TargetUrl("http://127.0.0.1");
        };
    }

    /**
     * Whether Moonraker is meant, which stands in OctoPrint's place on Klipper printers and lets
     * its own network in without a key: told by its usual port.
     */
    public static boolean isMoonraker(TargetUrl address) {
        return address.value().matches("(?i)https?://[^/@]+:" + MOONRAKER_PORT + "/?");
    }

    /** The key for an OctoPrint, to be wiped by the caller; empty if there is none. */
    public Optional<char[]> key(TargetUrl octoPrint) {
        return keys.find(octoPrint);
    }

    private void allow(Printer printer, TargetUrl octoPrint, LinkQuestions questions)
            throws LinkException {
        OctoPrintSignIn.Outcome outcome = dialogue.ask(octoPrint, questions::decide);
        questions.decided();
        switch (outcome) {
            case OctoPrintSignIn.Outcome.Granted granted -> keys.remember(octoPrint, granted.key());
            case OctoPrintSignIn.Outcome.Denied _, OctoPrintSignIn.Outcome.Expired _ ->
                    throw failure(ConnectStep.ALLOW, Problem.DENIED, octoPrint);
            case OctoPrintSignIn.Outcome.RateLimited _ ->
                    without(printer, octoPrint, questions, Problem.RATE_LIMITED);
            case OctoPrintSignIn.Outcome.Unsupported _ ->
                    without(printer, octoPrint, questions, Problem.NOT_THERE);
            case OctoPrintSignIn.Outcome.Failed(Problem problem) ->
                    throw failure(ConnectStep.ALLOW, problem, octoPrint);
        }
    }

    /** Where the dialogue does not help: the key on the Pi, with consent, or one copied by hand. */
    private void without(
            Printer printer, TargetUrl octoPrint, LinkQuestions questions, Problem problem)
            throws LinkException {
        char[] key = null;
        if (printer.target() instanceof Target.Ssh && questions.mayReadKey(octoPrint.display())) {
            key = keyOverLink.read(printer).orElse(null);
        }
        if (key == null) {
            key =
                    questions.secret(
                            new SecretQuestion(SecretKind.API_KEY, octoPrint.display(), null));
        }
        if (key == null || key.length == 0) {
            throw failure(ConnectStep.ALLOW, problem, octoPrint);
        }
        keys.remember(octoPrint, key);
    }

    /** A problem with OctoPrint as the failure of a link. */
    public static LinkException failure(
            @Nullable ConnectStep step, Problem problem, TargetUrl octoPrint) {
        return new LinkException(Failure.of(problem.failure(), octoPrint.display()), step, null);
    }

    @Override
    public void close() {
        keys.close();
    }

    private static final class StepWatch {
        private final ConnectProgress progress;
        private long begun = System.nanoTime();

        StepWatch(ConnectProgress progress) {
            this.progress = progress;
        }

        void done(ConnectStep step, String detail) {
            long now = System.nanoTime();
            progress.done(step, detail, Duration.ofNanos(now - begun));
            begun = now;
        }
    }
}
