package dev.linkscope.engine.port;

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
    OCTOPRINT
}
