package dev.linkscope.bench.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results for programs: every number whole, with its name and unit. */
public final class ResultsJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResultsJson() {}

    /** One object: machine, peers, leftOut, ratios, growth, tables. */
    public static String of(Results results) {
        Map<String, Object> whole = new LinkedHashMap<>();
        Map<String, Object> machine = new LinkedHashMap<>();
        results.machine().forEach(fact -> machine.put(fact.name(), fact.value()));
        whole.put("machine", machine);
        whole.put("peers", results.peers());
        whole.put("leftOut", results.leftOut());
        whole.put("ratios", results.ratios().stream().map(ResultsJson::ratio).toList());
        whole.put("growth", results.growths().stream().map(ResultsJson::growth).toList());
        whole.put("tables", results.tables().stream().map(ResultsJson::table).toList());
        return JSON.writeValueAsString(whole) + "\n";
    }

    private static Map<String, Object> ratio(Ratio ratio) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("figure", ratio.figure());
        found.put("unit", ratio.unit());
        found.put("linkscope", ratio.ours());
        found.put("peer", ratio.peer());
        found.put("theirs", ratio.theirs());
        found.put("ratio", ratio.value());
        found.put("wanted", word(ratio.better()));
        found.put("verdict", ratio.verdict());
        return found;
    }

    private static Map<String, Object> growth(Growth growth) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("figure", growth.figure());
        found.put("unit", growth.unit());
        found.put("by", growth.by());
        found.put("law", word(growth.law()));
        found.put(growth.law() == Growth.Law.POWER ? "exponent" : "slope", growth.line().slope());
        found.put("confidence95", growth.line().slopeError());
        found.put("r2", growth.line().r2());
        found.put("measured", growth.points());
        Map<String, Object> extrapolated = new LinkedHashMap<>();
        Growth.Expected expected = growth.at(growth.farthest());
        extrapolated.put("size", growth.farthest());
        extrapolated.put("value", expected.value());
        extrapolated.put("low", expected.low());
        extrapolated.put("high", expected.high());
        found.put("extrapolated", extrapolated);
        found.put("picture", ResultsMarkdown.PICTURES + "/" + growth.picture());
        return found;
    }

    private static Map<String, Object> table(Table table) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("title", table.title());
        found.put("load", table.load());
        var rows = new ArrayList<List<Map<String, Object>>>();
        for (List<Cell> row : table.rows()) {
            var cells = new ArrayList<Map<String, Object>>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(cell(table.columns().get(i), row.get(i)));
            }
            rows.add(cells);
        }
        found.put("rows", rows);
        found.put("notes", table.notes());
        return found;
    }

    private static Map<String, Object> cell(Column column, Cell cell) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("name", column.name());
        if (cell.value().isPresent()) {
            found.put("value", cell.value().getAsDouble());
            found.put("unit", cell.unit().isEmpty() ? column.unit() : cell.unit());
        } else {
            found.put("text", cell.text());
        }
        return found;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
