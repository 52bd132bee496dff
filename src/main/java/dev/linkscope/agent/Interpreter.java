package dev.linkscope.agent;

import dev.linkscope.engine.port.AgentRequest;
import java.util.Locale;

/** What runs the agent on the other computer: which program it is sent, and how it is spoken to. */
enum Interpreter {
    /** Python 3.7 or newer. */
    PYTHON {
        @Override
        byte[] program() {
            return AgentPayload.bytes();
        }

        @Override
        byte[] subscribe(AgentRequest request) {
            return Commands.subscribe(request);
        }

        @Override
        byte[] renew() {
            return Commands.renew();
        }

        @Override
        byte[] stop() {
            return Commands.stop();
        }

        @Override
        String display(String version) {
            return String.format(Locale.ROOT, "Python %s", version);
        }
    },

    /** A POSIX shell with curl: fewer probes, no JSON. */
    SHELL {
        @Override
        byte[] program() {
            return ShellPayload.bytes();
        }

        @Override
        byte[] subscribe(AgentRequest request) {
            return ShellCommands.subscribe(request);
        }

        @Override
        byte[] renew() {
            return ShellCommands.renew();
        }

        @Override
        byte[] stop() {
            return ShellCommands.stop();
        }

        @Override
        String display(String version) {
            return "sh, curl";
        }
    };

    /** What is sent when it says that it is ready. */
    abstract byte[] program();

    abstract byte[] subscribe(AgentRequest request);

    abstract byte[] renew();

    abstract byte[] stop();

    /** For people: what runs the agent, with python's version. */
    abstract String display(String version);
}
