package dev.linkscope.launch;

import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.UserNote;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.ReportScope;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.history.SpanRecall;
import dev.linkscope.engine.history.SpanSnapshots;
import dev.linkscope.engine.report.Progress;
import dev.linkscope.engine.report.ReportDraft;
import dev.linkscope.engine.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code linkscope report}: a report of any span of the history; nothing is measured. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Writes a report of what was measured in a span of time. Measures nothing.",
            "A TIME is like 2026-11-22, 2026-11-22T18:30 or 2026-11-22T17:30:00Z."
        })
final class ReportCommand implements Callable<Integer> {
    private static final Duration USUAL = Duration.ofDays(1);

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private LinkscopeCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PRINTER",
            arity = "0..*",
            description = "Names or ids of printers of the window (default: all).")
    private List<String> names = new ArrayList<>();

    @Option(names = "--from", paramLabel = "TIME", description = "Begin of the span.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Its end (default: now).")
    private @Nullable String to;

    @Option(
            names = "--last",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "The span up to now, such as 24h or 7d (default: 24h).")
    private @Nullable Duration last;

    @Option(
            names = "--level",
            paramLabel = "mine|support|public",
            defaultValue = "support",
            description = "For whom it is; decides what is taken out (default: ${DEFAULT-VALUE}).")
    private String level = "support";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "What happened just before, in your own words.")
    private @Nullable String note;

    @Option(
            names = "--format",
            paramLabel = "pdf|md|csv|json|zip",
            description = "What to write (default: what the name of the file says, else pdf).")
    private @Nullable String format;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private HistoryOptions history;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() throws IOException {
        var terminal = Terminal.ofProcess(root.locale());
        Span span;
        try {
            span = span(new SpanText(Wiring.CLOCK.instant(), terminal.messages().zone()));
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
        var scope = new ReportScope(span.from(), span.to(), level(), note());
        ReportFormat kind = format();
        try (PastHistory past = history.open(terminal)) {
            return write(past, span, scope, kind, terminal);
        }
    }

    private int write(
            PastHistory past, Span span, ReportScope scope, ReportFormat kind, Terminal terminal)
            throws IOException {
        SpanRecall recall = past.recall();
        List<Printer> printers = chosen(past);
        List<SessionSnapshot> sessions =
                new SpanSnapshots(recall)
                        .of(printers.stream().map(recall::unwatched).toList(), span, Progress.NONE);
        List<SessionSnapshot> empty = sessions.stream().filter(one -> !measured(one)).toList();
        for (SessionSnapshot one : empty) {
            one.notes()
                    .forEach(said ->
                            terminal.note(
                                    one.printer().name()
                                            + ": "
                                            + terminal.messages().render(said)));
        }
        if (empty.size() == sessions.size()) {
            terminal.note("linkscope: " + terminal.messages().text("past.nothing.all"));
            return ExitCode.UNKNOWN.code();
        }
        Report report =
                Wiring.assembler(terminal.messages())
                        .withFixes(past.opened().fixes())
                        .withBook(past.opened().book())
                        .assemble(sessions, scope);
        try (ReportDraft draft =
                ReportOutput.press(terminal.messages()).draft(report, List.of(), Progress.NONE)) {
            draft.write(kind, out, Progress.NONE);
        }
        terminal.note(terminal.messages().text("command.written", out.toString()));
        return ExitCode.of(report).code();
    }

    private static boolean measured(SessionSnapshot session) {
        boolean camera = session.webcam() != null && session.webcam().figures().attempts() > 0;
        return camera || session.server().trace().slots().anyMatch(Slot::measured);
    }

    private List<Printer> chosen(PastHistory past) {
        try {
            return past.named(names);
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private Span span(SpanText texts) {
        String begin = from;
        String end = to;
        Duration length = last;
        if (length != null && (begin != null || end != null)) {
            throw new IllegalArgumentException("Give --last, or --from and --to, not both.");
        }
        Instant until = end == null ? Wiring.CLOCK.instant() : texts.moment(end);
        Duration back = length == null ? USUAL : length;
        return texts.between(begin == null ? until.minus(back) : texts.moment(begin), until);
    }

    private RedactionLevel level() {
        return Arrays.stream(RedactionLevel.values())
                .filter(one -> one.wireName().equals(level))
                .findFirst()
                .orElseThrow(
                        () -> wrong("--level is mine, support or public, not \"" + level + "\"."));
    }

    private @Nullable String note() {
        String text = note;
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > UserNote.LONGEST) {
            throw wrong("--note is too long: " + UserNote.LONGEST + " characters at most.");
        }
        return text.strip();
    }

    private ReportFormat format() {
        String asked = format;
        if (asked != null) {
            return ofEnding(asked)
                    .orElseThrow(() -> wrong("--format is one of " + endings() + "."));
        }
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        return ofEnding(name.substring(name.lastIndexOf('.') + 1)).orElse(ReportFormat.PDF);
    }

    private static Optional<ReportFormat> ofEnding(String ending) {
        return Arrays.stream(ReportFormat.values())
                .filter(one -> one.ending().equalsIgnoreCase(ending))
                .findFirst();
    }

    private static String endings() {
        return Arrays.stream(ReportFormat.values())
                .map(ReportFormat::ending)
                .collect(Collectors.joining(", "));
    }

    private ParameterException wrong(IllegalArgumentException e) {
        return wrong(String.valueOf(e.getMessage()));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
