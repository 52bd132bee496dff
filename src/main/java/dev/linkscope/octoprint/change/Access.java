package dev.linkscope.octoprint.change;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.Tunnel;
import dev.linkscope.octoprint.CameraLook;
import dev.linkscope.octoprint.OctoPrintHttp;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A printer's OctoPrint, signed in: from this computer, or through the printer's own where only
 * that reaches it.
 */
final class Access implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    private final Door door;
    private OctoPrintHttp calls;
    private @Nullable Tunnel tunnel;

    private Access(Door door) {
        this.door = door;
        this.calls = new OctoPrintHttp(door.octoPrint(), door.key(), null);
    }

    /** Goes in; wipes the key of the door. */
    static Access through(Door door) throws LinkException, PrinterApiException {
        var access = new Access(door);
        try {
            access.begin();
            return access;
        } catch (LinkException | PrinterApiException | RuntimeException e) {
            access.close();
            throw e;
        } finally {
            Arrays.fill(door.key(), '\0');
        }
    }

    private void begin() throws LinkException, PrinterApiException {
        try {
            calls.get("/api/version");
        } catch (PrinterApiException e) {
            if (e.problem() != Problem.UNREACHABLE || door.way() == null) {
                throw e;
            }
            calls.close();
            Tunnel there = tunnel();
            calls = new OctoPrintHttp(door.octoPrint(), door.key(), there);
            calls.get("/api/version");
        }
    }

    private @Nullable Tunnel tunnel() throws LinkException {
        if (tunnel == null && door.way() != null) {
            tunnel = door.way().open();
        }
        return tunnel;
    }

    /** Its calls. */
    OctoPrintHttp calls() {
        return calls;
    }

    /** Its address. */
    TargetUrl octoPrint() {
        return door.octoPrint();
    }

    /** Looks at cameras from the printer's computer: by sockets there, else through OctoPrint. */
    CameraEye eye() throws LinkException {
        if (door.here()) {
            return CameraEye.by(new CameraLook(null));
        }
        try {
            Tunnel there = tunnel();
            return there == null ? octoPrintEye() : CameraEye.by(new CameraLook(there));
        } catch (LinkException e) {
            if (e.failure().code() == FailureCode.CANCELLED) {
                throw e;
            }
            LOG.debug("no way to the camera of {} over SSH", door.octoPrint().display(), e);
            return octoPrintEye();
        }
    }

    /** Looks at cameras through OctoPrint. */
    CameraEye octoPrintEye() {
        return new OctoPrintEye(calls, System::nanoTime);
    }

    @Override
    public void close() {
        calls.close();
        if (tunnel != null) {
            try {
                tunnel.close();
            } catch (IOException e) {
                LOG.debug("the tunnel to {} did not close", door.octoPrint().display(), e);
            }
        }
    }
}
