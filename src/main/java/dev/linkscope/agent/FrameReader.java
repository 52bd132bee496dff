package dev.linkscope.agent;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.AgentFrame;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import org.jspecify.annotations.Nullable;

/** Turns what was read into frames, and gives up when nothing readable comes any more. */
final class FrameReader {
    /** Unreadable lines in a row, and their bytes, beyond which this is no agent. */
    private static final int LINES_LIMIT = 100;

    private static final long BYTES_LIMIT = 1L << 20;

    private final FrameCodec codec = new FrameCodec();
    private final Failures failures;
    private int unreadableLines;
    private long unreadableBytes;

    FrameReader(Failures failures) {
        this.failures = failures;
    }

    /**
     * The frame of an item that is not the end.
     *
     * @return null if it holds nothing for this version
     * @throws LinkException {@code AGENT_GARBAGE}
     */
    @Nullable AgentFrame read(Inbox.Item item, @Nullable ConnectStep step) throws LinkException {
        return switch (item) {
            case Inbox.Line line -> {
                AgentFrame frame = codec.decode(line.bytes()).orElse(null);
                if (frame instanceof AgentFrame.Unreadable) {
                    count(line.bytes().length, step);
                } else {
                    unreadableLines = 0;
                    unreadableBytes = 0;
                }
                yield frame;
            }
            case Inbox.TooLong _ -> {
                count(LineSource.LINE_LIMIT, step);
                yield new AgentFrame.Unreadable("line too long");
            }
            case Inbox.End _ -> null;
        };
    }

    private void count(int bytes, @Nullable ConnectStep step) throws LinkException {
        unreadableLines++;
        unreadableBytes += bytes;
        if (unreadableLines >= LINES_LIMIT || unreadableBytes > BYTES_LIMIT) {
            throw failures.of(FailureCode.AGENT_GARBAGE, step);
        }
    }
}
