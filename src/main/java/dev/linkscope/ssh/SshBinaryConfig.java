package dev.linkscope.ssh;

import dev.linkscope.domain.printer.HostName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the installed OpenSSH, which knows {@code Include}, {@code Match} and all tokens. */
final class SshBinaryConfig implements SshConfig {
    private static final Logger LOG = LoggerFactory.getLogger(SshBinaryConfig.class);

    /** The answer needs no network; a {@code Match exec} that takes longer is not waited for. */
    private static final int LIMIT_SECONDS = 2;

    private final String binary;
    private final @Nullable Path file;
    private final SshConfig fallback;

    /**
     * Runs the binary.
     *
     * @param file configuration to read instead of the user's and the system's; null for those
     * @param fallback asked where the binary is missing or fails
     */
    SshBinaryConfig(String binary, @Nullable Path file, SshConfig fallback) {
        this.binary = binary;
        this.file = file;
        this.fallback = fallback;
    }

    @Override
    public Settings lookup(String host, @Nullable String user, @Nullable Integer port) {
        if (!HostName.isUsable(host)) {
            return Settings.NONE;
        }
        List<String> lines = run(command(host, user, port));
        return lines.isEmpty() ? fallback.lookup(host, user, port) : parse(lines);
    }

    private List<String> command(String host, @Nullable String user, @Nullable Integer port) {
        List<String> command = new ArrayList<>(List.of(binary, "-G"));
        if (file != null) {
            command.addAll(List.of("-F", file.toString()));
        }
        if (user != null) {
            command.addAll(List.of("-l", user));
        }
        if (port != null) {
            command.addAll(List.of("-p", port.toString()));
        }
        command.addAll(List.of("--", host));
        return command;
    }

    /** Lines of the answer; empty if there is none. */
    private static List<String> run(List<String> command) {
        Process process = null;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            // The answer is a few kilobytes and fits into the pipe, so nobody need read meanwhile.
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                byte[] answer = process.getInputStream().readAllBytes();
                return new String(answer, StandardCharsets.UTF_8).lines().toList();
            }
            LOG.debug("ssh -G gave no answer for {}", command.getLast());
        } catch (IOException e) {
            LOG.debug("ssh -G cannot be run: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
        return List.of();
    }

    /** Reads lines of a keyword in lower case, a blank and a value. */
    static Settings parse(List<String> lines) {
        List<String> keys = new ArrayList<>();
        String hostName = null;
        String user = null;
        Integer port = null;
        String agent = null;
        String jump = null;
        boolean only = false;
        for (String line : lines) {
            int blank = line.indexOf(' ');
            String value = blank < 0 ? "" : line.substring(blank + 1).strip();
            switch (blank < 0 ? line : line.substring(0, blank).toLowerCase(Locale.ROOT)) {
                case "hostname" -> hostName = value;
                case "user" -> user = value;
                case "port" -> port = ParsedSshConfig.port(value);
                case "identityfile" -> keys.add(value);
                case "identitiesonly" -> only = value.equals("yes");
                case "identityagent" -> agent = value;
                case "proxyjump" -> jump = value;
                default -> {}
            }
        }
        return new Settings(hostName, user, port, keys, only, agent, jump);
    }
}
