package dev.linkscope.plans;

import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.domain.fix.Plan;
import dev.linkscope.domain.fix.PlanStep;
import dev.linkscope.engine.port.FixPlans;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The plans that come with the program, read once.
 *
 * <p>A cause that ends with {@code .*} is that of a symptom: a pane that fails in a way that no
 * rule explains. Of several that fit, the longest counts.
 */
public final class PlanBook implements FixPlans {
    private static final String ANY = ".*";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final List<Plan> plans;
    private final Map<String, Drawing> drawings;
    private final Map<String, Plan> byCause = new HashMap<>();
    private final Map<String, Plan> byId = new HashMap<>();

    /**
     * The book.
     *
     * @throws BrokenBookException if the program was built with a wrong one
     */
    public PlanBook() {
        this(
                PlanBook.class.getResourceAsStream("plans.json"),
                PlanBook.class.getResourceAsStream("drawings.json"));
    }

    /** A book of these files, which are closed. */
    PlanBook(@Nullable InputStream plans, @Nullable InputStream drawings) {
        this.plans = PlansJson.read(read("plans.json", plans));
        this.drawings = DrawingsJson.read(read("drawings.json", drawings));
        for (Plan plan : this.plans) {
            byId.put(plan.id(), plan);
            plan.causes().forEach(cause -> byCause.put(cause, plan));
            plan.steps().forEach(this::checkDrawing);
        }
    }

    private void checkDrawing(PlanStep step) {
        String drawing = step.drawing();
        if (drawing != null && !drawings.containsKey(drawing)) {
            throw new BrokenBookException(step.id(), "there is no drawing " + drawing);
        }
    }

    private static Entry read(String name, @Nullable InputStream file) {
        if (file == null) {
            throw new BrokenBookException(name, "it is missing");
        }
        try (file) {
            return Entry.of(name, MAPPER.readTree(file));
        } catch (IOException | JacksonException e) {
            throw new BrokenBookException(name, e);
        }
    }

    @Override
    public List<Plan> all() {
        return plans;
    }

    @Override
    public Optional<Plan> forCause(String rule) {
        Plan plan = byCause.get(rule);
        int dot = rule.lastIndexOf('.');
        while (plan == null && dot > 0) {
            plan = byCause.get(rule.substring(0, dot) + ANY);
            dot = rule.lastIndexOf('.', dot - 1);
        }
        return Optional.ofNullable(plan);
    }

    @Override
    public Optional<Plan> plan(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Drawing> drawing(String name) {
        return Optional.ofNullable(drawings.get(name));
    }
}
