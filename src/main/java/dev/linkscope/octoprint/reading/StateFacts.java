package dev.linkscope.octoprint.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the printer does, as a code: OctoPrint's own words may end with the text of an error. A
 * print that is paused or ends is one under way; nothing may be restarted then.
 */
final class StateFacts {
    private static final Set<String> BUSY =
            Set.of(
                    "printing",
                    "starting",
                    "pausing",
                    "paused",
                    "resuming",
                    "cancelling",
                    "finishing",
                    "transferring");

    /** Beginnings of OctoPrint's words, in lower case; the first that fits counts. */
    private static final List<Map.Entry<String, String>> WORDS =
            List.of(
                    Map.entry("offline", "offline"),
                    Map.entry("closed", "offline"),
                    Map.entry("opening", "connecting"),
                    Map.entry("detecting", "connecting"),
                    Map.entry("connecting", "connecting"),
                    Map.entry("operational", "operational"),
                    Map.entry("sending file", "transferring"),
                    Map.entry("transferring", "transferring"),
                    Map.entry("starting to send", "transferring"),
                    Map.entry("starting", "starting"),
                    Map.entry("printing", "printing"),
                    Map.entry("cancelling", "cancelling"),
                    Map.entry("pausing", "pausing"),
                    Map.entry("paused", "paused"),
                    Map.entry("resuming", "resuming"),
                    Map.entry("finishing", "finishing"),
                    Map.entry("error", "error"));

    private StateFacts() {}

    static void of(JsonNode state, FactSheet sheet) {
        if (!state.isString()) {
            sheet.notTold("octoprint.printer_state");
            sheet.notTold("octoprint.printing");
            return;
        }
        String code = code(state.stringValue());
        sheet.known("octoprint.printer_state", code);
        if (code.equals("other")) {
            sheet.notChecked("octoprint.printing", "a state of the printer that is not known here");
        } else {
            sheet.known("octoprint.printing", BUSY.contains(code));
        }
    }

    private static String code(String words) {
        String lower = words.strip().toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(word -> lower.startsWith(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
    }
}
