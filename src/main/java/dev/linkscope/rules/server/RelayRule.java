package dev.linkscope.rules.server;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.domain.probe.ProbeTally;
import dev.linkscope.rules.Clues;
import dev.linkscope.rules.PrinterCase;
import dev.linkscope.rules.Rule;
import dev.linkscope.rules.Threshold;
import java.util.Optional;

/** Video finds no way to the viewer, neither directly nor by the relay; all else works. */
final class RelayRule implements Rule {
    private static final Threshold MOSTLY =
            new Threshold(0.5, "", "RFC 8445 §14: a check is sent again; half lost is no accident");

    /** One answer that is missing may be a lost datagram. */
    private static final int LOOKS = 2;

    @Override
    public String id() {
        return "streaming.relay";
    }

    @Override
    public Layer layer() {
        return Layer.PLUGIN;
    }

    @Override
    public Finding judge(PrinterCase printer) {
        var clues = new Clues(this);
        Optional<JointCounts> direct = whileServerWorked(printer, ProbeKind.STUN);
        Optional<JointCounts> relay = whileServerWorked(printer, ProbeKind.TURN);
        boolean noWay = direct.filter(RelayRule::fails).isPresent();
        boolean noRelay = relay.filter(RelayRule::fails).isPresent();
        if (noWay && noRelay) {
            clues.strong("stun", text("clue.relay.no_direct", direct.get()));
            clues.weak("turn", text("clue.relay.no_relay", relay.get()));
        } else if (noWay) {
            clues.weak("stun", text("clue.relay.no_direct", direct.get()));
            relay.ifPresent(counts -> clues.weakAgainst(text("clue.relay.relay_works", counts)));
        } else if (noRelay) {
            clues.weak("turn", text("clue.relay.no_relay", relay.get()));
            direct.ifPresent(counts -> clues.weakAgainst(text("clue.relay.direct_works", counts)));
        }
        if (direct.isEmpty() || relay.isEmpty()) {
            clues.missing();
        }
        return clues.conclude(Severity.WATCH);
    }

    private static Statement text(String key, JointCounts counts) {
        return Statement.of(key, counts.failed(), counts.measured());
    }

    private static boolean fails(JointCounts counts) {
        return counts.share() > MOSTLY.value();
    }

    /** Only while the server answered it is about video; else the whole way was down. */
    private static Optional<JointCounts> whileServerWorked(PrinterCase printer, ProbeKind kind) {
        return printer.probe(kind)
                .map((ProbeTally tally) -> tally.beside().serverOk())
                .filter(counts -> counts.measured() >= LOOKS);
    }
}
