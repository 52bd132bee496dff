package dev.linkscope.ui.printer.tabs;

import dev.linkscope.domain.diagnosis.Finding;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.farm.FarmView;
import dev.linkscope.ui.common.Tone;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a tab says of itself before it is opened.
 *
 * @param count how much is wrong; 0 for nothing to say
 * @param spoken the same in words; empty for nothing to say
 * @param tone how bad that is
 */
record TabBadge(int count, String spoken, Tone tone) {
    /** Nothing to say. */
    static final TabBadge NONE = new TabBadge(0, "", Tone.NEUTRAL);

    /** The badge of a tab; cheap. */
    static TabBadge of(TabKind kind, SessionSnapshot snapshot, FarmView view, Wording wording) {
        return switch (kind) {
            case BREAKS -> breaks(snapshot, wording);
            case LINK -> causes(snapshot.findings(), Causes::ofLink, wording);
            case POWER -> causes(snapshot.findings(), Causes::ofHost, wording);
            case FARM -> farm(snapshot, view, wording);
            case PLUGIN, OUTCOMES, HISTORY -> NONE;
        };
    }

    private static TabBadge breaks(SessionSnapshot snapshot, Wording wording) {
        long down = snapshot.chain().stream().filter(link -> link.health() == Health.DOWN).count();
        long breaks =
                snapshot.chain().stream().filter(link -> link.health() == Health.BREAKS).count();
        return of(
                (int) (down + breaks),
                "tabs.badge.breaks",
                down > 0 ? Tone.BAD : Tone.WATCH,
                wording);
    }

    private static TabBadge causes(
            List<Finding> findings, Predicate<String> about, Wording wording) {
        List<Finding> causes =
                findings.stream()
                        .filter(one -> one.supported() && one.severity() != Severity.INFO)
                        .filter(one -> about.test(one.rule()))
                        .toList();
        return of(
                causes.size(),
                "tabs.badge.causes",
                causes.stream().anyMatch(Finding::critical) ? Tone.BAD : Tone.WATCH,
                wording);
    }

    private static TabBadge farm(SessionSnapshot snapshot, FarmView view, Wording wording) {
        long shared =
                view.shared().stream()
                        .filter(one -> one.members().contains(snapshot.printer().id()))
                        .count();
        return of((int) shared, "tabs.badge.farm", Tone.WATCH, wording);
    }

    /** Changes that were broken off and wait for somebody to decide. */
    static TabBadge brokenOff(int count, Wording wording) {
        return of(count, "tabs.badge.history", Tone.BAD, wording);
    }

    private static TabBadge of(int count, String key, Tone tone, Wording wording) {
        return count == 0 ? NONE : new TabBadge(count, wording.text(key, count), tone);
    }
}
