package dev.linkscope.agent;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.probe.ClockReading;
import dev.linkscope.domain.probe.Outcome;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.AgentFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of an agent, as far as a file tells of it, seen by one pane. */
final class Recording {
    private final String bootId;
    private final ProbeKind kind;
    private final String pane;
    private final Map<Long, Stretch> byFirst = new LinkedHashMap<>();
    private final List<Outcome> loose = new ArrayList<>();
    private @Nullable String target;
    private @Nullable Stretch current;
    private @Nullable ClockReading clock;
    private boolean lost;

    Recording(String bootId, ProbeKind kind, String pane) {
        this.bootId = bootId;
        this.kind = kind;
        this.pane = pane;
    }

    /** Takes over what concerns the pane. */
    void take(AgentFrame frame) {
        switch (frame) {
            case AgentFrame.Hello hello -> clock = hello.clock();
            case AgentFrame.Heartbeat beat -> clock = beat.clock();
            case AgentFrame.Subscribed subscribed -> subscribed.probes().forEach(this::begin);
            case AgentFrame.Observed observed -> add(observed.outcome());
            case AgentFrame.Lost _ -> lost = true;
            case AgentFrame.FactSeen _,
                    AgentFrame.LeftOut _,
                    AgentFrame.Refused _,
                    AgentFrame.Bye _,
                    AgentFrame.Unreadable _ -> {}
        }
    }

    String bootId() {
        return bootId;
    }

    /** The newest reading of both clocks: a late synchronisation re-dates all of the run. */
    @Nullable ClockReading clock() {
        return clock;
    }

    /** Why a slot between others has no outcome. */
    NotMeasured missing() {
        return lost ? NotMeasured.AGENT_LOST : NotMeasured.NOT_ASKED;
    }

    /** Its stretches that hold an outcome. */
    List<Stretch> stretches(Duration cadence) {
        List<Stretch> all = new ArrayList<>(byFirst.values());
        if (!loose.isEmpty()) {
            all.add(Stretch.guessed(loose, cadence));
        }
        all.removeIf(Stretch::isEmpty);
        return all;
    }

    private void begin(AgentFrame.Schedule schedule) {
        if (mine(schedule.kind(), schedule.target())) {
            current =
                    byFirst.computeIfAbsent(
                            schedule.firstMillis(),
                            first -> new Stretch(first, schedule.cadence()));
        }
    }

    private void add(Outcome outcome) {
        if (!mine(outcome.kind(), outcome.target())) {
            return;
        }
        if (current == null) {
            loose.add(outcome);
        } else {
            current.add(outcome);
        }
    }

    /** The target named like the pane, or else the first of its kind. */
    private boolean mine(ProbeKind itsKind, String itsTarget) {
        if (itsKind != kind) {
            return false;
        }
        if (target == null || itsTarget.equals(pane)) {
            target = itsTarget;
        }
        return itsTarget.equals(target);
    }
}
