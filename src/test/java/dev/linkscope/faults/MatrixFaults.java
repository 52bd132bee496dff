package dev.linkscope.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Faults of a world that misbehaves as it is told. */
final class MatrixFaults {
    private MatrixFaults() {}

    /** A server behaves otherwise from now on. */
    static Fault mode(String name, String server, String behaviour) {
        return new Fault(name, net -> net.mode(server, behaviour), net -> net.mode(server, "well"));
    }

    /** The router treats packets otherwise. */
    static Fault router(String name, String chains) {
        return new Fault(
                name,
                net -> net.router().filter("table inet fault {\n" + chains + "\n}\n"),
                net -> net.router().filter("delete table inet fault\n"));
    }

    /** That many of a hundred packets between pi and router are lost, each way. */
    static Fault loss(int percent) {
        return router(
                percent + " % random loss, both ways",
                """
                chain f { type filter hook forward priority 0; iifname "pi" %1$s; oifname "pi" %1$s; }
                chain i { type filter hook input priority 0; iifname "pi" %1$s; }
                chain o { type filter hook output priority 0; oifname "pi" %1$s; }
                """
                        .formatted("numgen random mod 100 < " + percent + " drop"));
    }

    /** All packets of the pi are lost for some seconds, again and again. */
    static Fault bursts(int lost, int fine) {
        String chains =
                """
                table inet fault {
                chain f { type filter hook forward priority 0; policy drop; }
                chain i { type filter hook input priority 0; iifname "pi" drop; }
                }
                """;
        String script =
                "for i in $(seq 40); do printf '%s' \"$1\" | nft -f -; sleep "
                        + lost
                        + "; nft delete table inet fault; sleep "
                        + fine
                        + "; done";
        return new Fault(
                "everything lost for " + lost + " s of every " + (lost + fine) + " s",
                net -> start(net.router(), "sh", "-c", script, "sh", chains),
                _ -> {});
    }

    /** A line in the kernel's log of the pi, as it was recorded on one. */
    static Fault kernelSays(String name, String text) {
        return new Fault(
                name, net -> append(net, "kmsg", "4,99,2000000,-;" + text + "\n"), _ -> {});
    }

    /** A file of the pi has another content. */
    static Fault file(String name, String file, String content) {
        return new Fault(name, net -> write(net, file, content), _ -> {});
    }

    /** Something among the pi's own mounts. */
    static Fault mounts(String name, String commands) {
        return new Fault(name, net -> net.pi().amongMounts(commands), _ -> {});
    }

    /** Two at once. */
    static Fault both(String name, Fault one, Fault other) {
        return new Fault(
                name,
                net -> {
                    one.begin().accept(net);
                    other.begin().accept(net);
                },
                net -> {
                    one.end().accept(net);
                    other.end().accept(net);
                });
    }

    /** The agent stands still, as a python does that waits for a card. */
    static Fault stopped() {
        return new Fault(
                "agent stopped (SIGSTOP)", net -> signal(net, "STOP"), net -> signal(net, "CONT"));
    }

    /** No SSH server any more, and its connections gone. */
    static Fault sshdGone() {
        String refused =
                """
                table inet ssh {
                chain i { type filter hook input priority 0; tcp dport 22 reject with tcp reset; }
                }
                """;
        return new Fault(
                "sshd and its connections gone",
                net -> {
                    net.pi().node().filter(refused);
                    net.pi().sessions().forEach(ProcessHandle::destroyForcibly);
                },
                net -> net.pi().node().filter("delete table inet ssh\n"));
    }

    /** Names get IPv6 addresses to which nothing gets through. */
    static Fault ipv6Broken() {
        return new Fault(
                "IPv6 offered, but dead",
                net -> {
                    net.pi().node().ip("-6 address add fd00:2::2/64 dev wlan0 nodad");
                    net.router().ip("-6 address add fd00:2::1/64 dev pi nodad");
                    net.pi().node().ip("-6 route add default via fd00:2::1");
                    net.mode("dns", "ipv6");
                },
                net -> net.mode("dns", "well"));
    }

    static Fault none(String name) {
        return new Fault(name, _ -> {}, _ -> {});
    }

    private static void signal(Topology net, String signal) {
        net.pi()
                .agents()
                .forEach(agent ->
                        Commands.run(List.of("kill", "-" + signal, Long.toString(agent.pid()))));
    }

    private static void start(Node node, String... command) {
        try {
            new ProcessBuilder(node.inside(List.of(command)))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Topology net, String file, String content) {
        put(net.folder().resolve(file), content, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static void append(Topology net, String file, String content) {
        put(net.folder().resolve(file), content, StandardOpenOption.APPEND);
    }

    private static void put(Path file, String content, StandardOpenOption how) {
        try {
            Files.writeString(file, content, StandardOpenOption.WRITE, how);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
