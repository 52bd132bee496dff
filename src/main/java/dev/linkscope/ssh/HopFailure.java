package dev.linkscope.ssh;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says why a hop failed. JSch reports most failures as text, so what was seen on the way counts
 * first, and its text last.
 *
 * @param door null if it was never built
 */
record HopFailure(
        Hop hop,
        Steps steps,
        Lifeline lifeline,
        @Nullable Door door,
        HostKeyCheck check,
        Login login) {
    private static final Logger LOG = LoggerFactory.getLogger(HopFailure.class);

    /** JSch's message when no method is left; the methods are the server's own list. */
    private static final Pattern REFUSED =
            Pattern.compile("Auth (?:fail|cancel)\\w* for methods '([^']*)'");

    /**
     * How servers turn a computer away before the login: OpenSSH 9.8 and newer after refused logins
     * (sshd_config(5), PerSourcePenalties), and when too many logins are under way (MaxStartups).
     */
    private static final List<String> TURNED_AWAY =
            List.of("Not allowed at this time", "Exceeded MaxStartups");

    /** The failure of a connection that ended with this exception. */
    LinkException explain(Exception e) {
        ConnectStep step = steps.current();
        LOG.debug("{} failed at {}: {}", hop.shown(), step, Printable.line(e.toString()));
        Failure known = login.failed();
        if (lifeline.isCut()) {
            return new LinkException(of(FailureCode.CANCELLED), step, null);
        }
        if (door != null && door.failure() != null) {
            return new LinkException(door.failure(), step, e);
        }
        if (check.failure() != null) {
            return new LinkException(check.failure(), ConnectStep.HOST_KEY, e);
        }
        Failure failure =
                step == ConnectStep.LOGIN
                        ? (known != null ? known : duringLogin(e))
                        : beforeLogin(e);
        return new LinkException(failure, step, e);
    }

    private Failure duringLogin(Exception e) {
        String message = String.valueOf(e.getMessage());
        Matcher refused = REFUSED.matcher(message);
        if (refused.find() || message.contains("Too many authentication failures")) {
            login.refused();
            String methods = refused.hasMatch() ? refused.group(1).replace(",", ", ") : "?";
            return of(FailureCode.LOGIN_REFUSED, hop.user(), Printable.line(methods));
        }
        return broken(e);
    }

    private Failure beforeLogin(Exception e) {
        Greeting greeting = door == null ? null : door.greeting();
        if (greeting == null) {
            return broken(e);
        }
        String text = Printable.line(greeting.text());
        if (TURNED_AWAY.stream().anyMatch(text::contains)) {
            return of(FailureCode.LOCKED_OUT, text);
        }
        boolean silent = text.isEmpty();
        if (greeting.version() != null) {
            // Both speak SSH, but have no algorithm in common.
            return String.valueOf(e.getMessage()).contains("Algorithm negotiation fail")
                    ? notSsh(greeting.version())
                    : broken(e);
        }
        if (silent && isTimeout(e)) {
            return wasSshBefore() ? of(FailureCode.LINK_SILENT) : notSsh("");
        }
        return silent ? of(FailureCode.LINK_BROKEN) : notSsh(text);
    }

    /** A host whose key was accepted once is no web server now; more likely it is overloaded. */
    private boolean wasSshBefore() {
        return check.getHostKey().length > 0;
    }

    private Failure notSsh(String text) {
        return of(FailureCode.NOT_SSH, Integer.toString(hop.port()), text);
    }

    private Failure broken(Exception e) {
        return of(isTimeout(e) ? FailureCode.LINK_SILENT : FailureCode.LINK_BROKEN);
    }

    private static boolean isTimeout(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private Failure of(FailureCode code, String... more) {
        String[] args = new String[more.length + 1];
        args[0] = hop.shown();
        System.arraycopy(more, 0, args, 1, more.length);
        return Failure.of(code, args);
    }
}
