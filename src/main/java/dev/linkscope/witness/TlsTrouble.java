package dev.linkscope.witness;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Classes of what goes wrong in a handshake, as the agent names them. */
final class TlsTrouble {
    private static final int DEEPEST = 10;

    private TlsTrouble() {}

    /** The class of an error during the handshake. */
    static String of(IOException error) {
        Throwable at = error;
        boolean aboutTheCertificate = false;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            String told = ofCause(at);
            if (told != null) {
                return told;
            }
            aboutTheCertificate |= at instanceof CertificateException;
            at = at.getCause();
        }
        if (aboutTheCertificate) {
            return "cert_untrusted";
        }
        if (!(error instanceof SSLException)) {
            return Trouble.of(error);
        }
        String words = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        boolean plain =
                words.contains("unrecognized ssl message") || words.contains("unsupported record");
        return plain ? "not_tls" : "tls_error";
    }

    /** What a cause tells by itself; null if it takes a deeper one. */
    private static @Nullable String ofCause(Throwable cause) {
        return switch (cause) {
            case CertificateExpiredException _ -> "cert_expired";
            case CertificateNotYetValidException _ -> "cert_not_yet_valid";
            case CertPathValidatorException e when e.getReason() == BasicReason.EXPIRED ->
                    "cert_expired";
            case CertPathValidatorException e when e.getReason() == BasicReason.NOT_YET_VALID ->
                    "cert_not_yet_valid";
            // The check of the name throws the general type, without a cause.
            case CertificateException e when isAboutTheName(e) -> "cert_wrong_host";
            case EOFException _ -> "closed";
            case SocketTimeoutException _ -> "timeout";
            case SocketException e -> Trouble.of(e);
            default -> null;
        };
    }

    private static boolean isAboutTheName(CertificateException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return e.getCause() == null
                && (words.contains("subject alternative") || words.contains("no name matching"));
    }
}
