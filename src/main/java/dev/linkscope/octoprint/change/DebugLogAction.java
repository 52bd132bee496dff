package dev.linkscope.octoprint.change;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.port.FixAction;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.octoprint.Calls;
import dev.linkscope.support.OneLine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Switches the debug log of the Obico plugin on. OctoPrint replaces its map of levels as a whole,
 * so that it is read right before, and only the plugin's own level is another in what is written.
 */
final class DebugLogAction implements FixAction {
    static final String ID = "log.debug";

    /** The plugin's logger, as OctoPrint names it by the plugin's identifier. */
    static final String LOGGER = "octoprint.plugins.obico";

    private static final String SETUP = "/plugin/logging/setup";
    private static final String LEVELS = SETUP + "/levels";
    private static final String PLACE = "logging: " + LOGGER;
    private static final String DEBUG = "DEBUG";
    private static final String BEFORE = "before";
    private static final int MOST_LOGGERS = 5_000;
    private static final int MOST_SHOWN = 2_000;

    private final Caller caller;

    DebugLogAction(Caller caller) {
        this.caller = caller;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Preview look(Printer printer, ActionCall call, LinkQuestions questions)
            throws LinkException {
        return caller.look(
                printer, questions, "PLUGIN_LOGGING_MANAGE", access -> look(access.calls()));
    }

    private static Preview look(Calls calls) throws PrinterApiException {
        JsonNode setup;
        try {
            setup = calls.get(SETUP);
        } catch (PrinterApiException e) {
            if (e.problem() == Problem.NOT_THERE) {
                return Caller.hindered(
                        Obstacle.NOT_HERE, Statement.of("fix.octoprint.no_logging_plugin"));
            }
            throw e;
        }
        boolean known = false;
        for (JsonNode logger : setup.path("loggers")) {
            known |= logger.asString("").equals(LOGGER);
        }
        if (!known) {
            return Caller.hindered(Obstacle.NOT_HERE, Statement.of("fix.octoprint.no_obico_log"));
        }
        ObjectNode levels = checked(setup.path("levels"));
        String before = level(levels);
        if (DEBUG.equals(before)) {
            return Caller.hindered(Obstacle.ALREADY_SO);
        }
        ObjectNode undo = JsonNodeFactory.instance.objectNode().put(BEFORE, before);
        return new Preview(
                List.of(OneLine.of("PUT " + LEVELS + " " + with(levels, DEBUG), MOST_SHOWN)),
                List.of(new ValueChange(PLACE, before, DEBUG)),
                undo.toString(),
                List.of(),
                List.of(Statement.of("fix.octoprint.debug_log")));
    }

    /** A map from names to words, which can be written as it was read. */
    private static ObjectNode checked(JsonNode levels) throws PrinterApiException {
        boolean usable = levels instanceof ObjectNode && levels.size() <= MOST_LOGGERS;
        for (JsonNode level : levels) {
            usable &= level.isString() || level.isNumber();
        }
        String own = levels.path(LOGGER).asString("");
        if (!usable || !own.matches("[A-Za-z0-9]{0,20}")) {
            throw new PrinterApiException(Problem.GARBAGE);
        }
        return (ObjectNode) levels;
    }

    private static @Nullable String level(ObjectNode levels) {
        JsonNode level = levels.path(LOGGER);
        return level.isString() ? level.stringValue() : null;
    }

    private static ObjectNode with(ObjectNode levels, @Nullable String level) {
        ObjectNode merged = levels.deepCopy();
        if (level == null) {
            merged.remove(LOGGER);
        } else {
            merged.put(LOGGER, level);
        }
        return merged;
    }

    @Override
    public List<Statement> carryOut(
            Printer printer, ActionCall call, Preview shown, LinkQuestions questions)
            throws LinkException {
        String undo = shown.undo();
        if (undo != null) {
            String before = before(undo);
            caller.call(
                    printer,
                    questions,
                    access -> {
                        write(printer, access.calls(), before, DEBUG);
                        return true;
                    });
        }
        return List.of();
    }

    @Override
    public void undo(Printer printer, ActionCall call, String undo, LinkQuestions questions)
            throws LinkException {
        String before = before(undo);
        caller.call(
                printer,
                questions,
                access -> {
                    write(printer, access.calls(), DEBUG, before);
                    return true;
                });
    }

    /** Changes the level from one to another; other loggers keep what they have by now. */
    private static void write(
            Printer printer, Calls calls, @Nullable String from, @Nullable String to)
            throws LinkException, PrinterApiException {
        ObjectNode levels = checked(calls.get(LEVELS));
        String now = level(levels);
        if (Objects.equals(now, to)) {
            return;
        }
        if (!Objects.equals(now, from)) {
            throw Caller.failure(
                    FailureCode.FIX_CHANGED_MEANWHILE, printer.name(), PLACE + " = " + now + ".");
        }
        Caller.send(
                printer,
                "PUT " + LEVELS,
                () -> {
                    JsonNode _ = calls.put(LEVELS, with(levels, to));
                });
        String after = level(checked(calls.get(LEVELS)));
        if (!Objects.equals(after, to)) {
            throw Caller.failure(
                    FailureCode.FIX_FAILED, printer.name(), "PUT " + LEVELS + ": " + after);
        }
    }

    @Override
    public Standing standing(Printer printer, ActionCall call, String undo, LinkQuestions questions)
            throws LinkException {
        String level =
                caller.call(
                        printer,
                        questions,
                        access -> String.valueOf(level(checked(access.calls().get(LEVELS)))));
        return level.equals(DEBUG) ? Standing.IN_PLACE : Standing.NOT_IN_PLACE;
    }

    private static @Nullable String before(String undo) {
        try {
            JsonNode before = new JsonMapper().readTree(undo).path(BEFORE);
            return before.isString() ? before.stringValue() : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
