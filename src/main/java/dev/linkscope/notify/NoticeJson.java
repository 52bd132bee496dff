package dev.linkscope.notify;

import dev.linkscope.domain.diagnosis.Severity;
import dev.linkscope.domain.incident.Incident;
import dev.linkscope.engine.port.Notifier.Change;
import dev.linkscope.engine.port.Notifier.Notice;
import dev.linkscope.support.OneLine;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A notice as JSON: what ntfy takes (docs.ntfy.sh/publish, "Publish as JSON"), and beside it our
 * own object {@code linkscope} (src/docs/notifications.md). At most 4 KiB of text, as ntfy makes a
 * file of what is longer.
 */
final class NoticeJson {
    /** Version of the object {@code linkscope}. */
    static final int VERSION = 1;

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 1_200;
    private static final int MOST_PRINTERS = 50;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** ntfy's priorities: 1 to 5, 3 is its usual one. */
    private static final int LOW = 2;

    private static final int USUAL = 3;
    private static final int HIGH = 4;

    private NoticeJson() {}

    /**
     * The notice.
     *
     * @param topic ntfy's topic; null if it goes elsewhere
     */
    static byte[] of(Notice notice, @Nullable String topic) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (topic != null) {
            json.put("topic", topic);
        }
        json.put("title", OneLine.of(notice.title(), LONGEST_TITLE));
        json.put("message", OneLine.of(notice.text(), LONGEST_TEXT));
        json.put("priority", priority(notice));
        json.putArray("tags").add(tag(notice));
        ObjectNode own = json.putObject("linkscope");
        own.put("schemaVersion", VERSION);
        own.put("event", event(notice.change()));
        own.put("at", notice.at().toString());
        put(own.putObject("incident"), notice.incident());
        return MAPPER.writeValueAsBytes(json);
    }

    /** Name of what happened. */
    static String event(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    private static int priority(Notice notice) {
        if (notice.change() == Change.RECOVERED) {
            return LOW;
        }
        return notice.incident().severity() == Severity.CRITICAL ? HIGH : USUAL;
    }

    /** Names of ntfy's emoji. */
    private static String tag(Notice notice) {
        if (notice.change() == Change.RECOVERED) {
            return "white_check_mark";
        }
        return notice.incident().severity() == Severity.CRITICAL ? "rotating_light" : "warning";
    }

    private static void put(ObjectNode json, Incident incident) {
        Instant ended = incident.ended();
        json.put("id", incident.id());
        json.put("kind", incident.kind().name().toLowerCase(Locale.ROOT));
        json.put("severity", incident.severity().name().toLowerCase(Locale.ROOT));
        json.put("began", incident.began().toString());
        json.put("ended", ended == null ? null : ended.toString());
        json.put("times", incident.times());
        json.put("acknowledged", incident.acknowledgedAt() != null);
        json.put("printerCount", incident.printers().size());
        ArrayNode printers = json.putArray("printers");
        incident.printers().stream()
                .limit(MOST_PRINTERS)
                .forEach(printer -> printers.add(printer.toString()));
    }
}
