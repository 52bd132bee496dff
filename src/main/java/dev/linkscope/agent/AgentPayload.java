package dev.linkscope.agent;

import dev.linkscope.support.PackedPython;
import java.util.List;

/** The agent as it is sent: all its modules in one compressed program, behind their length. */
final class AgentPayload {
    /** Modules of the agent besides the bootstrap; a test holds this list against the folder. */
    static final List<String> MODULES =
            List.of(
                    "__init__",
                    "agent",
                    "attempt",
                    "basic",
                    "certificate",
                    "child",
                    "client",
                    "clock",
                    "command",
                    "compiled",
                    "compiler",
                    "connection",
                    "crew",
                    "dates",
                    "detached",
                    "dns",
                    "dns_message",
                    "door",
                    "endpoint",
                    "exchange",
                    "fact",
                    "fact_watch",
                    "facts",
                    "facts_host",
                    "facts_kernel",
                    "facts_link",
                    "facts_power",
                    "facts_services",
                    "facts_system",
                    "facts_wifi",
                    "families",
                    "files",
                    "frames",
                    "frozen",
                    "gateway",
                    "identity",
                    "jpeg",
                    "kept",
                    "kernel_log",
                    "launcher",
                    "leg",
                    "main",
                    "multipart",
                    "openssl",
                    "patterns",
                    "plugin_held",
                    "plugin_link",
                    "plugin_log",
                    "plugin_peers",
                    "prober",
                    "probers",
                    "processes",
                    "proxies",
                    "reach",
                    "reply",
                    "request",
                    "resolvers",
                    "ring",
                    "routes",
                    "server_http",
                    "server_paths",
                    "server_ws",
                    "shortened",
                    "sockets",
                    "stun",
                    "subscription",
                    "suspicion",
                    "tcp_diag",
                    "tcp_table",
                    "threads",
                    "through",
                    "tls",
                    "trace",
                    "traffic",
                    "url",
                    "webcam_address",
                    "webcam_login",
                    "webcam_reply",
                    "webcam_snapshot",
                    "webcam_stream",
                    "wireless");

    private static final String PACKAGE = "linkscope_agent";

    private AgentPayload() {}

    /** What follows the ready line: the length, a line feed, and the program in zlib format. */
    static byte[] bytes() {
        return Holder.BYTES.clone();
    }

    /** The program in plain text. */
    static String program() {
        List<String> names =
                MODULES.stream()
                        .map(name -> name.equals("__init__") ? PACKAGE : PACKAGE + "." + name)
                        .toList();
        return PackedPython.program(names, PACKAGE + ".bootstrap");
    }

    /** Built once, on first use. */
    private static final class Holder {
        private static final byte[] BYTES = PackedPython.pack(program());
    }
}
