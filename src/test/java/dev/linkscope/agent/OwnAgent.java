package dev.linkscope.agent;

import dev.linkscope.engine.port.AgentLink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A name for an agent apart from all others of this user, so that tests do not meet in one. Closing
 * it ends the agent, should it be left.
 */
public final class OwnAgent implements AutoCloseable {
    private static final String VARIABLE = "LINKSCOPE_AGENT";
    private static final int NAME_BYTES = 6;

    private final String name;

    /** A name that nobody else uses. */
    public OwnAgent() {
        this(newName());
    }

    /** This name, and all that begin with it. */
    public OwnAgent(String name) {
        this.name = name;
    }

    /** A name that nobody else uses. */
    public static String newName() {
        byte[] random = new byte[NAME_BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        return "-test-" + HexFormat.of().formatHex(random);
    }

    /** A link to it, which starts it where it is not there. */
    public AgentLink link() {
        return new LocalAgentLink("Linux", environment(), Limits.standard());
    }

    /** The same, whose python is looked for in these folders. */
    public AgentLink link(String path) {
        return new LocalAgentLink("Linux", Map.of(VARIABLE, name, "PATH", path), Limits.standard());
    }

    /** What a launcher has to find in its environment. */
    public Map<String, String> environment() {
        return Map.of(VARIABLE, name);
    }

    /** The detached agents of this name; at most one of a whole name, if all is well. */
    public List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::isMine).toList();
    }

    @Override
    public void close() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    private boolean isMine(ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readString(folder.resolve("comm")).equals("linkscope_agent\n")
                    && Files.readString(folder.resolve("environ"), StandardCharsets.ISO_8859_1)
                            .contains(VARIABLE + "=" + name);
        } catch (IOException e) {
            return false; // it ended meanwhile, or is somebody else's
        }
    }
}
