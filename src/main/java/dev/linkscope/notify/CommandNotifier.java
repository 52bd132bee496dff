package dev.linkscope.notify;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.engine.port.Notifier;
import dev.linkscope.support.OneLine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command of the user's that is run for each notice, one at a time and without a shell: the
 * notice as JSON on its standard input, the main parts in its environment.
 */
public final class CommandNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(CommandNotifier.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int PATIENCE_SECONDS = 5;

    private final Supplier<List<String>> command;
    private final Duration longest;
    private final Courier courier = new Courier("notice-command", PATIENCE_SECONDS);
    private volatile @Nullable Statement problem;

    /**
     * Runs a command.
     *
     * @param command program and arguments as of now; empty for none
     */
    public CommandNotifier(Supplier<List<String>> command) {
        this(command, LONGEST);
    }

    CommandNotifier(Supplier<List<String>> command, Duration longest) {
        this.command = command;
        this.longest = longest;
    }

    @Override
    public void tell(Notice notice) {
        if (command.get().isEmpty()) {
            problem = null;
        } else if (!courier.take(() -> run(notice))) {
            failed(Statement.of("notify.command.why.full"));
        }
    }

    private void run(Notice notice) {
        List<String> chosen = command.get();
        if (!chosen.isEmpty()) {
            Statement now = run(chosen, notice, longest);
            problem = now;
            if (now != null) {
                LOG.warn("the command for notices failed: {}", now.args());
            }
        }
    }

    private void failed(Statement why) {
        problem = Statement.of("notify.command.failed", why);
        LOG.warn("the command for notices failed: {}", why.key());
    }

    /** Runs a command now; null if it succeeded, else why not. */
    static @Nullable Statement run(List<String> command, Notice notice) {
        return run(command, notice, LONGEST);
    }

    private static @Nullable Statement run(List<String> command, Notice notice, Duration longest) {
        try {
            Child.Ended ended =
                    Child.run(command, environment(notice), NoticeJson.of(notice, null), longest);
            return switch (ended.how()) {
                case WELL -> null;
                case BADLY -> failure("notify.command.why.status", ended.status());
                case KILLED -> failure("notify.command.why.slow", longest);
                case ABSENT -> failure("notify.command.why.absent");
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure("notify.command.why.slow", longest);
        }
    }

    private static Statement failure(String why, Object... args) {
        return Statement.of("notify.command.failed", Statement.of(why, args));
    }

    private static Map<String, String> environment(Notice notice) {
        Incident incident = notice.incident();
        return Map.of(
                "LINKSCOPE_EVENT", NoticeJson.event(notice.change()),
                "LINKSCOPE_TITLE", OneLine.of(notice.title(), NoticeJson.LONGEST_TITLE),
                "LINKSCOPE_TEXT", OneLine.of(notice.text(), NoticeJson.LONGEST_TEXT),
                "LINKSCOPE_INCIDENT", incident.id(),
                "LINKSCOPE_KIND", incident.kind().name().toLowerCase(Locale.ROOT),
                "LINKSCOPE_SEVERITY", incident.severity().name().toLowerCase(Locale.ROOT),
                "LINKSCOPE_BEGAN", incident.began().toString());
    }

    @Override
    public @Nullable Statement problem() {
        return problem;
    }

    @Override
    public void close() {
        courier.close();
    }
}
