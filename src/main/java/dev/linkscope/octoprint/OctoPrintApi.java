package dev.linkscope.octoprint;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.past.PastRecord;
import dev.linkscope.domain.plugin.PluginReport;
import dev.linkscope.engine.port.PrinterApi;
import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import dev.linkscope.engine.port.PrintingNow;
import dev.linkscope.octoprint.Readers.Part;
import dev.linkscope.octoprint.reading.JobState;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** OctoPrint as a source of facts. */
public final class OctoPrintApi implements PrinterApi {
    private static final String OBICO = "obico";
    private static final String INSTALLED = "obico.installed";
    private static final String KEY_IS_ADMINS = "octoprint.key.admin";
    private static final String LOG = "octoprint.log";

    /** The log of today, and those of the days before, which are renamed at midnight. */
    private static final Pattern A_LOG =
            Pattern.compile("octoprint\\.log(\\.\\d{4}-\\d\\d-\\d\\d)?");

    private static final int MOST_LOGS = 3;

    private final OctoPrintHttp http;
    private final Readers readers;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * An OctoPrint.
     *
     * @param http closed with this
     * @param zone of the printer's computer, in whose time its logs are
     */
    public OctoPrintApi(OctoPrintHttp http, ZoneId zone, InstantSource clock) {
        this(http, new OctoPrintReaders(), zone, clock);
    }

    OctoPrintApi(OctoPrintHttp http, Readers readers, ZoneId zone, InstantSource clock) {
        this.http = http;
        this.readers = readers;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public Reading read() throws PrinterApiException {
        // Whoever is not let in, is not let in anywhere: one refusal is enough.
        User user = http.user();
        Map<Part, JsonNode> answers = new EnumMap<>(Part.class);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.known(KEY_IS_ADMINS, String.valueOf(user.isAdmin()), null));
        for (Part part : Part.values()) {
            try {
                JsonNode answer = http.get(part.path());
                answers.put(part, answer);
                facts.addAll(readers.facts(part, answer));
            } catch (PrinterApiException e) {
                facts.addAll(unread(part, reason(e)));
            }
        }
        if (!answers.containsKey(Part.SETTINGS)) {
            facts.replaceAll(fact -> fact.key().equals(INSTALLED) ? installed(fact) : fact);
        }
        List<PastRecord> past = past(facts);
        JsonNode settings = answers.getOrDefault(Part.SETTINGS, MissingNode.getInstance());
        return new Reading(
                distinct(facts), readers.cameras(settings), readers.endpoint(settings), past);
    }

    private List<Fact> unread(Part part, String reason) {
        return readers.facts(part, MissingNode.getInstance()).stream()
                .map(fact -> Fact.notChecked(fact.key(), reason))
                .toList();
    }

    /** Where the settings may not be read, whether the plugin is there can still be told. */
    private Fact installed(Fact unknown) {
        try {
            return Fact.known(INSTALLED, String.valueOf(http.hasPlugin(OBICO)), null);
        } catch (PrinterApiException e) {
            return unknown;
        }
    }

    private List<PastRecord> past(List<Fact> facts) throws PrinterApiException {
        List<PastRecord> past = new ArrayList<>();
        try {
            for (String name : logs()) {
                past.add(
                        http.text(
                                "/downloads/logs/" + name,
                                text -> readers.log(name, text, zone, clock.instant())));
            }
        } catch (PrinterApiException e) {
            facts.add(Fact.notChecked(LOG, reason(e)));
        }
        return past;
    }

    /** Names of the newest logs, oldest first. */
    private List<String> logs() throws PrinterApiException {
        List<String> old = new ArrayList<>();
        for (JsonNode file : http.get("/plugin/logging/logs").path("files")) {
            String name = file.path("name").asString("");
            if (A_LOG.matcher(name).matches() && !name.equals(LOG)) {
                old.add(name);
            }
        }
        old.sort(null);
        List<String> newest = old.subList(Math.max(0, old.size() - (MOST_LOGS - 1)), old.size());
        List<String> names = new ArrayList<>(newest);
        names.add(LOG);
        return names;
    }

    /** Two parts may tell the same; what is known counts, else the first. */
    private static List<Fact> distinct(List<Fact> facts) {
        Map<String, Fact> byKey = new LinkedHashMap<>();
        for (Fact fact : facts) {
            byKey.merge(fact.key(), fact, (a, b) -> isTold(a) || !isTold(b) ? a : b);
        }
        return List.copyOf(byKey.values());
    }

    private static boolean isTold(Fact fact) {
        return fact.reason() == null;
    }

    /**
     * Why a part alone could not be read.
     *
     * @throws PrinterApiException the same, if the user gave up
     */
    private static String reason(PrinterApiException e) throws PrinterApiException {
        if (e.problem() == Problem.CANCELLED) {
            throw e;
        }
        return e.problem().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public PluginReport pluginReport() throws PrinterApiException {
        var command = JsonNodeFactory.instance.objectNode().put("command", "get_plugin_status");
        JsonNode answer = http.post("/api/plugin/" + OBICO, command);
        if (!answer.isObject()) {
            throw new PrinterApiException(Problem.GARBAGE);
        }
        return readers.pluginReport(answer, clock.instant());
    }

    @Override
    public Log log(int bytes) throws PrinterApiException {
        return new Log(LOG, http.tail("/downloads/logs/" + LOG, bytes));
    }

    @Override
    public PrintingNow.State printing() throws PrinterApiException {
        return JobState.of(http);
    }

    @Override
    public void close() {
        http.close();
    }
}
