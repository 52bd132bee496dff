package dev.linkscope.domain.printer;

import dev.linkscope.domain.probe.TargetUrl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A printer that Linkscope watches.
 *
 * @param id Linkscope's id
 * @param name what the user calls it
 * @param labels how the user sorts it
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
        Labels labels,
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
        this(id, name, Labels.NONE, target, server, snapshot, null, false, cadence, true, null);
    }

    /** The same printer with another id. */
    public Printer withId(PrinterId other) {
        var draft = new Draft(this);
        draft.id = other;
        return draft.printer();
    }

    /** The same printer under another name. */
    public Printer withName(String other) {
        var draft = new Draft(this);
        draft.name = other;
        return draft.printer();
    }

    /** The same printer, sorted otherwise. */
    public Printer withLabels(Labels other) {
        var draft = new Draft(this);
        draft.labels = other;
        return draft.printer();
    }

    /** The same printer, reached another way. */
    public Printer withTarget(Target other) {
        var draft = new Draft(this);
        draft.target = other;
        return draft.printer();
    }

    /**
     * The same printer with another stream.
     *
     * @param asked whether it is to be measured wherever the camera is
     */
    public Printer withStream(@Nullable TargetUrl other, boolean asked) {
        var draft = new Draft(this);
        draft.stream = other;
        draft.streamAsked = asked;
        return draft.printer();
    }

    /** The same printer, measured at another cadence. */
    public Printer withCadence(Duration other) {
        var draft = new Draft(this);
        draft.cadence = other;
        return draft.printer();
    }

    /** The same printer, whose agent may go on while Linkscope is closed or not. */
    public Printer withMeasureWhileAway(boolean allowed) {
        var draft = new Draft(this);
        draft.measureWhileAway = allowed;
        return draft.printer();
    }

    /** The same printer, with the OctoPrint that the user signed in with. */
    public Printer withOctoPrint(@Nullable TargetUrl address) {
        var draft = new Draft(this);
        draft.octoprint = address;
        return draft.printer();
    }

    /** The same printer with another camera and server, as its OctoPrint has them. */
    public Printer configured(TargetUrl otherServer, @Nullable TargetUrl otherSnapshot) {
        var draft = new Draft(this);
        draft.server = otherServer;
        draft.snapshot = otherSnapshot;
        return draft.printer();
    }

    /** The same printer without user names and passwords in its addresses. */
    public Printer withoutCredentials() {
        var draft = new Draft(this);
        draft.server = server.withoutCredentials();
        draft.snapshot = snapshot == null ? null : snapshot.withoutCredentials();
        draft.stream = stream == null ? null : stream.withoutCredentials();
        draft.octoprint = octoprint == null ? null : octoprint.withoutCredentials();
        return draft.printer();
    }

    /** A printer while one thing of it changes. */
    private static final class Draft {
        private PrinterId id;
        private String name;
        private Labels labels;
        private Target target;
        private TargetUrl server;
        private @Nullable TargetUrl snapshot;
        private @Nullable TargetUrl stream;
        private boolean streamAsked;
        private Duration cadence;
        private boolean measureWhileAway;
        private @Nullable TargetUrl octoprint;

        Draft(Printer old) {
            id = old.id;
            name = old.name;
            labels = old.labels;
            target = old.target;
            server = old.server;
            snapshot = old.snapshot;
            stream = old.stream;
            streamAsked = old.streamAsked;
            cadence = old.cadence;
            measureWhileAway = old.measureWhileAway;
            octoprint = old.octoprint;
        }

        Printer printer() {
            return new Printer(
                    id,
                    name,
                    labels,
                    target,
                    server,
                    snapshot,
                    stream,
                    streamAsked,
                    cadence,
                    measureWhileAway,
                    octoprint);
        }
    }
}
