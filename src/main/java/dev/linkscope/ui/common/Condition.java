package dev.linkscope.ui.common;

import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.engine.LinkState;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.engine.port.Alerts.Attention;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What the window says of a printer or a pane in one word: its state, or why there is none. */
public enum Condition {
    HEALTHY(Tone.GOOD),
    CLEAN_SO_FAR(Tone.GOOD),
    WATCH(Tone.WATCH),
    TAKE_ACTION(Tone.BAD),
    NO_CONNECTION(Tone.BAD),
    NO_DATA(Tone.NEUTRAL),
    CONNECTING(Tone.NEUTRAL),
    WAITING(Tone.NEUTRAL),
    FAILED(Tone.BAD),
    ENDED(Tone.NEUTRAL),
    PLANNED_OFF(Tone.NEUTRAL);

    private final Tone tone;

    Condition(Tone tone) {
        this.tone = tone;
    }

    /** The condition of a printer. What stands between it and us comes before what was measured. */
    public static Condition of(SessionSnapshot snapshot) {
        boolean nothingYet = snapshot.worst() == PaneState.NO_DATA;
        return switch (snapshot.link()) {
            case MEASURING -> of(snapshot.worst());
            case CONNECTING -> nothingYet ? CONNECTING : of(snapshot.worst());
            case WAITING -> WAITING;
            case FAILED -> FAILED;
            case ENDED -> nothingYet ? ENDED : of(snapshot.worst());
            case RECORDED ->
                    nothingYet && snapshot.failure() != null ? FAILED : of(snapshot.worst());
        };
    }

    /** The same, where a printer that was switched off on purpose is off and nothing else. */
    public static Condition of(SessionSnapshot snapshot, Attention attention) {
        return attention.plannedOff() && snapshot.link() != LinkState.MEASURING
                ? PLANNED_OFF
                : of(snapshot);
    }

    /** The condition of a pane. */
    public static Condition of(PaneState state) {
        return switch (state) {
            case NO_DATA -> NO_DATA;
            case CLEAN_SO_FAR -> CLEAN_SO_FAR;
            case HEALTHY -> HEALTHY;
            case WATCH -> WATCH;
            case TAKE_ACTION -> TAKE_ACTION;
            case NO_CONNECTION -> NO_CONNECTION;
        };
    }

    /** Its colour. */
    public Tone tone() {
        return tone;
    }

    /** Its sign, readable without colour. */
    public Ikon icon() {
        return switch (this) {
            case HEALTHY -> MaterialDesignC.CHECK_CIRCLE;
            case CLEAN_SO_FAR -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case WATCH -> MaterialDesignA.ALERT;
            case TAKE_ACTION -> MaterialDesignA.ALERT_OCTAGON;
            case NO_CONNECTION -> MaterialDesignC.CLOSE_OCTAGON;
            case NO_DATA -> MaterialDesignT.TIMER_SAND;
            case CONNECTING -> MaterialDesignS.SYNC;
            case WAITING -> MaterialDesignC.CLOCK_OUTLINE;
            case FAILED -> MaterialDesignL.LAN_DISCONNECT;
            case ENDED -> MaterialDesignS.STOP_CIRCLE_OUTLINE;
            case PLANNED_OFF -> MaterialDesignP.POWER_SLEEP;
        };
    }

    /** Key of its word. */
    public String key() {
        return "state." + name();
    }

    /** Whether somebody has to do something. */
    public boolean needsAction() {
        return tone == Tone.BAD;
    }
}
