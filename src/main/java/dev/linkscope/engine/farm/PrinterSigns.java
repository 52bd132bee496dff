package dev.linkscope.engine.farm;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident.Kind;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.RuleCatalog;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How everything that can go wrong with a printer stands at one moment.
 *
 * @param printer the printer
 * @param link how its link stands
 * @param distant whether it is reached over this computer's network
 * @param signs one for each kind that it has
 */
record PrinterSigns(PrinterId printer, LinkState link, boolean distant, Map<Kind, Sign> signs) {
    private static final Map<String, Layer> LAYERS =
            RuleCatalog.CAUSES.stream().collect(Collectors.toMap(Rule::id, Rule::layer));

    /** Causes that may do harm while both panes look well; all others show in a pane. */
    private static final Set<Layer> BESIDE = EnumSet.of(Layer.HOST, Layer.WEBSOCKET, Layer.PLUGIN);

    PrinterSigns {
        signs = Map.copyOf(signs);
    }

    /** Its sign of a kind. */
    Sign of(Kind kind) {
        return signs.getOrDefault(kind, Sign.UNKNOWN);
    }

    /** Reads them. */
    static PrinterSigns of(SessionSnapshot session) {
        var signs = new EnumMap<Kind, Sign>(Kind.class);
        String name = session.printer().name();
        signs.put(Kind.AWAY, away(session));
        if (session.link() == LinkState.MEASURING) {
            signs.put(
                    Kind.SERVER,
                    PaneSigns.of("server", name, session.server(), cause(session, false)));
            if (session.webcam() != null) {
                signs.put(
                        Kind.WEBCAM,
                        PaneSigns.of("webcam", name, session.webcam(), cause(session, true)));
            }
            signs.put(Kind.BESIDE, beside(session));
        }
        boolean distant =
                session.printer().target() instanceof Target.Ssh
                        || session.printer().target() instanceof Target.OctoPrint;
        return new PrinterSigns(session.printer().id(), session.link(), distant, signs);
    }

    private static Sign away(SessionSnapshot session) {
        return switch (session.link()) {
            case MEASURING -> Sign.Well.seen(IncidentLimits.WELL);
            case WAITING, FAILED -> {
                Failure failure = session.failure();
                yield new Sign.Bad(
                        Severity.CRITICAL,
                        null,
                        IncidentLimits.AWAY,
                        new Sign.What(
                                "incident.away",
                                List.of(session.printer().name()),
                                failure == null ? null : failure.message(),
                                failure == null
                                        ? Statement.of("incident.away.next")
                                        : failure.nextStep()));
            }
            case CONNECTING, ENDED, RECORDED -> Sign.UNKNOWN;
        };
    }

    private static Optional<Finding> cause(SessionSnapshot session, boolean ofCamera) {
        return session.findings().stream()
                .filter(finding -> finding.supported() && finding.severity() != Severity.INFO)
                .filter(finding -> {
                    Layer layer = LAYERS.get(finding.rule());
                    return layer != null && (layer == Layer.CAMERA) == ofCamera;
                })
                .findFirst();
    }

    // While a pane is in trouble its incident names the cause: one cause, one notice.
    private static Sign beside(SessionSnapshot session) {
        Optional<Finding> found =
                session.findings().stream()
                        .filter(Finding::critical)
                        .filter(finding -> {
                            Layer layer = LAYERS.get(finding.rule());
                            return layer != null && BESIDE.contains(layer);
                        })
                        .findFirst();
        if (found.isEmpty()) {
            return Sign.Well.seen(IncidentLimits.WELL);
        }
        if (alarming(session)) {
            return Sign.UNKNOWN;
        }
        Finding finding = found.get();
        Statement next = finding.nextTest();
        return new Sign.Bad(
                Severity.CRITICAL,
                null,
                IncidentLimits.STATE,
                new Sign.What(
                        "incident.beside",
                        List.of(session.printer().name()),
                        finding.title(),
                        next == null ? Statement.of("incident.beside.next") : next));
    }

    private static boolean alarming(SessionSnapshot session) {
        return session.server().figures().state().compareTo(PaneState.WATCH) >= 0
                || (session.webcam() != null
                        && session.webcam().figures().state().compareTo(PaneState.WATCH) >= 0);
    }
}
