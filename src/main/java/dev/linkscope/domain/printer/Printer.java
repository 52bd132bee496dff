package dev.linkscope.domain.printer;

import dev.linkscope.domain.probe.TargetUrl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A printer that Linkscope watches.
 *
 * @param id Linkscope's id
 * @param name what the user calls it
 * @param target how its computer is reached
 * @param server address of the Obico server, with scheme
 * @param snapshot the camera's snapshot URL as configured in OctoPrint; null if there is no camera
 * @param stream the camera's stream URL; null if it is not known
 * @param streamAsked whether the user wants the stream measured wherever the camera is: some
 *     network cameras serve one client only
 * @param cadence time between attempts of the two pane probes
 * @param measureWhileAway whether the agent may go on while Linkscope is closed
 * @param octoprint address of OctoPrint as the user signed in with it; null if nobody did
 */
public record Printer(
        PrinterId id,
        String name,
        Target target,
        TargetUrl server,
        @Nullable TargetUrl snapshot,
        @Nullable TargetUrl stream,
        boolean streamAsked,
        Duration cadence,
        boolean measureWhileAway,
        @Nullable TargetUrl octoprint) {
    /** The cloud server. */
    public static final TargetUrl CLOUD = new TargetUrl("https://app.obico.io");

    /** Cadence of the pane probes unless asked otherwise. */
    public static final Duration DEFAULT_CADENCE = Duration.ofSeconds(10);

    /** A printer whose stream is not known and that may be measured at any time. */
    public Printer(
            PrinterId id,
            String name,
            Target target,
            TargetUrl server,
            @Nullable TargetUrl snapshot,
            Duration cadence) {
        this(id, name, target, server, snapshot, null, false, cadence, true, null);
    }

    /** The same printer with another id. */
    public Printer withId(PrinterId other) {
        return new Printer(
                other,
                name,
                target,
                server,
                snapshot,
                stream,
                streamAsked,
                cadence,
                measureWhileAway,
                octoprint);
    }

    /**
     * The same printer with another stream.
     *
     * @param asked whether it is to be measured wherever the camera is
     */
    public Printer withStream(@Nullable TargetUrl other, boolean asked) {
        return new Printer(
                id,
                name,
                target,
                server,
                snapshot,
                other,
                asked,
                cadence,
                measureWhileAway,
                octoprint);
    }

    /** The same printer, whose agent may go on while Linkscope is closed or not. */
    public Printer withMeasureWhileAway(boolean allowed) {
        return new Printer(
                id,
                name,
                target,
                server,
                snapshot,
                stream,
                streamAsked,
                cadence,
                allowed,
                octoprint);
    }

    /** The same printer without user names and passwords in its addresses. */
    public Printer withoutCredentials() {
        return new Printer(
                id,
                name,
                target,
                server.withoutCredentials(),
                snapshot == null ? null : snapshot.withoutCredentials(),
                stream == null ? null : stream.withoutCredentials(),
                streamAsked,
                cadence,
                measureWhileAway,
                octoprint == null ? null : octoprint.withoutCredentials());
    }

    /** The same printer under another name. */
    public Printer withName(String other) {
        return new Printer(
                id,
                other,
                target,
                server,
                snapshot,
                stream,
                streamAsked,
                cadence,
                measureWhileAway,
                octoprint);
    }

    /** The same printer, reached another way. */
    public Printer withTarget(Target other) {
        return new Printer(
                id,
                name,
                other,
                server,
                snapshot,
                stream,
                streamAsked,
                cadence,
                measureWhileAway,
                octoprint);
    }

    /** The same printer, with the OctoPrint that the user signed in with. */
    public Printer withOctoPrint(@Nullable TargetUrl address) {
        return new Printer(
                id,
                name,
                target,
                server,
                snapshot,
                stream,
                streamAsked,
                cadence,
                measureWhileAway,
                address);
    }

    /** The same printer with another camera and server, as its OctoPrint has them. */
    public Printer configured(TargetUrl otherServer, @Nullable TargetUrl otherSnapshot) {
        return new Printer(
                id,
                name,
                target,
                otherServer,
                otherSnapshot,
                stream,
                streamAsked,
                cadence,
                measureWhileAway,
                octoprint);
    }
}
