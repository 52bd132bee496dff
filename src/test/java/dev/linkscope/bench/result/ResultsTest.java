package dev.linkscope.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the files of a run. */
class ResultsTest {
    private static final Growth GROWTH =
            Growth.power(
                    "heap <of a farm>",
                    "MiB",
                    "printers",
                    Growth.points(new double[] {10, 100, 1_000}, new double[] {20, 210, 1_900}),
                    100_000);

    private static final Results RESULTS =
            new Results(
                    List.of(new Results.Fact("processor", "a fast one")),
                    List.of(new Peer("fping", "5.1")),
                    List.of(new LeftOut("start-up", "there is no image.")),
                    List.of(
                            new Ratio("CPU of a probe", "ms", 2, "curl", 40, Ratio.Better.LESS),
                            new Ratio(
                                    "outcomes a second",
                                    "",
                                    1_000,
                                    "SQLite",
                                    4_000,
                                    Ratio.Better.MORE)),
                    List.of(GROWTH),
                    List.of(
                            new Table(
                                    "Farm",
                                    0.4,
                                    Stream.of("printers", "resident, MiB", "CPU, of one core")
                                            .map(Column::new)
                                            .toList(),
                                    List.of(
                                            List.of(
                                                    Cell.of(1_000),
                                                    Cell.number(545.6),
                                                    Cell.percent(0.6012)),
                                            List.of(
                                                    Cell.of("wanted"),
                                                    Cell.of("< 600"),
                                                    Cell.of(""))),
                                    List.of("Of one run."))));

    @Test
    void ratiosComeBeforeFigures() {
        assertThat(ResultsMarkdown.of(RESULTS))
                .containsSubsequence(
                        "| processor | a fast one |",
                        "| fping | 5.1 |",
                        "- start-up: there is no image.",
                        "## Ratios",
                        "| CPU of a probe | 2.00 ms | curl | 40.0 ms | 0.0500 | less | better |",
                        "| outcomes a second | 1,000 | SQLite | 4,000 | 0.250 | more | worse |",
                        "## How it grows",
                        "printers to the 0.989 ±",
                        "| 100,000 printers |",
                        "![heap <of a farm> by printers](growth/heap-of-a-farm-by-printers.svg)",
                        "## Figures",
                        "### Farm",
                        "Load at its start: 0.4",
                        "| printers | resident, MiB | CPU, of one core |",
                        "| 1000 | 546 | 60.1 % |",
                        "Of one run.");
    }

    @Test
    void programsGetWholeNumbersWithUnits() {
        JsonNode whole = JsonMapper.shared().readTree(ResultsJson.of(RESULTS));
        assertThat(whole.propertyNames())
                .containsExactly("machine", "peers", "leftOut", "ratios", "growth", "tables");
        JsonNode row = whole.path("tables").path(0).path("rows").path(0);
        assertThat(row.path(1).path("name").stringValue()).isEqualTo("resident");
        assertThat(row.path(1).path("value").doubleValue()).isEqualTo(545.6);
        assertThat(row.path(1).path("unit").stringValue()).isEqualTo("MiB");
        assertThat(row.path(2).path("value").doubleValue()).isEqualTo(0.6012);
        assertThat(row.path(2).path("unit").stringValue()).isEqualTo("share");
        JsonNode words = whole.path("tables").path(0).path("rows").path(1).path(1);
        assertThat(words.path("text").stringValue()).isEqualTo("< 600");
        assertThat(words.has("value")).isFalse();
    }

    @Test
    void programsGetRatiosAndGrowth() {
        JsonNode whole = JsonMapper.shared().readTree(ResultsJson.of(RESULTS));
        JsonNode ratio = whole.path("ratios").path(0);
        assertThat(ratio.path("ratio").doubleValue()).isEqualTo(0.05);
        assertThat(ratio.path("verdict").stringValue()).isEqualTo("better");
        JsonNode growth = whole.path("growth").path(0);
        assertThat(growth.path("law").stringValue()).isEqualTo("power");
        assertThat(growth.path("exponent").doubleValue()).isEqualTo(GROWTH.line().slope());
        assertThat(growth.path("measured").size()).isEqualTo(3);
        assertThat(growth.path("extrapolated").path("size").intValue()).isEqualTo(100_000);
        assertThat(growth.path("extrapolated").path("low").doubleValue())
                .isLessThan(growth.path("extrapolated").path("high").doubleValue());
    }

    @Test
    void thePictureHoldsItsPointsAndMarksWhatWasNotMeasured() throws Exception {
        Document picture =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(GrowthPicture.of(GROWTH))));
        assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(3);
        assertThat(picture.getDocumentElement().getTextContent())
                .contains("heap <of a farm>, MiB, by printers", "extrapolated beyond 1,000");
        assertThat(GrowthPicture.of(GROWTH)).containsOnlyOnce("stroke-dasharray");
    }

    @Test
    void littleDifferenceIsNone() {
        assertThat(new Ratio("x", "", 1.04, "y", 1, Ratio.Better.MORE).verdict())
                .isEqualTo("equal");
        assertThat(new Ratio("x", "", 1.06, "y", 1, Ratio.Better.MORE).verdict())
                .isEqualTo("better");
        assertThat(new Ratio("x", "", 1.06, "y", 1, Ratio.Better.LESS).verdict())
                .isEqualTo("worse");
    }

    @Test
    void nothingIsNoPeer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ratio("x", "", 1, "y", 0, Ratio.Better.MORE))
                .withMessage("no ratio of x: 1.0 to 0.0");
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Table(
                                "t",
                                0,
                                List.of(new Column("a"), new Column("b")),
                                List.of(List.of(Cell.of(1))),
                                List.of()))
                .withMessage("t: 1 cells for 2 columns: [1]");
    }

    @Test
    void numbersAreKnownAsSuch() {
        assertThat(Cell.of("1,234.5").value()).hasValue(1_234.5);
        assertThat(Cell.of(-3).value()).hasValue(-3);
        assertThat(Cell.of("1e-9").value()).hasValue(1e-9);
        assertThat(Cell.of("12 MB").value()).isEmpty();
        assertThat(Cell.of("1,2").value()).isEmpty();
        assertThat(Cell.percent(Double.NaN).value()).isEmpty();
    }
}
