package dev.linkscope.domain.past;

/** What a log can tell of. */
public enum PastKind {
    /** Obico lost its live link to the server, or a request to the server failed. */
    SERVER_LOST,
    /** The server closed the link for another printer with the same token (4321). */
    KICKED,
    /** The server did not accept the token. */
    NOT_AUTHORISED,
    /** The main loop of the plugin ended with an exception. */
    PLUGIN_CRASHED,
    /** No picture could be taken from the camera. */
    WEBCAM_FAILED,
    /** The program that streams video is missing or ended. */
    STREAMING_FAILED,
    /** OctoPrint, or the program in its place, started. */
    OCTOPRINT_STARTED,
    /** The computer started. */
    COMPUTER_STARTED,
    /** The computer lost its link to the network. */
    LINK_LOST,
    /** The supply voltage was too low. */
    UNDER_VOLTAGE,
    /** A USB device was reset or went away. */
    USB_RESET
}
