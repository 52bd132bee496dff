package dev.linkscope.octoprint.change;

import dev.linkscope.domain.fix.ValueChange;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.engine.port.FixAction.Standing;
import dev.linkscope.octoprint.change.CameraPlace.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Other addresses for the camera.
 *
 * @param place where they are
 * @param values what is changed, and nothing else
 */
record AddressChange(CameraPlace place, Map<Role, Pair> values) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String KEPT = "kept";
    private static final String WEBCAM = "webcam";

    /**
     * An address.
     *
     * @param before null if there was none
     * @param after what it is to be
     */
    record Pair(@Nullable String before, String after) {
        @Override
        public String toString() {
            return "Pair";
        }
    }

    AddressChange {
        values = Map.copyOf(values);
    }

    /** For people. */
    List<ValueChange> shown() {
        var shown = new ArrayList<ValueChange>();
        for (Role role : Role.values()) {
            Pair pair = values.get(role);
            if (pair != null) {
                shown.add(
                        new ValueChange(
                                place.name(role),
                                Shown.orNone(pair.before()),
                                Shown.address(pair.after())));
            }
        }
        return shown;
    }

    /** What is sent for it, for people. */
    String command() {
        var open = new EnumMap<Role, @Nullable String>(Role.class);
        values.forEach((role, pair) -> open.put(role, Shown.address(pair.after())));
        return "POST /api/settings " + place.request(open);
    }

    /** Whether nothing of it is secret. */
    boolean isOpen() {
        return values.values().stream()
                .allMatch(pair -> Shown.isOpen(pair.before()) && Shown.isOpen(pair.after()));
    }

    /** What is needed to undo it: itself, or where it is kept if any of it is secret. */
    String undo(PrinterId printer, KeptTexts kept) {
        String text = text();
        return isOpen()
                ? text
                : JsonNodeFactory.instance
                        .objectNode()
                        .put(KEPT, kept.remember(printer, WEBCAM, text))
                        .toString();
    }

    private String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("place", place.name());
        values.forEach((role, pair) ->
                root.putObject(role.name())
                        .put("before", pair.before())
                        .put("after", pair.after()));
        return root.toString();
    }

    /** Keeps what is secret of it for good. */
    static void keep(String undo, KeptTexts kept) {
        String name = parse(undo).path(KEPT).asString("");
        if (!name.isEmpty()) {
            kept.keep(name);
        }
    }

    /** The change that this undoes; empty if what was secret of it is gone. */
    static Optional<AddressChange> of(String undo, KeptTexts kept) {
        JsonNode root = parse(undo);
        if (root.path(KEPT).isString()) {
            return kept.find(root.path(KEPT).stringValue()).flatMap(text -> read(parse(text)));
        }
        return read(root);
    }

    private static Optional<AddressChange> read(JsonNode root) {
        var values = new EnumMap<Role, Pair>(Role.class);
        for (Role role : Role.values()) {
            JsonNode pair = root.path(role.name());
            if (pair.path("after").isString()) {
                JsonNode before = pair.path("before");
                values.put(
                        role,
                        new Pair(
                                before.isString() ? before.stringValue() : null,
                                pair.path("after").stringValue()));
            }
        }
        for (CameraPlace place : CameraPlace.values()) {
            if (place.name().equals(root.path("place").asString(""))) {
                return Optional.of(new AddressChange(place, values));
            }
        }
        return Optional.empty();
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            // Its message quotes the text.
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /** The first setting that is neither as before nor as after it; empty if there is none. */
    Optional<Role> foreign(JsonNode settings) {
        return values.keySet().stream()
                .filter(role -> !isBefore(settings, role) && !isAfter(settings, role))
                .findFirst();
    }

    /** What of it is in place. */
    Standing standing(JsonNode settings) {
        long in = values.keySet().stream().filter(role -> isAfter(settings, role)).count();
        if (in == values.size()) {
            return Standing.IN_PLACE;
        }
        return in == 0 ? Standing.NOT_IN_PLACE : Standing.IN_PART;
    }

    /** Settings that still have to be written, with their values. */
    Map<Role, @Nullable String> missing(JsonNode settings, boolean undo) {
        var missing = new EnumMap<Role, @Nullable String>(Role.class);
        values.forEach((role, pair) -> {
            boolean so = undo ? isBefore(settings, role) : isAfter(settings, role);
            if (!so) {
                missing.put(role, undo ? pair.before() : pair.after());
            }
        });
        return missing;
    }

    private boolean isBefore(JsonNode settings, Role role) {
        return Objects.equals(place.value(settings, role), pair(role).before());
    }

    private boolean isAfter(JsonNode settings, Role role) {
        return Objects.equals(place.value(settings, role), pair(role).after());
    }

    private Pair pair(Role role) {
        return Objects.requireNonNull(values.get(role));
    }

    /** Without addresses, which may be secret. */
    @Override
    public String toString() {
        return "AddressChange" + shown();
    }
}
