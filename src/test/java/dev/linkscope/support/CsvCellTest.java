package dev.linkscope.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.fuzz.Harmless;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u001b=1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20A"
            })
    void whatSpreadsheetsCalculateIsText(String text) {
        assertThat(CsvCell.plain(text)).startsWith("'");
        assertThat(CsvCell.of(text)).matches("\"?'.*");
    }

    @Property(tries = 500)
    void anyTextIsOneCellOfOneLine(@ForAll String text) {
        String cell = CsvCell.of(text);
        assertThat(cell).doesNotContain("\n", "\r", "\u0000", "\u009b");
        if (cell.indexOf(',') >= 0 || cell.indexOf(';') >= 0 || cell.indexOf('"') >= 0) {
            assertThat(cell).startsWith("\"").endsWith("\"");
        }
        assertThat(CsvCell.plain(text)).doesNotContainPattern("^[=+\\-@]");
    }

    @Property(tries = 500)
    void oneLineSteersNothing(@ForAll String text) {
        String line = OneLine.of(text, 40);
        Harmless.line(line, 40);
        assertThat(OneLine.isPlain(line)).isTrue();
        assertThat(OneLine.of(line, 40)).isEqualTo(line);
    }
}
