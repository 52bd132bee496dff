package dev.linkscope.report;

import dev.linkscope.domain.report.PrinterReport;
import dev.linkscope.domain.report.Report;
import dev.linkscope.domain.report.SharedOutage;
import dev.linkscope.i18n.Messages;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports as JSON: the published contract, {@code src/docs/report.schema.json}. Everything that is
 * written was redacted before. Reading and writing again gives the same bytes.
 */
public final class ReportJson {
    /** No trace is longer: 10 million slots are three years at 10 s. */
    public static final int MAX_SLOTS = 10_000_000;

    private static final String TRACE = "trace";

    private static final JsonMapper MAPPER = StableJson.MAPPER;

    private final Messages messages;
    private final String toolVersion;
    private final Redaction redaction;
    private final StatementJson statements;

    /**
     * Reports in the language of the messages.
     *
     * @param messages words of what is written, and of what is wrong with what is read
     * @param toolVersion version of this program
     * @param redaction what must not be written
     */
    public ReportJson(Messages messages, String toolVersion, Redaction redaction) {
        this.messages = messages;
        this.toolVersion = toolVersion;
        this.redaction = redaction;
        this.statements = new StatementJson(new Wording(messages));
    }

    /** The report in UTF-8. */
    public byte[] write(Report report) {
        return write(RedactedReport.of(report, redaction));
    }

    /** A report that was cleaned already, in UTF-8. */
    public byte[] write(RedactedReport redacted) {
        ObjectNode node = tree(redacted);
        clean(node);
        return MAPPER.writeValueAsBytes(node);
    }

    /**
     * The report in these bytes.
     *
     * @throws UnreadableReportException if they are none, a damaged one, or one of a newer version
     */
    public Report read(byte[] json) throws UnreadableReportException {
        try {
            JsonNode node = MAPPER.readTree(json);
            checkVersion(node);
            checkSlots(node);
            return report(new Fields(node, ""));
        } catch (JacksonException e) {
            throw UnreadableReportException.of(messages, "not_a_report");
        } catch (Fields.WrongFieldException e) {
            throw UnreadableReportException.of(
                    messages, "damaged_report", String.valueOf(e.getMessage()));
        }
    }

    private void checkVersion(JsonNode node) throws UnreadableReportException {
        JsonNode version = node.get("schemaVersion");
        if (version == null || !version.isIntegralNumber() || !version.canConvertToInt()) {
            throw UnreadableReportException.of(messages, "not_a_report");
        }
        if (version.intValue() > Report.SCHEMA_VERSION) {
            throw UnreadableReportException.of(messages, "newer_version", version.intValue());
        }
    }

    private void checkSlots(JsonNode node) throws UnreadableReportException {
        long slots = SlotCount.of(node);
        if (slots > SlotCount.most()) {
            throw UnreadableReportException.of(messages, "too_many_slots", slots);
        }
    }

    private ObjectNode tree(RedactedReport redacted) {
        Report report = redacted.report();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("schemaVersion", Report.SCHEMA_VERSION);
        node.put("generatedAt", report.generatedAt().toString());
        node.put("language", report.language());
        node.put("simulated", report.simulated());
        node.putObject("tool").put("name", "linkscope").put("version", toolVersion);
        ScopeJson.put(node, redacted);
        var printers = node.putArray("printers");
        var writer = new PrinterJson(statements, new FixTitles(messages));
        report.printers().forEach(printer -> writer.put(printers.addObject(), printer));
        var outages = node.putArray("sharedOutages");
        report.sharedOutages().forEach(outage -> putOutage(outages.addObject(), outage));
        return node;
    }

    private static void putOutage(ObjectNode node, SharedOutage outage) {
        JsonValues.put(node, "from", outage.from());
        JsonValues.put(node, "to", outage.to());
        var members = node.putArray("members");
        outage.members().forEach(members::add);
        node.put("measured", outage.measured());
        JsonValues.put(node, "pValue", outage.pValue());
        node.put("test", outage.test());
    }

    private Report report(Fields node) {
        var parser = new PrinterParser(statements);
        List<PrinterReport> printers = node.list("printers").stream().map(parser::read).toList();
        return new Report(
                node.time("generatedAt"),
                node.text("language"),
                node.flag("simulated"),
                printers,
                node.list("sharedOutages").stream().map(ReportJson::outage).toList(),
                ScopeJson.read(node));
    }

    private static SharedOutage outage(Fields node) {
        return new SharedOutage(
                node.time("from"),
                node.time("to"),
                node.texts("members"),
                node.count("measured"),
                node.numberOrNull("pValue"),
                node.text("test"));
    }

    /** A second look at every text, for a secret that only shows once a sentence is whole. */
    private void clean(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                for (String name : List.copyOf(object.propertyNames())) {
                    JsonNode value = object.get(name);
                    if (name.equals(TRACE) && value.has("states")) {
                        // Slots in code, which may look like a key: 6c5c7c… is one failure each.
                        continue;
                    }
                    if (value.isString()) {
                        object.put(name, redaction.clean(value.stringValue()));
                    } else {
                        clean(value);
                    }
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    JsonNode value = array.get(i);
                    if (value.isString()) {
                        array.set(i, redaction.clean(value.stringValue()));
                    } else {
                        clean(value);
                    }
                }
            }
            default -> {}
        }
    }
}
