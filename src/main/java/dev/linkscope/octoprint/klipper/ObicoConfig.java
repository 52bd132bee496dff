package dev.linkscope.octoprint.klipper;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterApi.Camera;
import dev.linkscope.octoprint.reading.FactSheet;
import dev.linkscope.octoprint.reading.ReadingFacts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code moonraker-obico.cfg}, in the syntax of Python's configparser. The token is only looked at
 * for being there and is not kept.
 *
 * @param facts by the keys of the Obico plugin
 * @param cameras those with addresses of their own
 * @param endpoint the server; null if there is none that can be asked
 */
public record ObicoConfig(List<Fact> facts, List<Camera> cameras, @Nullable TargetUrl endpoint) {
    private static final int MOST_CHARACTERS = 262_144;
    private static final int MOST_CAMERAS = 32;
    private static final Pattern SECTION = Pattern.compile("\\[([^\\]]{1,200})\\].*");
    private static final Pattern OPTION =
            Pattern.compile("([^\\s:=#;][^:=]{0,80}?)\\s*[:=]\\s*(.*)");

    public ObicoConfig {
        facts = List.copyOf(facts);
        cameras = List.copyOf(cameras);
    }

    /** Reads a file, at most 256 kB of it; what is no option is passed over. */
    public static ObicoConfig parse(Reader file) throws IOException {
        Map<String, Map<String, String>> sections = sections(file);
        Map<String, String> server = sections.getOrDefault("server", Map.of());
        ObjectNode settings = asOctoPrint(server);
        var cameras = new ArrayList<Camera>();
        String streamingOff = null;
        for (Map.Entry<String, Map<String, String>> section : sections.entrySet()) {
            if (isCamera(section.getKey()) && cameras.size() < MOST_CAMERAS) {
                Map<String, String> options = section.getValue();
                streamingOff =
                        streamingOff == null
                                ? options.get("disable_video_streaming")
                                : streamingOff;
                addCamera(section.getKey(), options, cameras);
            }
        }
        var sheet = new FactSheet();
        if (!sections.containsKey("server")) {
            sheet.notTold("obico.linked_setting");
        } else {
            sheet.known("obico.linked_setting", !server.getOrDefault("auth_token", "").isBlank());
        }
        streaming(streamingOff, sheet);
        var facts = new ArrayList<>(sheet.facts());
        ReadingFacts.ofSettings(settings).stream()
                .filter(fact -> fact.key().startsWith("obico.endpoint"))
                .forEach(facts::add);
        return new ObicoConfig(facts, cameras, ReadingFacts.endpoint(settings));
    }

    /** The server's address where OctoPrint's settings have it; never the token. */
    private static ObjectNode asOctoPrint(Map<String, String> server) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        ObjectNode obico = settings.putObject("plugins").putObject("obico");
        String url = server.get("url");
        if (url != null) {
            obico.put("endpoint_prefix", url);
        }
        return settings;
    }

    private static void streaming(@Nullable String off, FactSheet sheet) {
        switch (off == null ? "" : off.toLowerCase(Locale.ROOT)) {
            case "1", "yes", "true", "on" -> sheet.known("obico.streaming_disabled", true);
            case "0", "no", "false", "off" -> sheet.known("obico.streaming_disabled", false);
            default -> sheet.notTold("obico.streaming_disabled");
        }
    }

    private static boolean isCamera(String section) {
        return section.equals("webcam") || section.startsWith("webcam ");
    }

    private static void addCamera(
            String section, Map<String, String> options, List<Camera> cameras) {
        TargetUrl snapshot = url(options.get("snapshot_url"));
        TargetUrl stream = url(options.get("stream_url"));
        if (snapshot != null || stream != null) {
            String name = section.substring("webcam".length()).strip();
            cameras.add(
                    new Camera(FactSheet.clean(name.isEmpty() ? section : name), snapshot, stream));
        }
    }

    private static @Nullable TargetUrl url(@Nullable String text) {
        return text == null || text.isBlank() ? null : new TargetUrl(text);
    }

    private static Map<String, Map<String, String>> sections(Reader file) throws IOException {
        var sections = new LinkedHashMap<String, Map<String, String>>();
        Map<String, String> current = new LinkedHashMap<>();
        var lines = new BufferedReader(new StringReader(bounded(file)));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher section = SECTION.matcher(line);
            Matcher option = OPTION.matcher(line);
            if (section.matches()) {
                current =
                        sections.computeIfAbsent(
                                section.group(1).strip(), name -> new LinkedHashMap<>());
            } else if (option.matches()) {
                current.put(
                        option.group(1).strip().toLowerCase(Locale.ROOT),
                        withoutComment(option.group(2)));
            }
        }
        return sections;
    }

    private static String withoutComment(String value) {
        return value.split("\\s[#;]", 2)[0].strip();
    }

    private static String bounded(Reader file) throws IOException {
        var text = new StringBuilder();
        char[] buffer = new char[8_192];
        int read = file.read(buffer);
        while (read > 0 && text.length() < MOST_CHARACTERS) {
            text.append(buffer, 0, read);
            read = file.read(buffer);
        }
        return text.toString();
    }
}
