package dev.linkscope.agent;

/** The one command that starts an agent. */
public final class AgentCommand {
    /** First word of every line that the command prints before the protocol begins. */
    static final String MARK = "linkscope_agent";

    /** Printed when a python waits for the program, followed by which python it is. */
    static final String READY = MARK + " READY 1";

    /** Printed when there is no python, but a shell with curl waits for its program. */
    static final String READY_SHELL = MARK + " READY_SH 1";

    /** Printed when there is neither, followed by what {@code python --version} says. */
    static final String NO_PYTHON = MARK + " NO_PYTHON3";

    /** Printed when python is too old and there is nothing else, followed by its version. */
    static final String OLD_PYTHON = MARK + " OLD_PYTHON";

    /** Line after the last one of the shell's program. */
    static final String END_OF_PROGRAM = "#end";

    /** Started with a version of python as its name when that python was too old. */
    private static final String SCRIPT =
            // Greets, then reads a length and as many bytes: a login script that reads its input
            // cannot swallow the program. Python before 3.7 goes back to this script.
            "S=\"import os,sys,zlib;v=sys.version_info[:3];"
                    + "v<(3,7)and os.execlp(\\\"sh\\\",\\\"sh\\\",\\\"-c\\\","
                    + "os.environ[\\\"LINKSCOPE\\\"],\\\"%d.%d.%d\\\"%v);"
                    + "print(*sys.argv[1:],flush=True);i=sys.stdin.buffer;"
                    + "exec(zlib.decompress(i.read(int(next(l for l in i if l.strip())))))\";"
                    + "W=\"linkscope_agent READY 1\";"
                    + "case $0 in 3.*) ;; *) P=$(command -v python3) &&"
                    + " exec \"$P\" -I -S -c \"$S\" $W \"$P\";; esac;"
                    // Environments of OctoPrint, as OctoPi and its usual installers make them.
                    + "for P in ~/oprint/bin/python ~/oprint/bin/python3"
                    + " /opt/octopi/oprint/bin/python ~/OctoPrint/venv/bin/python"
                    + " ~/octoprint-venv/bin/python ~/moonraker-env/bin/python; do"
                    + " [ -x \"$P\" ] && \"$P\" -I -S -c"
                    + " \"import sys,zlib,ssl;sys.exit(sys.version_info<(3,7))\""
                    + " </dev/null >/dev/null 2>&1 &&"
                    + " exec \"$P\" -I -S -c \"$S\" $W \"$P\"; done;"
                    + "if [ -r /proc/uptime ] && command -v curl >/dev/null; then"
                    + " echo linkscope_agent READY_SH 1;"
                    + " P=$(l=; until [ \"$l\" = \"#end\" ]; do"
                    + " IFS= read -r l || exit 1; printf \"%s\\n\" \"$l\"; done) &&"
                    + " eval \"$P\"; exit; fi;"
                    + "case $0 in 3.*) echo linkscope_agent OLD_PYTHON $0;;"
                    + " *) echo linkscope_agent NO_PYTHON3"
                    + " $(command -v python >/dev/null && python --version 2>&1);; esac;"
                    + " exit 127";

    /**
     * The command, for any login shell: POSIX-like ones, csh and fish. It holds neither a line
     * feed, nor what csh takes for its history, nor a backslash before a backslash or a quote,
     * which fish would drop. It prints one of the lines above; after {@link #READY} it reads a
     * length, a line feed and as many bytes of a compressed program, after {@link #READY_SHELL} the
     * lines of a program up to {@link #END_OF_PROGRAM}; and runs that. It contains nothing of a
     * configuration.
     *
     * <p>A python is started once where python3 is new enough. Arenas of malloc for each thread
     * would cost memory.
     */
    public static final String LINE =
            "exec sh -c 'export MALLOC_ARENA_MAX=1 LINKSCOPE=\"$0\"; eval \"$0\"' '" + SCRIPT + "'";

    private AgentCommand() {}
}
