package dev.linkscope.ssh;

import com.jcraft.jsch.ConfigRepository;
import com.jcraft.jsch.OpenSSHConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a configuration file without OpenSSH: {@code Host} blocks alone. {@code Include} is not
 * followed, and {@code Match} blocks are left out.
 */
final class ParsedSshConfig implements SshConfig {
    private static final Logger LOG = LoggerFactory.getLogger(ParsedSshConfig.class);

    private final Path file;

    ParsedSshConfig(Path file) {
        this.file = file;
    }

    @Override
    public Settings lookup(String host, @Nullable String user, @Nullable Integer port) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            ConfigRepository.Config config =
                    OpenSSHConfig.parse(withoutMatches(text)).getConfig(host);
            String[] keys = config.getValues("IdentityFile");
            return new Settings(
                    unquoted(config.getHostname()),
                    unquoted(config.getUser()),
                    config.getPort() > 0 ? config.getPort() : null,
                    keys == null
                            ? List.of()
                            : Arrays.stream(keys).map(ParsedSshConfig::plain).toList(),
                    "yes".equalsIgnoreCase(config.getValue("IdentitiesOnly")),
                    unquoted(config.getValue("IdentityAgent")),
                    unquoted(config.getValue("ProxyJump")));
        } catch (NoSuchFileException e) {
            return Settings.NONE;
        } catch (IOException e) {
            LOG.debug("{} cannot be read: {}", file, e.getMessage());
            return Settings.NONE;
        }
    }

    /** JSch would take the lines of a {@code Match} block for part of the block before it. */
    private static String withoutMatches(String text) {
        StringBuilder kept = new StringBuilder();
        boolean dropping = false;
        for (String line : text.lines().toList()) {
            String word = line.strip().split("[\\s=]", 2)[0].toLowerCase(Locale.ROOT);
            dropping = word.equals("match") || (dropping && !word.equals("host"));
            if (!dropping) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    private static @Nullable String unquoted(@Nullable String value) {
        return value == null ? null : plain(value);
    }

    private static String plain(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** A port number; null if it is none. */
    static @Nullable Integer port(String value) {
        try {
            int port = Integer.parseInt(value);
            return port >= 1 && port <= 65535 ? port : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
