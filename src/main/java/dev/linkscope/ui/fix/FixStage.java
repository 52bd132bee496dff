package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.engine.fix.FixView;
import dev.linkscope.ui.common.Tone;
import java.util.Objects;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** How a step of the wizard stands. Of several printers, what is furthest from its end counts. */
enum FixStage {
    PAUSED,
    ENDED,
    /** Nothing was changed at this step yet. */
    BEFORE,
    AWAY,
    WATCHING,
    UNDONE,
    BETTER,
    TAKEN_BACK,
    NOT_FIXED,
    GIVEN_UP,
    STAYED_AWAY,
    CONFIRMED,
    HELD;

    /** How the step of this view stands. */
    static FixStage of(FixView view) {
        return switch (view.state()) {
            case PAUSED -> PAUSED;
            case ENDED -> ENDED;
            case OPEN -> ofTrials(view);
        };
    }

    private static FixStage ofTrials(FixView view) {
        return view.members().stream()
                .map(FixView.Member::trial)
                .filter(Objects::nonNull)
                .map(FixStage::of)
                .min(FixStage::compareTo)
                .orElse(BEFORE);
    }

    /** The stage of one change; without power as well while it is cut to undo it. */
    static FixStage of(Trial trial) {
        boolean cut = !trial.away().isEmpty() && trial.away().getLast().length().isZero();
        return cut ? AWAY : of(trial.state());
    }

    /** The stage of one change. */
    static FixStage of(TrialState state) {
        return switch (state) {
            case AWAY -> AWAY;
            case WATCHING -> WATCHING;
            case BETTER -> BETTER;
            case HELD -> HELD;
            case TAKEN_BACK -> TAKEN_BACK;
            case NOT_FIXED -> NOT_FIXED;
            case GIVEN_UP -> GIVEN_UP;
            case UNDONE -> UNDONE;
            case CONFIRMED -> CONFIRMED;
            case STAYED_AWAY -> STAYED_AWAY;
        };
    }

    /** Whether it is known what came of the change. */
    boolean decided() {
        return compareTo(BETTER) >= 0;
    }

    /** Whether a change is waited for or watched, so that a second one would blur it. */
    static boolean occupied(TrialState state) {
        return state == TrialState.AWAY
                || state == TrialState.WATCHING
                || state == TrialState.UNDONE;
    }

    /** Key of its word, such as <em>not yet known</em>. */
    String key() {
        return "fixwizard.stage." + name();
    }

    /** Key of what to do next. */
    String nextKey() {
        return "fixwizard.stage." + name() + ".next";
    }

    /** Its colour. */
    Tone tone() {
        return switch (this) {
            case BETTER, HELD, CONFIRMED -> Tone.GOOD;
            case TAKEN_BACK, STAYED_AWAY -> Tone.WATCH;
            case NOT_FIXED -> Tone.BAD;
            case PAUSED, ENDED, BEFORE, AWAY, WATCHING, UNDONE, GIVEN_UP -> Tone.NEUTRAL;
        };
    }

    /** Its sign, readable without colour. */
    Ikon icon() {
        return switch (this) {
            case PAUSED -> MaterialDesignP.PAUSE_CIRCLE_OUTLINE;
            case ENDED -> MaterialDesignS.STOP_CIRCLE_OUTLINE;
            case BEFORE -> MaterialDesignC.CIRCLE_OUTLINE;
            case AWAY -> MaterialDesignP.POWER_PLUG_OFF_OUTLINE;
            case WATCHING, UNDONE -> MaterialDesignE.EYE_OUTLINE;
            case BETTER -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case HELD, CONFIRMED -> MaterialDesignC.CHECK_CIRCLE;
            case TAKEN_BACK, STAYED_AWAY -> MaterialDesignA.ALERT;
            case NOT_FIXED, GIVEN_UP -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
        };
    }
}
