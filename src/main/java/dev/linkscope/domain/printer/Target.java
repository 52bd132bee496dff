package dev.linkscope.domain.printer;

import dev.linkscope.domain.probe.TargetUrl;
import org.jspecify.annotations.Nullable;

/** How a printer's computer is reached. */
public sealed interface Target {
    /** Port of SSH when none is given. */
    int DEFAULT_SSH_PORT = 22;

    /** As it is shown to people, and as the command line takes it. */
    String display();

    /**
     * Over SSH.
     *
     * @param host name or address that passes {@link HostName#isUsable}
     * @param port 1 to 65535; null to take it from the SSH configuration, else 22
     * @param user login name; null to take it from the SSH configuration, else this computer's user
     * @param identityFile path of a private key; null to use the SSH configuration, ssh-agent and
     *     the usual files
     */
    record Ssh(
            String host,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String identityFile)
            implements Target {
        @Override
        public String display() {
            String shownHost = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
            return (user == null ? "" : user + "@") + shownHost + (port == null ? "" : ":" + port);
        }
    }

    /**
     * Through OctoPrint alone, whose own test calls measure a part of what an agent does.
     *
     * @param url its address as this computer reaches it
     */
    record OctoPrint(TargetUrl url) implements Target {
        @Override
        public String display() {
            return url.display();
        }
    }

    /** This computer, without SSH. */
    record Local() implements Target {
        @Override
        public String display() {
            return "local";
        }
    }

    /**
     * A made-up printer.
     *
     * @param scenario name of its illness
     */
    record Simulated(String scenario) implements Target {
        @Override
        public String display() {
            return "simulated:" + scenario;
        }
    }

    /**
     * Of a report that was opened: told, but no way to anything.
     *
     * @param display as the report gives it, which may have been redacted
     */
    record Recorded(String display) implements Target {}
}
