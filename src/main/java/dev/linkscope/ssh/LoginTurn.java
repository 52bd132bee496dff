package dev.linkscope.ssh;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How logins at one server take turns: few at a time, since servers drop what is too many
 * (sshd_config(5), MaxStartups: from 10 on); fewer after a refused one; and none for a while when
 * it turns this computer away. Who waits while the server turns out to be away need not find that
 * out too. Thread-safe.
 */
final class LoginTurn {
    static final int AT_ONCE = 8;

    /** How long a server that turned this computer away is left alone. */
    static final Duration REST = Duration.ofSeconds(15);

    /** So many connections in a row that ended before the server said a word are no accident. */
    private static final int DROPS = 3;

    private static final long LOOK_MILLIS = 200;

    private final Penalty penalty;
    private final LongSupplier nanos;
    private int underWay;
    private int drops;
    private @Nullable LinkException turnedAway;
    private long restsUntil;
    private @Nullable LinkException away;
    private long awaySince;

    LoginTurn(Penalty penalty, LongSupplier nanos) {
        this.penalty = penalty;
        this.nanos = nanos;
    }

    /**
     * Waits for a turn.
     *
     * @throws LinkException if the server is to be left alone, or was found to be away meanwhile
     */
    synchronized Turn take() throws LinkException, InterruptedException {
        long since = nanos.getAsLong();
        while (true) {
            LinkException refusal = turnedAway;
            if (refusal != null && restsUntil - nanos.getAsLong() > 0) {
                throw again(refusal);
            }
            LinkException found = away;
            if (found != null && awaySince - since > 0) {
                throw again(found);
            }
            boolean room = penalty.isNothing() ? underWay < AT_ONCE : penalty.bears(underWay + 1);
            if (room) {
                underWay++;
                return new Turn();
            }
            TimeUnit.MILLISECONDS.timedWait(this, LOOK_MILLIS);
        }
    }

    private static LinkException again(LinkException known) {
        return new LinkException(known.failure(), known.step(), known);
    }

    private void failed(LinkException e) {
        Failure failure = e.failure();
        switch (failure.code()) {
            case LOCKED_OUT -> rest(e);
            case LOGIN_REFUSED -> penalty.add(Penalty.REFUSED);
            case NAME_UNKNOWN, UNREACHABLE, CONNECTION_REFUSED -> {
                away = e;
                awaySince = nanos.getAsLong();
            }
            case LINK_BROKEN, LINK_SILENT -> {
                if (e.step() == ConnectStep.REACH) {
                    drops++;
                }
                if (drops >= DROPS) {
                    rest(e);
                } else {
                    penalty.add(Penalty.UNUSED);
                }
            }
            case HOST_KEY_UNKNOWN, HOST_KEY_CHANGED, PASSPHRASE_NEEDED, PASSPHRASE_WRONG ->
                    penalty.add(Penalty.UNUSED);
            default -> {}
        }
    }

    private void rest(LinkException why) {
        turnedAway = why;
        restsUntil = nanos.getAsLong() + REST.toNanos();
    }

    private void succeeded() {
        drops = 0;
        turnedAway = null;
        away = null;
    }

    /** One login's turn; close it when the login is over. */
    final class Turn implements AutoCloseable {
        private boolean taken = true;

        private Turn() {}

        /** The server let it in. */
        void letIn() {
            synchronized (LoginTurn.this) {
                succeeded();
            }
        }

        /** It failed so. */
        void ended(LinkException failure) {
            synchronized (LoginTurn.this) {
                failed(failure);
            }
        }

        /** Makes room; also while the user thinks. Idempotent. */
        @Override
        public void close() {
            synchronized (LoginTurn.this) {
                if (taken) {
                    taken = false;
                    underWay--;
                    LoginTurn.this.notifyAll();
                }
            }
        }
    }
}
