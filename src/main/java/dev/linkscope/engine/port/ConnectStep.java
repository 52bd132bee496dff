package dev.linkscope.engine.port;

import dev.linkscope.domain.printer.Target;
import java.util.List;

/** Steps of reaching a Pi and starting the agent there, in order. */
public enum ConnectStep {
    /** The host name became an address. */
    RESOLVE,
    /** Something speaking SSH answers on the port. */
    REACH,
    /** The host key is known or was accepted. */
    HOST_KEY,
    /** The login was accepted. */
    LOGIN,
    /** python3 runs the agent. */
    PYTHON,
    /** The agent answers and its clock is known. */
    AGENT,
    /** OctoPrint was looked for; it need not be there. */
    OCTOPRINT,
    /** OctoPrint answers, where there is no other way in. */
    FIND,
    /** Its user has let Linkscope in. */
    ALLOW,
    /** Its settings and logs were read. */
    READ;

    private static final List<ConnectStep> OVER_SSH =
            List.of(RESOLVE, REACH, HOST_KEY, LOGIN, PYTHON, AGENT, OCTOPRINT);
    private static final List<ConnectStep> THROUGH_OCTOPRINT = List.of(FIND, ALLOW, READ);

    /** The steps on the way to a target, in order. */
    public static List<ConnectStep> to(Target target) {
        return target instanceof Target.OctoPrint ? THROUGH_OCTOPRINT : OVER_SSH;
    }
}
