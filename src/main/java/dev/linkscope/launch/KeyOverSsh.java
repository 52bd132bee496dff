package dev.linkscope.launch;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.KeyOverLink;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.ssh.SshLinks;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key in OctoPrint's {@code config.yaml}, read over SSH. */
final class KeyOverSsh implements KeyOverLink {
    private static final int MOST_BYTES = 16_384;

    /** The part of the file that begins with {@code api:}; nothing else leaves the Pi. */
    private static final String COMMAND =
            "sed -n '/^api:/,/^[^ ]/p' ~/.octoprint/config.yaml 2>/dev/null";

    private static final Pattern KEY =
            Pattern.compile("(?m)^ +key: *['\"]?([A-Za-z0-9_-]{16,128})['\"]? *$");

    private final SshLinks ssh;

    KeyOverSsh(SshLinks ssh) {
        this.ssh = ssh;
    }

    @Override
    public Optional<char[]> read(Printer printer) throws LinkException {
        return printer.target() instanceof Target.Ssh target
                ? parse(ssh.output(target, LinkQuestions.NOBODY, COMMAND, MOST_BYTES))
                : Optional.empty();
    }

    static Optional<char[]> parse(String part) {
        Matcher key = KEY.matcher(part);
        return key.find() ? Optional.of(key.group(1).toCharArray()) : Optional.empty();
    }
}
