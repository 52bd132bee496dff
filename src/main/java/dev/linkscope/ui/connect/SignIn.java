package dev.linkscope.ui.connect;

/** How the user wants to log in to the Pi. */
enum SignIn {
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
