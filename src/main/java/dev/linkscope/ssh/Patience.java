package dev.linkscope.ssh;

/** How long connecting waits for what, in milliseconds. */
final class Patience {
    /** For one address to accept the connection. Two lost packets are made good by then. */
    static final int CONNECT_MILLIS = 5_000;

    /**
     * The same for a link that was up before: an attempt that waits in vain delays the next one,
     * which comes when the network is back. One lost packet is made good by then.
     */
    static final int RECONNECT_MILLIS = 2_000;

    /** For the server's version. A Pi that swaps may need seconds to start a process for it. */
    static final int GREETING_MILLIS = 8_000;

    /**
     * For each answer during key exchange and login: a slow Pi computes, PAM delays a refusal by
     * some seconds, and sshd may look up this computer's name first.
     */
    static final int LOGIN_MILLIS = 20_000;

    private Patience() {}
}
