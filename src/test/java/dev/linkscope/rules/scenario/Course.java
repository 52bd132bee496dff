package dev.linkscope.rules.scenario;

import dev.linkscope.domain.probe.Phase;
import dev.linkscope.domain.probe.SlotState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a probe, slot by slot, from a short text: {@code ok}, {@code again} for what went
 * well on another try, {@code PHASE.CLASS} for a failure, {@code skip.CLASS} for a slot that was
 * not measured, {@code -} for a slot in which no attempt was made; each with {@code *N} for N
 * times, groups in parentheses: {@code (ok*28 dns.timeout*2)*10}.
 */
final class Course {
    private final String text;
    private int at;

    private Course(String text) {
        this.text = text;
    }

    /**
     * One slot.
     *
     * @param state null if no attempt was made
     * @param phase of a failure
     * @param errorClass of a failure or a reason
     * @param again whether it went well on another try only
     */
    record Step(
            @Nullable SlotState state,
            @Nullable Phase phase,
            @Nullable String errorClass,
            boolean again) {
        Step(@Nullable SlotState state, @Nullable Phase phase, @Nullable String errorClass) {
            this(state, phase, errorClass, false);
        }
    }

    /** The slots of a course. */
    static List<Step> of(String text) {
        var course = new Course(text);
        List<Step> steps = course.sequence();
        if (course.at < text.length()) {
            throw new IllegalArgumentException("unexpected at " + course.at + ": " + text);
        }
        return steps;
    }

    private List<Step> sequence() {
        var steps = new ArrayList<Step>();
        while (true) {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at == text.length() || text.charAt(at) == ')') {
                return steps;
            }
            List<Step> item = item();
            int times = times();
            for (int i = 0; i < times; i++) {
                steps.addAll(item);
            }
        }
    }

    private List<Step> item() {
        if (text.charAt(at) == '(') {
            at++;
            List<Step> inner = sequence();
            at++;
            return inner;
        }
        int from = at;
        while (at < text.length() && " *()".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return List.of(step(text.substring(from, at)));
    }

    private int times() {
        if (at == text.length() || text.charAt(at) != '*') {
            return 1;
        }
        int from = ++at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return Integer.parseInt(text.substring(from, at));
    }

    private static Step step(String word) {
        int dot = word.indexOf('.');
        String first = dot < 0 ? word : word.substring(0, dot);
        String rest = dot < 0 ? null : word.substring(dot + 1);
        return switch (first) {
            case "ok" -> new Step(SlotState.OK, null, null);
            case "again" -> new Step(SlotState.OK, null, null, true);
            case "-" -> new Step(null, null, null);
            case "skip" -> new Step(SlotState.NOT_MEASURED, null, rest);
            default -> new Step(SlotState.FAILED, Phase.ofWireName(first).orElseThrow(), rest);
        };
    }
}
