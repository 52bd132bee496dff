package dev.linkscope.ssh.testkit;

import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** Runs a command of the in-process server through the shell. */
final class ShellCommand implements Command {
    private final String command;
    private final Map<String, String> environment;
    private InputStream in;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback exit;
    private Process process;

    ShellCommand(String command, Map<String, String> environment) {
        this.command = command;
        this.environment = environment;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment ignored) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
        builder.environment().putAll(environment);
        process = builder.start();
        Thread output = pump("out", process.getInputStream(), out);
        Thread errors = pump("err", process.getErrorStream(), err);
        pump("in", in, process.getOutputStream());
        NamedThreads.platform("shell-wait", () -> awaitEnd(output, errors)).start();
    }

    private void awaitEnd(Thread output, Thread errors) {
        try {
            int code = process.waitFor();
            output.join();
            errors.join();
            exit.onExit(code);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread pump(String name, InputStream from, OutputStream to) {
        Thread thread =
                NamedThreads.platform(
                        "shell-" + name,
                        () -> {
                            byte[] buffer = new byte[8192];
                            try (to) {
                                for (int n; (n = from.read(buffer)) >= 0; ) {
                                    to.write(buffer, 0, n);
                                    to.flush();
                                }
                            } catch (IOException e) {
                                // The other side is gone; so is this pump.
                            }
                        });
        thread.start();
        return thread;
    }

    @Override
    public void destroy(ChannelSession channel) {
        process.destroy();
    }
}
