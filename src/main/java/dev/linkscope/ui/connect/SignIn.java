package dev.linkscope.ui.connect;

/** How the user wants to get in. */
enum SignIn {
    /** By OctoPrint's own dialogue; no SSH. */
    OCTOPRINT,
    /** ssh-agent, the SSH configuration and the usual key files. */
    USUAL,
    /** One key file. */
    KEY,
    PASSWORD;

    /** Key of its name. */
    String key() {
        return "add.with." + name();
    }
}
