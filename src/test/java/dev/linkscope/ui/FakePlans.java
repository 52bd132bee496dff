package dev.linkscope.ui;

import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.StepKind;
import dev.linkscope.engine.port.FixPlans;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans with a step of each kind. */
public final class FakePlans {
    /** Cause of the plan with an experiment. */
    public static final String WIFI = "wifi.weak";

    /** Cause of the plan for the webcam. */
    public static final String WEBCAM = "webcam.url";

    private static final List<String> SOURCES = List.of("a source");

    /** Weak Wi-Fi: by hand, an experiment with the power off, a command on the Pi, a human. */
    public static final Plan WEAK_WIFI =
            new Plan(
                    "fake-wifi",
                    List.of(WIFI),
                    FixPane.SERVER,
                    List.of(
                            step("fake-confirm", StepKind.BY_HAND, false, null),
                            new PlanStep(
                                    "fake-near",
                                    StepKind.BY_HAND,
                                    true,
                                    true,
                                    true,
                                    true,
                                    null,
                                    "pi-near-router",
                                    SOURCES),
                            step("fake-cable", StepKind.BY_HAND, true, null),
                            step("fake-power", StepKind.ON_THE_PI, true, "wifi-power-save-off"),
                            step("fake-human", StepKind.HUMAN, false, null)));

    /** A webcam address: OctoPrint's settings, watching, a human. */
    public static final Plan WEBCAM_URL =
            new Plan(
                    "fake-webcam",
                    List.of(WEBCAM),
                    FixPane.WEBCAM,
                    List.of(
                            step("fake-url", StepKind.IN_OCTOPRINT, true, "snapshot-url"),
                            step("fake-watch", StepKind.WATCH, false, null),
                            step("fake-human", StepKind.HUMAN, false, null)));

    /** All of them. */
    public static final FixPlans ALL = () -> List.of(WEAK_WIFI, WEBCAM_URL);

    private FakePlans() {}

    private static PlanStep step(
            String id, StepKind kind, boolean watched, @Nullable String action) {
        return new PlanStep(
                id,
                kind,
                false,
                action != null,
                false,
                watched,
                action == null ? null : new ActionCall(action, Map.of()),
                null,
                SOURCES);
    }
}
