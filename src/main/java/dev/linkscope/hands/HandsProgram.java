package dev.linkscope.hands;

import dev.linkscope.support.PackedPython;
import java.util.List;
import java.util.stream.Stream;

/** The program that makes changes, and the one command that starts it. */
final class HandsProgram {
    /** Its own modules besides the bootstrap; a test holds this list against the folder. */
    static final List<String> MODULES =
            List.of(
                    "__init__",
                    "action",
                    "caller",
                    "dns_try",
                    "host_shutdown",
                    "main",
                    "programs",
                    "refused",
                    "rights",
                    "service_restart",
                    "steps",
                    "time_sync",
                    "wifi_power_save",
                    "writer");

    /** What it takes over from the agent as it is. */
    private static final List<String> OF_THE_AGENT =
            List.of(
                    "linkscope_agent",
                    "linkscope_agent.dns_message",
                    "linkscope_agent.files",
                    "linkscope_agent.resolvers",
                    "linkscope_agent.sockets");

    private static final String PACKAGE = "linkscope_hands";

    /** Exit code where there is no python 3.7 or newer. */
    static final int NO_PYTHON = 127;

    private static final String READ =
            "import sys,zlib;i=sys.stdin.buffer;"
                    + "exec(zlib.decompress(i.read(int(next(l for l in i if l.strip())))))";

    private static final String IS_NEW = "import sys,zlib;sys.exit(sys.version_info<(3,7))";

    /**
     * The command, for any login shell: POSIX-like ones, csh and fish; the same rules as for the
     * agent's. It takes the first python that is new enough, those of OctoPrint's usual installers
     * included, and reads empty lines, a length, a line feed and as many bytes of a compressed
     * program. It contains nothing of a configuration.
     */
    static final String COMMAND =
            "exec sh -c '"
                    + "for P in python3 ~/oprint/bin/python ~/oprint/bin/python3"
                    + " /opt/octopi/oprint/bin/python ~/OctoPrint/venv/bin/python"
                    + " ~/octoprint-venv/bin/python ~/moonraker-env/bin/python; do"
                    + (" P=$(command -v \"$P\") && \"$P\" -I -S -c \"" + IS_NEW + "\"")
                    + " </dev/null >/dev/null 2>&1"
                    + (" && exec \"$P\" -I -S -c \"" + READ + "\"; done;")
                    + (" exit " + NO_PYTHON + "'");

    private HandsProgram() {}

    /** What comes before the request. */
    static byte[] bytes() {
        return Holder.BYTES.clone();
    }

    /** The program in plain text. */
    static String program() {
        Stream<String> own =
                MODULES.stream()
                        .map(name -> name.equals("__init__") ? PACKAGE : PACKAGE + "." + name);
        return PackedPython.program(
                Stream.concat(OF_THE_AGENT.stream(), own).toList(), PACKAGE + ".bootstrap");
    }

    /** Built once, on first use. */
    private static final class Holder {
        private static final byte[] BYTES = PackedPython.pack(program());
    }
}
