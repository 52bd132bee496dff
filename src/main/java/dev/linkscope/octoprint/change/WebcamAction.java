package dev.linkscope.octoprint.change;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.printer.CameraAddress;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.octoprint.Calls;
import dev.linkscope.octoprint.change.AddressChange.Pair;
import dev.linkscope.octoprint.change.CameraPlace.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes addresses of the camera that work into OctoPrint's settings: found by trying, from the
 * printer's computer. The Obico plugin reads them when OctoPrint starts.
 */
final class WebcamAction implements FixAction {
    static final String ID = "webcam.address";

    private static final String SETTINGS = "/api/settings";

    /** Longer ones are none of a camera. */
    private static final int LONGEST = 2_000;

    private final Caller caller;
    private final KeptTexts kept;

    WebcamAction(Caller caller, KeptTexts kept) {
        this.caller = caller;
        this.kept = kept;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Preview look(Printer printer, ActionCall call, LinkQuestions questions)
            throws LinkException {
        return caller.look(printer, questions, "SETTINGS", access -> look(printer, access));
    }

    private Preview look(Printer printer, Access access) throws LinkException, PrinterApiException {
        JsonNode settings = access.calls().get(SETTINGS);
        Optional<String> other = CameraPlace.otherProvider(settings);
        if (other.isPresent()) {
            return Caller.hindered(
                    Obstacle.NOT_HERE,
                    Statement.of("fix.octoprint.other_camera", Shown.address(other.get())));
        }
        Optional<CameraPlace> place = CameraPlace.in(settings);
        if (place.isEmpty()) {
            return Caller.hindered(
                    Obstacle.NOT_HERE, Statement.of("fix.octoprint.no_classic_webcam"));
        }
        try (CameraEye eye = access.eye()) {
            return look(printer, access, settings, place.get(), eye);
        } catch (PrinterApiException e) {
            if (e.problem() != Problem.UNREACHABLE) {
                throw e;
            }
            // The SSH server forwards nothing, or is gone.
        }
        try (CameraEye eye = access.octoPrintEye()) {
            return look(printer, access, settings, place.get(), eye);
        }
    }

    private Preview look(
            Printer printer, Access access, JsonNode settings, CameraPlace place, CameraEye eye)
            throws PrinterApiException {
        if (!eye.seesStreams() && !access.calls().user().isAdmin()) {
            return Caller.hindered(Obstacle.NO_KEY, Statement.of("fix.octoprint.admin_to_try"));
        }
        var hunt = new CameraHunt(eye, CameraPlace.taken(settings), System::nanoTime);
        return look(printer, settings, place, hunt, eye.seesStreams());
    }

    private Preview look(
            Printer printer,
            JsonNode settings,
            CameraPlace place,
            CameraHunt hunt,
            boolean seesStreams)
            throws PrinterApiException {
        String snapshot = configured(settings, place, Role.SNAPSHOT);
        String stream = configured(settings, place, Role.STREAM);
        Optional<String> picture = hunt.snapshot(snapshot, stream);
        Optional<String> moving = hunt.stream(stream, picture.orElse(snapshot));
        boolean works = picture.isPresent() || (snapshot.isBlank() && moving.isPresent());
        if (!works || (picture.isEmpty() && !seesStreams)) {
            return nothing(hunt);
        }
        var values = new EnumMap<Role, Pair>(Role.class);
        picture.ifPresent(found -> add(values, settings, place, Role.SNAPSHOT, found));
        moving.ifPresent(found -> add(values, settings, place, Role.STREAM, found));
        List<Statement> said = said(stream, moving, seesStreams);
        if (values.isEmpty()) {
            return new Preview(
                    List.of(), List.of(), null, List.of(Obstacle.ALREADY_SO), List.copyOf(said));
        }
        var change = new AddressChange(place, values);
        said.addFirst(Statement.of("fix.octoprint.restart_after"));
        if (!change.isOpen()) {
            said.add(
                    Statement.of(
                            kept.last()
                                    ? "fix.octoprint.kept_in_keychain"
                                    : "fix.octoprint.kept_in_memory"));
        }
        return new Preview(
                List.of(change.command()),
                change.shown(),
                change.undo(printer.id(), kept),
                List.of(),
                said);
    }

    private static List<Statement> said(
            String configured, Optional<String> found, boolean seesStreams) {
        var said = new ArrayList<Statement>();
        if (CameraAddress.formOf(configured).isVideoOnly()) {
            said.add(Statement.of("fix.octoprint.stream_not_mjpeg", Shown.address(configured)));
        } else if (!seesStreams) {
            said.add(Statement.of("fix.octoprint.stream_not_tried"));
        } else if (found.isEmpty()) {
            said.add(Statement.of("fix.octoprint.no_stream"));
        } else if (!found.get().equals(configured) && Candidates.isLoopback(found.get())) {
            said.add(Statement.of("fix.octoprint.stream_loopback", Shown.address(found.get())));
        }
        return said;
    }

    private static Preview nothing(CameraHunt hunt) {
        var said = new ArrayList<Statement>();
        said.add(
                Statement.of(
                        hunt.sawNoSignal()
                                ? "fix.octoprint.no_signal"
                                : "fix.octoprint.no_picture"));
        said.addAll(hunt.tried());
        return Caller.hindered(Obstacle.NOT_HERE, said.toArray(Statement[]::new));
    }

    private static void add(
            Map<Role, Pair> values, JsonNode settings, CameraPlace place, Role role, String found) {
        String before = place.value(settings, role);
        if (!found.equals(configured(settings, place, role))) {
            values.put(role, new Pair(before, found));
        }
    }

    private static String configured(JsonNode settings, CameraPlace place, Role role) {
        String value = place.value(settings, role);
        return value == null || value.length() > LONGEST ? "" : value.strip();
    }

    @Override
    public List<Statement> carryOut(
            Printer printer, ActionCall call, Preview shown, LinkQuestions questions)
            throws LinkException {
        String undo = shown.undo();
        if (undo == null) {
            return List.of();
        }
        AddressChange change = change(printer, undo);
        // Before the change: afterwards it may be too late.
        AddressChange.keep(undo, kept);
        write(printer, change, false, questions);
        return List.of(Statement.of("fix.octoprint.restart_now"));
    }

    @Override
    public void undo(Printer printer, ActionCall call, String undo, LinkQuestions questions)
            throws LinkException {
        write(printer, change(printer, undo), true, questions);
    }

    @Override
    public Printer measured(Printer printer, ActionCall call, LinkQuestions questions)
            throws LinkException {
        return caller.call(
                printer,
                questions,
                access -> {
                    JsonNode settings = access.calls().get(SETTINGS);
                    return CameraPlace.in(settings)
                            .map(place -> measured(printer, settings, place))
                            .orElse(printer);
                });
    }

    private static Printer measured(Printer printer, JsonNode settings, CameraPlace place) {
        String snapshot = configured(settings, place, Role.SNAPSHOT);
        String stream = configured(settings, place, Role.STREAM);
        Printer seen =
                printer.configured(
                        printer.server(), snapshot.isEmpty() ? null : new TargetUrl(snapshot));
        return printer.stream() == null || stream.isEmpty()
                ? seen
                : seen.withStream(new TargetUrl(stream), printer.streamAsked());
    }

    private AddressChange change(Printer printer, String undo) throws LinkException {
        return AddressChange.of(undo, kept)
                .orElseThrow(() -> Caller.failure(FailureCode.FIX_VALUE_GONE, printer.name()));
    }

    private void write(Printer printer, AddressChange change, boolean undo, LinkQuestions questions)
            throws LinkException {
        caller.call(
                printer,
                questions,
                access -> {
                    write(printer, change, undo, access.calls());
                    return true;
                });
    }

    private static void write(Printer printer, AddressChange change, boolean undo, Calls calls)
            throws LinkException, PrinterApiException {
        JsonNode settings = calls.get(SETTINGS);
        CameraPlace place = change.place();
        Optional<Role> foreign = change.foreign(settings);
        if (foreign.isPresent()) {
            String name = place.name(foreign.get()) + ".";
            throw Caller.failure(FailureCode.FIX_CHANGED_MEANWHILE, printer.name(), name);
        }
        Map<Role, @Nullable String> missing = change.missing(settings, undo);
        if (missing.isEmpty()) {
            return;
        }
        Caller.send(
                printer,
                "POST " + SETTINGS,
                () -> {
                    JsonNode _ = calls.post(SETTINGS, place.request(missing));
                });
        JsonNode after = calls.get(SETTINGS);
        for (Role role : change.missing(after, undo).keySet()) {
            String what = "POST " + SETTINGS + ": " + place.name(role);
            throw Caller.failure(FailureCode.FIX_FAILED, printer.name(), what);
        }
    }

    @Override
    public Standing standing(Printer printer, ActionCall call, String undo, LinkQuestions questions)
            throws LinkException {
        Optional<AddressChange> change = AddressChange.of(undo, kept);
        return change.isEmpty()
                ? Standing.CANNOT_BE_TOLD
                : caller.call(
                        printer,
                        questions,
                        access -> change.get().standing(access.calls().get(SETTINGS)));
    }
}
