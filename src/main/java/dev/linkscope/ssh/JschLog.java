package dev.linkscope.ssh;

import com.jcraft.jsch.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What JSch has to say, for whoever turns on DEBUG. JSch never logs what it sends for a login. */
final class JschLog implements Logger {
    static final JschLog INSTANCE = new JschLog();
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("dev.linkscope.ssh.jsch");

    private JschLog() {}

    @Override
    public boolean isEnabled(int level) {
        return level == DEBUG ? LOG.isTraceEnabled() : LOG.isDebugEnabled();
    }

    @Override
    public void log(int level, @Nullable String message) {
        if (message == null) {
            return;
        }
        if (level == DEBUG) {
            LOG.trace("{}", Printable.line(message));
        } else {
            LOG.debug("{}", Printable.line(message));
        }
    }

    @Override
    public void log(int level, @Nullable String message, @Nullable Throwable cause) {
        log(level, cause == null ? message : message + ": " + cause);
    }
}
