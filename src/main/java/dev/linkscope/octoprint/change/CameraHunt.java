package dev.linkscope.octoprint.change;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.printer.CameraAddress;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.octoprint.CameraSight;
import dev.linkscope.octoprint.CameraSight.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Tries addresses of a camera, one after the other, until one gives what is wanted. */
final class CameraHunt {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Enough to see what was tried; the rest is mostly ports where nothing listens. */
    private static final int MOST_TOLD = 12;

    private final CameraEye eye;
    private final Set<String> taken;
    private final LongSupplier nanos;
    private final long begun;

    /** What was seen, by address, in the order in which it was tried. */
    private final Map<String, CameraSight> seen = new LinkedHashMap<>();

    /** Places where nothing answers: their other addresses need not be asked. */
    private final Map<String, CameraSight> silent = new LinkedHashMap<>();

    CameraHunt(CameraEye eye, Set<String> taken, LongSupplier nanos) {
        this.eye = eye;
        this.taken = taken;
        this.nanos = nanos;
        begun = nanos.getAsLong();
    }

    /**
     * An address that gives a picture: what is configured if it does.
     *
     * @return empty if none does
     */
    Optional<String> snapshot(String snapshot, String stream) throws PrinterApiException {
        if (!snapshot.isBlank() && sees(Kind.PICTURE, snapshot)) {
            return Optional.of(snapshot);
        }
        return first(Kind.PICTURE, Candidates.snapshots(snapshot, stream, taken));
    }

    /**
     * An address that gives a stream: what is configured if it does, or if that cannot be told.
     *
     * @return empty if none does
     */
    Optional<String> stream(String stream, String snapshot) throws PrinterApiException {
        if (!eye.seesStreams() || CameraAddress.formOf(stream).isVideoOnly()) {
            // WebRTC and the like are meant for browsers: left as they are.
            return Optional.of(stream).filter(address -> !address.isBlank());
        }
        if (!stream.isBlank() && sees(Kind.STREAM, stream)) {
            return Optional.of(stream);
        }
        return first(Kind.STREAM, Candidates.streams(stream, snapshot, taken));
    }

    private Optional<String> first(Kind wanted, List<String> candidates)
            throws PrinterApiException {
        for (String candidate : candidates) {
            if (nanos.getAsLong() - begun > LONGEST.toNanos()) {
                return Optional.empty();
            }
            if (sees(wanted, candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private boolean sees(Kind wanted, String address) throws PrinterApiException {
        return at(CameraAddress.full(address), wanted).kind() == wanted;
    }

    private CameraSight at(String full, Kind wanted) throws PrinterApiException {
        CameraSight known = seen.get(full);
        if (known != null) {
            return known;
        }
        String place = new TargetUrl(full).origin().toLowerCase(Locale.ROOT);
        CameraSight quiet = silent.get(place);
        if (quiet != null) {
            return quiet;
        }
        CameraSight sight =
                place.matches("https?://.+")
                        ? look(full, wanted)
                        : CameraSight.without(Kind.UNUSABLE);
        seen.put(full, sight);
        if (sight.kind() == Kind.NOBODY || sight.kind() == Kind.SILENT) {
            silent.put(place, sight);
        }
        return sight;
    }

    private CameraSight look(String full, Kind wanted) throws PrinterApiException {
        return wanted == Kind.PICTURE ? eye.snapshot(full) : eye.stream(full);
    }

    /** Whether a camera's server says that it has no camera. */
    boolean sawNoSignal() {
        return seen.values().stream().anyMatch(sight -> sight.kind() == Kind.NO_SIGNAL);
    }

    /** What was tried and what was there, where anything was first. */
    List<Statement> tried() {
        var told = new ArrayList<Statement>();
        seen.forEach((address, sight) -> {
            if (sight.kind() != Kind.NOBODY) {
                told.add(told(address, sight));
            }
        });
        seen.forEach((address, sight) -> {
            if (sight.kind() == Kind.NOBODY) {
                told.add(told(address, sight));
            }
        });
        return List.copyOf(told.subList(0, Math.min(MOST_TOLD, told.size())));
    }

    private static Statement told(String address, CameraSight sight) {
        String key = "fix.octoprint.sight." + sight.kind().name().toLowerCase(Locale.ROOT);
        return Statement.of(
                "fix.octoprint.tried",
                Shown.address(address),
                Statement.of(key, String.valueOf(sight.status())));
    }
}
