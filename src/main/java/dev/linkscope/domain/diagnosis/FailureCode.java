package dev.linkscope.domain.diagnosis;

import java.util.Locale;

/**
 * Ways in which reaching a Pi or running the agent there can fail. Each has a sentence {@code
 * failure.CODE} and a next step {@code failure.CODE.next} in the bundle.
 */
public enum FailureCode {
    /** The host name does not resolve here. */
    NAME_UNKNOWN(true),
    /** No route, host down, or nothing answered in time. */
    UNREACHABLE(true),
    /** The host answers but nothing listens on that port. */
    CONNECTION_REFUSED(true),
    /** Something answers on the port, but it is not SSH. */
    NOT_SSH(false),
    /**
     * The SSH server refuses this computer for a while, after too many refused logins or with too
     * many under way.
     */
    LOCKED_OUT(true),
    /** First contact, and nobody accepted the host key. */
    HOST_KEY_UNKNOWN(false),
    /** The host key is not the one that was accepted before. */
    HOST_KEY_CHANGED(false),
    /** The file of accepted host keys cannot be read or written. */
    KNOWN_HOSTS_UNUSABLE(false),
    /** User, key or password refused. Never tried again by itself. */
    LOGIN_REFUSED(false),
    /** The key file is missing or cannot be read. */
    KEY_UNREADABLE(false),
    /** The key file needs a passphrase and none was given. */
    PASSPHRASE_NEEDED(false),
    /** The passphrase does not open the key file. */
    PASSPHRASE_WRONG(false),
    /** A jump host on the way failed. */
    JUMP_HOST_FAILED(true),
    /** Neither python3 nor curl on the Pi. */
    PYTHON_MISSING(false),
    /** Only a python that is too old. */
    PYTHON_TOO_OLD(false),
    /** The login shell never started the command: it waits for input or hangs. */
    SHELL_BLOCKED(false),
    /** The command ended before the agent was ready. */
    AGENT_NOT_STARTED(true),
    /** The agent speaks another major protocol. */
    PROTOCOL_MISMATCH(false),
    /** What came over the channel is not the agent's protocol. */
    AGENT_GARBAGE(true),
    /** The agent refused its configuration. */
    AGENT_REFUSED(false),
    /** The agent ended on its own while it was needed. */
    AGENT_ENDED(true),
    /** Another Linkscope with the same settings measures this printer now. */
    TAKEN_OVER(false),
    /** No byte for longer than the watchdog allows. */
    LINK_SILENT(true),
    /** The connection broke. */
    LINK_BROKEN(true),
    /** Measuring this computer is not possible on this system. */
    LOCAL_UNSUPPORTED(false),
    /** The address cannot be used as it stands. */
    BAD_ADDRESS(false),
    /** What a list gives as the address of a web page is none. */
    BAD_WEB_ADDRESS(false),
    /** An entry of a list names no address. */
    LISTED_WITHOUT_ADDRESS(false),
    /** An entry of a list names a target that stands there before. */
    LISTED_TWICE(false),
    /** A row of a list cannot be taken apart. */
    UNREADABLE_ROW(false),
    /** An entry of a list is a printer without a computer that Linkscope could log in to. */
    NOT_A_PI(false),
    /** No OctoPrint answers at the address. */
    OCTOPRINT_UNREACHABLE(true),
    /** OctoPrint is starting. */
    OCTOPRINT_STARTING(true),
    /** The proxy in front of OctoPrint answers alone. */
    OCTOPRINT_DOWN(true),
    /** OctoPrint's first-run wizard is not finished. */
    OCTOPRINT_NOT_SET_UP(false),
    /** OctoPrint does not know the key, or there is none. */
    OCTOPRINT_WRONG_KEY(false),
    /** The user of the key may not do what is needed. */
    OCTOPRINT_NO_PERMISSION(false),
    /** OctoPrint is too old for what is needed, or lacks a part. */
    OCTOPRINT_NOT_THERE(false),
    /** OctoPrint wants fewer requests. */
    OCTOPRINT_RATE_LIMITED(true),
    /** OctoPrint's certificate is not one that this computer trusts. */
    OCTOPRINT_NOT_TRUSTED(false),
    /** The user said no in OctoPrint, or nobody decided in time. */
    OCTOPRINT_DENIED(false),
    /** OctoPrint asks its user, which cannot be done for many at once. */
    OCTOPRINT_ONE_BY_ONE(false),
    /** What answers is no OctoPrint. */
    OCTOPRINT_GARBAGE(true),
    /** The login may not change the system. */
    FIX_NO_RIGHTS(false),
    /** The password for changing the system was wrong. */
    FIX_WRONG_PASSWORD(false),
    /** Something prints. */
    FIX_PRINTING(false),
    /** A program that was run for a change failed. */
    FIX_FAILED(false),
    /** What was to be changed is not any more as it was shown. */
    FIX_CHANGED_MEANWHILE(false),
    /** What a change needs to be undone was secret, and is gone. */
    FIX_VALUE_GONE(false),
    /** There is no way to change anything there. */
    FIX_NO_WAY(false),
    /** Stopped by the user. */
    CANCELLED(false);

    private final boolean retryable;

    FailureCode(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether trying again by itself makes sense and does no harm. */
    public boolean retryable() {
        return retryable;
    }

    /** Name in reports. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its sentence in the bundle. */
    public String key() {
        return "failure." + wireName().replaceFirst("^octoprint_", "octoprint.");
    }

    /** Key of its next step in the bundle. */
    public String nextStepKey() {
        return key() + ".next";
    }
}
