package dev.linkscope.agent;

import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.TraceReader;
import dev.linkscope.engine.port.UnreadableTraceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an agent sent, line by line: a saved channel with its hello, or outcomes alone. Lines
 * that cannot be read are passed over as long as anything else can.
 */
public final class NdjsonTraceReader implements TraceReader {
    private static final Pattern FIRST_FRAME =
            Pattern.compile(
                    "\\s*\\{[^\\n]*\"t\"\\s*:\\s*\"(hello|subscribed|o|hb|fact|lost|bye)\"");

    private final FrameCodec codec = new FrameCodec();

    /** A reader; without state, usable by many threads. */
    public NdjsonTraceReader() {}

    @Override
    public boolean reads(Path file, byte[] head) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        String begin = new String(head, StandardCharsets.UTF_8);
        return name.endsWith(".ndjson")
                || name.endsWith(".jsonl")
                || FIRST_FRAME.matcher(begin).lookingAt();
    }

    @Override
    public RecordedTrace read(Path file, Request request) throws UnreadableTraceException {
        boolean webcam = request.pane().equals("webcam");
        ProbeKind kind = webcam ? ProbeKind.WEBCAM_SNAPSHOT : ProbeKind.SERVER_HTTP;
        var session = new Session(kind, request.pane());
        try (InputStream in = Files.newInputStream(file)) {
            session.readAll(new LineSource(in));
        } catch (IOException e) {
            throw new UnreadableTraceException(
                    "unreadable_file",
                    "The file cannot be read.",
                    "Check that it exists and that you may read it.");
        }
        session.checkUsable();
        return new Placement(request.cadence()).place(session.runs.values());
    }

    /** The runs found in one file. */
    private final class Session {
        private final Map<String, Recording> runs = new LinkedHashMap<>();
        private final ProbeKind kind;
        private final String pane;
        private Recording current;
        private AgentFrame.@Nullable Hello greeting;
        private boolean usable;
        private int line;
        private int firstBadLine;

        private Session(ProbeKind kind, String pane) {
            this.kind = kind;
            this.pane = pane;
            this.current = new Recording("", kind, pane);
        }

        private void readAll(LineSource lines) throws IOException {
            runs.put("", current);
            for (LineSource.Line next = lines.next(); next != null; next = lines.next()) {
                line++;
                take(next.bytes());
            }
            line++;
            take(lines.rest().bytes());
        }

        private void take(byte @Nullable [] bytes) {
            if (bytes != null && new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
                return;
            }
            Optional<AgentFrame> frame =
                    bytes == null
                            ? Optional.of(new AgentFrame.Unreadable("line too long"))
                            : codec.decode(bytes);
            if (frame.isPresent() && frame.get() instanceof AgentFrame.Unreadable) {
                firstBadLine = firstBadLine == 0 ? line : firstBadLine;
                return;
            }
            usable = true;
            frame.ifPresent(this::take);
        }

        private void take(AgentFrame frame) {
            if (frame instanceof AgentFrame.Hello hello) {
                greeting = hello;
                // Outcomes that no subscription precedes.
                current =
                        runs.computeIfAbsent(
                                "process " + hello.processId(),
                                _ -> new Recording(hello.bootId(), kind, pane));
            } else if (frame instanceof AgentFrame.Subscribed subscribed) {
                AgentFrame.Hello hello = greeting;
                String boot = hello == null ? "" : hello.bootId();
                current =
                        runs.computeIfAbsent(
                                subscribed.runId(), _ -> new Recording(boot, kind, pane));
                if (hello != null) {
                    current.take(hello);
                }
            }
            current.take(frame);
        }

        private void checkUsable() throws UnreadableTraceException {
            if (firstBadLine > 0 && !usable) {
                throw new UnreadableTraceException(
                        "bad_line",
                        "Line " + firstBadLine + " is not what an agent writes.",
                        "Give a file that Linkscope's agent wrote, or a report, CSV or text file.");
            }
            if (!usable) {
                throw new UnreadableTraceException(
                        "empty_file", "The file is empty.", "Give a file with measurements.");
            }
        }
    }
}
