package dev.linkscope.report.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.linkscope.domain.coverage.NotMeasured;
import dev.linkscope.domain.coverage.Slot;
import dev.linkscope.engine.port.TraceReader.RecordedTrace;
import dev.linkscope.engine.port.TraceReader.Request;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTraceReaderTest extends ReadingTest {
    private final CsvTraceReader reader = new CsvTraceReader(ENGLISH);

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("epoch seconds", "100,1\n110,0\n120,1\n", "101", 0),
                arguments("header", "time,ok\n100,1\n110,0\n", "10", 0),
                arguments("header of another kind", "When;Good?\n100;1\n110;0\n", "10", 0),
                arguments("columns by name", "note,ok,time\nx,1,100\ny,0,110\n", "10", 0),
                arguments("more columns", "100,1,why,4\n110,0,,\n", "10", 0),
                arguments("truth values", "100,true\n110,FALSE\n120,True\n", "101", 0),
                arguments("empty is not measured", "100,1\n110,\n120,0\n", "1.0", 0),
                arguments("absent slots", "100,1\n140,0\n", "1...0", 0),
                arguments("rounds to the nearest", "100,1\n114.9,0\n116,1\n", "101", 0),
                arguments("half goes up", "100,1\n115,0\n", "1.0", 0),
                arguments("two in a slot", "100,1\n103,0\n110,1\n111,0\n112,0\n", "11", 3),
                arguments("earlier counts, also later in file", "100,1\n112,0\n108,1\n", "11", 1),
                arguments("at the same time the first line", "100,1\n110,0\n110,1\n", "10", 1),
                arguments("unordered", "120,1\n100,0\n110,1\n", "011", 0),
                arguments("semicolon", "100;1\n110;0\n", "10", 0),
                arguments("decimal comma", "100,4;1\n110,2;0\n", "10", 0),
                arguments("quoted", "\"time\",\"ok\"\n\"100\",\"1\"\n\"110\",\"0\"\n", "10", 0),
                arguments("quotes in quotes", "100,1,\"a \"\"b\"\", c\nd\"\n110,0,x\n", "10", 0),
                arguments("byte order mark", "\uFEFFtime,ok\n100,1\n", "1", 0),
                arguments("byte order mark, no header", "\uFEFF100,1\n", "1", 0),
                arguments("CRLF", "time,ok\r\n100,1\r\n110,0\r\n", "10", 0),
                arguments("CR alone", "100,1\r110,0\r", "10", 0),
                arguments("no last end of line", "100,1\n110,0", "10", 0),
                arguments("blank lines", "\n\n100,1\n  \n110,0\n\n", "10", 0),
                arguments("blanks around", " 100 , 1 \n 110 , 0 \n", "10", 0),
                arguments("negative times", "-20,1\n-10,0\n0,1\n", "101", 0),
                arguments("future", "99999999999,1\n100000000009,0\n", "10", 0),
                arguments("ISO", "2026-11-22T07:00:00Z,1\n2026-11-22T07:00:10.250Z,0\n", "10", 0),
                arguments(
                        "ISO with offsets",
                        "2026-11-22T07:00:00+01:00,1\n2026-11-22T06:00:10Z,0\n"
                                + "2026-11-22T08:00:20+0200,1\n",
                        "101",
                        0),
                arguments("ISO without", "2026-11-22T07:00,1\n2026-11-22 07:00:10,0\n", "10", 0),
                arguments("ISO basic", "20261122T070000Z,1\n20261122T070010Z,0\n", "10", 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void reads(String name, String content, String letters, int duplicates) throws Exception {
        RecordedTrace read = reader.read(file("a.csv", content), SERVER);

        assertThat(letters(read)).isEqualTo(letters);
        assertThat(read.duplicates()).isEqualTo(duplicates);
        assertThat(read.relativeClock()).isFalse();
    }

    @Test
    void keepsWhenAnAttemptStarted() throws Exception {
        var read = reader.read(file("a.csv", "100,1\n113,0\n140,1\n"), SERVER);

        List<Slot> slots = read.trace().slots().toList();
        assertThat(slots.get(1).scheduled()).isEqualTo(Instant.ofEpochSecond(110));
        assertThat(slots.get(1).started()).isEqualTo(Instant.ofEpochSecond(113));
        assertThat(slots.get(2).reason()).isEqualTo(NotMeasured.NOT_ASKED);
    }

    @Test
    void usesTheCadenceAskedFor() throws Exception {
        var request = new Request("server", null, Duration.ofMillis(500));

        var read = reader.read(file("a.csv", "1.0,1\n1.5,0\n2.5,1\n"), request);

        assertThat(letters(read)).isEqualTo("10.1");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("", "empty", ""),
                arguments("time,ok\n", "empty", ""),
                arguments("\uFEFF", "empty", ""),
                arguments("100,1\nyesterday,0\n", "bad_time", "Line 2"),
                arguments("2026-13-45T00:00:00Z,1\n", "bad_time", "Line 1"),
                arguments("1e9,1\n", "bad_time", "Line 1"),
                arguments("1700000000000,1\n", "bad_time", "Line 1"),
                arguments("99999999999999999999999,1\n", "bad_time", "Line 1"),
                arguments("100,1\n\n110,yes\n", "bad_value", "Line 3"),
                arguments("100,1\n110,2\n", "bad_value", "“2”"),
                arguments("100\n110\n", "missing_column", "Line 1"),
                arguments("100\t1\n", "missing_column", "Line 1"),
                arguments("100,1\n110,\"0\n120,1\n", "open_quote", "Line 2"),
                arguments("0,1\n1763795000000,1\n", "too_long", "slots"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(String content, String code, String said) throws Exception {
        var refusal = refusal(reader, file("a.csv", content), SERVER);

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.getMessage()).contains(said);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void refusesBytesThatAreNoText(int seed) throws Exception {
        byte[] bytes = new byte[5000];
        new java.util.Random(seed).nextBytes(bytes);

        assertThat(refusal(reader, file("a.csv", bytes), SERVER).getMessage().length())
                .isLessThan(200);
    }

    @Test
    void refusesAFileThatIsTooLargeWithoutReadingIt() throws Exception {
        Path file = folder.resolve("large.csv");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(201L * 1000 * 1000);
        }

        assertThat(refusal(reader, file, SERVER).code()).isEqualTo("too_large");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(refusal(reader, folder.resolve("no.csv"), SERVER).code())
                .isEqualTo("file_unreadable");
        assertThat(refusal(reader, folder, SERVER).code()).isEqualTo("file_unreadable");
    }

    @Test
    void aStrayByteInACommentDoesNoHarm() throws Exception {
        byte[] content = "100,1,gr\u00FC\u00DFe\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(letters(reader.read(file("a.csv", content), SERVER))).isEqualTo("1");
    }

    @Test
    void knowsItsFilesByName() {
        assertThat(reader.reads(Path.of("A.CSV"), new byte[0])).isTrue();
        assertThat(reader.reads(Path.of("a.txt"), new byte[0])).isFalse();
    }
}
