package dev.linkscope.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import tools.jackson.databind.json.JsonMapper;

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
        Map<String, String> sources = new LinkedHashMap<>();
        for (String module : MODULES) {
            String name = module.equals("__init__") ? PACKAGE : PACKAGE + "." + module;
            sources.put(name, source(module));
        }
        // A JSON object of plain ASCII texts is a Python dict literal.
        String modules = JsonMapper.shared().writeValueAsString(sources);
        return "MODULES = " + modules + "\n" + source("bootstrap");
    }

    private static String source(String module) {
        String path = "/" + PACKAGE + "/" + module + ".py";
        try (InputStream in = AgentPayload.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its part " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] build() {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(program().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        var whole = new ByteArrayOutputStream();
        whole.writeBytes((packed.size() + "\n").getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(packed.toByteArray());
        return whole.toByteArray();
    }

    /** Built once, on first use. */
    private static final class Holder {
        private static final byte[] BYTES = build();
    }
}
