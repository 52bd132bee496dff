package dev.linkscope.agent;

/** The one command that starts an agent. */
public final class AgentCommand {
    /** First word of every line that the command prints before the protocol begins. */
    static final String MARK = "linkscope_agent";

    /** Printed when python is up and waits for the program. */
    static final String READY = MARK + " READY 1";

    /** Printed when there is no python3, followed by what {@code python --version} says. */
    static final String NO_PYTHON = MARK + " NO_PYTHON3";

    /** Printed by the program's first lines when python is too old for the rest. */
    static final String OLD_PYTHON = MARK + " OLD_PYTHON";

    /**
     * The command, for any POSIX-like login shell. It prints {@link #READY}, then reads a length, a
     * line feed and as many bytes of a compressed program, and runs that; so a login script that
     * reads its input cannot swallow the program. It contains nothing of a configuration.
     */
    public static final String LINE =
            "exec sh -c 'P=$(command -v python3) || {"
                    + " echo linkscope_agent NO_PYTHON3 $(python --version 2>&1); exit 127; };"
                    + " exec \"$P\" -I -S -c \"import sys,zlib;print(*sys.argv[1:],flush=True);"
                    + "i=sys.stdin.buffer;"
                    + "exec(zlib.decompress(i.read(int(next(l for l in i if l.strip())))))\""
                    + " linkscope_agent READY 1'";

    private AgentCommand() {}
}
