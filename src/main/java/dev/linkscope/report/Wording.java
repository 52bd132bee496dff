package dev.linkscope.report;

import dev.linkscope.domain.Statement;
import dev.linkscope.i18n.Messages;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words for statements that may come from another version of this program. A sentence that cannot
 * be said is named by its key: a report is never lost for one sentence.
 */
public final class Wording {
    private static final Logger LOG = LoggerFactory.getLogger(Wording.class);
    private static final String AS_WRITTEN = "report.as_written";

    private final Messages messages;

    /** Words in the language of the messages. */
    public Wording(Messages messages) {
        this.messages = messages;
    }

    /** A statement that says exactly this, in every language. */
    public static Statement asWritten(String text) {
        return Statement.of(AS_WRITTEN, text);
    }

    /** Whether this version has words for the key. */
    boolean knows(String key) {
        return messages.has(key);
    }

    /** Whether the arguments fit the words. */
    boolean canSay(Statement statement) {
        try {
            messages.render(statement);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The text of a statement. */
    public String of(Statement statement) {
        if (!messages.has(statement.key())) {
            LOG.warn("no words for {}", statement.key());
            return unsaid(statement);
        }
        List<Object> args =
                statement.args().stream()
                        .map(arg -> arg instanceof Statement nested ? (Object) of(nested) : arg)
                        .toList();
        try {
            return messages.render(new Statement(statement.key(), args));
        } catch (IllegalArgumentException e) {
            LOG.warn("arguments do not fit {}", statement.key());
            return unsaid(statement);
        }
    }

    private static String unsaid(Statement statement) {
        return statement.args().isEmpty()
                ? statement.key()
                : statement.key() + " " + statement.args();
    }
}
