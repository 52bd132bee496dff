package dev.linkscope.ssh;

import dev.linkscope.bench.OtherProcess;
import dev.linkscope.ssh.testkit.TestSshServer;
import dev.linkscope.support.NamedThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * OpenSSH's client, a process for each link, as a script would have it. As many log in at once as
 * with Linkscope.
 */
final class OpenSshClients implements AutoCloseable {
    private final List<String> command;
    private final Queue<Process> started = new ConcurrentLinkedQueue<>();
    private final Queue<Process> open = new ConcurrentLinkedQueue<>();
    private final Semaphore turn = new Semaphore(LoginTurn.AT_ONCE);

    /** Clients that will run this command at the server. */
    OpenSshClients(Path ssh, TestSshServer server, Path folder, String command) {
        this.command =
                List.of(
                        ssh.toString(),
                        "-F",
                        "none",
                        "-T",
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "StrictHostKeyChecking=accept-new",
                        "-o",
                        "LogLevel=ERROR",
                        "-o",
                        "IdentitiesOnly=yes",
                        "-o",
                        "IdentityAgent=none",
                        "-o",
                        "UserKnownHostsFile=" + folder.resolve("known_hosts"),
                        "-i",
                        server.identity().toString(),
                        "-p",
                        String.valueOf(server.port()),
                        server.user() + "@" + server.host(),
                        command);
    }

    /** Makes so many links and waits until each says that it runs or has ended, or for so long. */
    void connect(int count, Duration patience) throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            callers.add(NamedThreads.virtual("ssh-" + i, this::connectOne));
        }
        callers.forEach(Thread::start);
        long end = System.nanoTime() + patience.toNanos();
        for (Thread caller : callers) {
            caller.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        callers.forEach(Thread::interrupt);
    }

    private void connectOne() {
        try {
            turn.acquire();
            try {
                Process process =
                        new ProcessBuilder(command)
                                .redirectError(ProcessBuilder.Redirect.INHERIT)
                                .start();
                started.add(process);
                if (process.getInputStream().read() >= 0) {
                    open.add(process);
                }
            } finally {
                turn.release();
            }
        } catch (IOException | InterruptedException e) {
            // It is missing among those that are counted.
            System.err.println(e);
        }
    }

    /** Links that stand. */
    int connected() {
        return (int) open.stream().filter(Process::isAlive).count();
    }

    /** Processor seconds of all of them so far. */
    double cpuSeconds() throws IOException {
        double sum = 0;
        for (Process process : open) {
            sum += OtherProcess.cpuSeconds(process.pid());
        }
        return sum;
    }

    /** Share of one core that they need from now on for so long. */
    double streamingShare(Duration span) throws IOException, InterruptedException {
        double before = cpuSeconds();
        long began = System.nanoTime();
        Thread.sleep(span);
        return (cpuSeconds() - before) / ((System.nanoTime() - began) / 1e9);
    }

    /** Memory of all of them. */
    double pssMib() throws IOException {
        double sum = 0;
        for (Process process : open) {
            sum += OtherProcess.pssMib(process.pid());
        }
        return sum;
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
    }
}
