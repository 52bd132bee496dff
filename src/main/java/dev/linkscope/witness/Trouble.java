package dev.linkscope.witness;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.Locale;

/** Classes of errors of a socket, as the agent names them. */
final class Trouble {
    private Trouble() {}

    /**
     * The class of an error. The type tells more than the message, which on some systems is in the
     * user's language.
     */
    static String of(IOException error) {
        String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return switch (error) {
            case SocketTimeoutException _ -> "timeout";
            case NoRouteToHostException _ -> "unreachable";
            case BindException _ -> "unreachable"; // EADDRNOTAVAIL: no address of that family here
            case EOFException _ -> "closed";
            case ConnectException _ when message.contains("timed out") -> "timeout";
            case ConnectException _ when !message.contains("unreachable") -> "refused";
            default -> ofMessage(message);
        };
    }

    private static String ofMessage(String message) {
        if (message.contains("reset")
                || message.contains("broken pipe")
                || message.contains("aborted")) {
            return "reset";
        }
        boolean unreachable =
                message.contains("unreachable")
                        || message.contains("not permitted")
                        || message.contains("permission denied");
        return unreachable ? "unreachable" : "broken";
    }
}
