package dev.linkscope.ui.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.domain.fix.StepKind;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.engine.port.FixPlans;
import dev.linkscope.plans.PlanBook;
import dev.linkscope.ui.FixWindow;
import dev.linkscope.ui.FxToolkit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every plan can be gone through from its button to its last step without a mouse. */
@ExtendWith(FxToolkit.class)
@Timeout(120)
class EachPlanByKeyboardTest {
    private static final FixPlans PLANS = new PlanBook();

    private final FixWindow window = new FixWindow(PLANS);

    /** One of each shape: for the wizard, plans differ in the kinds of steps that occur in them. */
    static Collection<String> shapes() {
        var first = new LinkedHashMap<Set<?>, String>();
        PLANS.all().forEach(plan -> first.putIfAbsent(shape(plan), plan.id()));
        return first.values();
    }

    private static Set<?> shape(Plan plan) {
        return plan.steps().stream()
                .map(step -> List.of(step.kind(), step.watched(), step.idle()))
                .collect(Collectors.toSet());
    }

    static List<String> others() {
        var plans = new ArrayList<>(PLANS.all().stream().map(Plan::id).toList());
        plans.removeAll(shapes());
        return plans;
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void eachShapeGoesFromItsButtonToItsLastStepByKeys(String id) throws Exception {
        walk(id);
    }

    @Tag("looks")
    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void allOthersDoToo(String id) throws Exception {
        walk(id);
    }

    private void walk(String id) throws Exception {
        Plan plan = PLANS.plan(id).orElseThrow();
        window.open(plan.causes().getFirst());
        String group = window.fixIt();
        for (PlanStep step : plan.steps()) {
            FixWindow.await().until(() -> window.view().step().id().equals(step.id()));
            perform(group, step);
        }
        assertThat(window.view().step()).isEqualTo(plan.steps().getLast());
        window.type(KeyCode.ESCAPE);
        FixWindow.await().until(() -> !window.shown("#fix-wizard"));
    }

    private void perform(String group, PlanStep step) throws Exception {
        switch (step.kind()) {
            case HUMAN -> window.awaitFocus("fix-export");
            case BY_HAND, WATCH -> {
                if (step.kind() == StepKind.BY_HAND && step.watched()) {
                    window.awaitFocus("fix-done");
                    window.enter();
                    goOn(group);
                } else {
                    window.awaitFocus("fix-next");
                    window.enter();
                }
            }
            case ON_THE_PI, IN_OCTOPRINT -> {
                window.awaitFocus("fix-look");
                window.enter();
                FixWindow.await().until(() -> window.shown("#fix-look-pane"));
                if (step.idle()) {
                    window.awaitFocus("fix-nothing-prints");
                    window.type(KeyCode.SPACE);
                }
                window.tabTo("fix-carry-out");
                window.enter();
                if (step.watched()) {
                    goOn(group);
                } else {
                    next();
                }
            }
        }
    }

    /** It did not help, so the next step follows. */
    private void goOn(String group) {
        window.awaitFocus("fix-close");
        window.awaitText("Not yet known");
        window.desk.stand(group, TrialState.NOT_FIXED);
        window.awaitFocus("fix-next");
        window.enter();
    }

    private void next() {
        FixWindow.await().until(() -> !window.shown("#fix-look-pane"));
        window.type(KeyCode.ALT, KeyCode.RIGHT);
    }
}
