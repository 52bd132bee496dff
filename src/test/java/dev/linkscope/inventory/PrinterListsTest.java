package dev.linkscope.inventory;

import static dev.linkscope.inventory.Lists.failures;
import static dev.linkscope.inventory.Lists.notes;
import static dev.linkscope.inventory.Lists.only;
import static dev.linkscope.inventory.Lists.printers;
import static dev.linkscope.inventory.Lists.problem;
import static dev.linkscope.inventory.Lists.read;
import static dev.linkscope.inventory.Lists.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.engine.port.PrinterListReader.Kind;
import dev.linkscope.engine.port.PrinterListReader.PrinterList;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class PrinterListsTest {
    @TempDir Path folder;

    @Test
    void plainListsHaveOneAddressALine() throws Exception {
        PrinterList list =
                read("# mine\n\npi@octopi.local\n192.168.1.20:2222,Left one\n[fd00::1]\n");
        assertThat(list.kind()).isEqualTo(Kind.CSV);
        assertThat(targets(list))
                .containsExactly("pi@octopi.local", "192.168.1.20:2222", "[fd00::1]");
        assertThat(printers(list).map(Printer::name))
                .containsExactly("pi@octopi.local", "Left one", "[fd00::1]");
    }

    @Test
    void anAddressInBracketsIsNoSectionAndNoJson() throws Exception {
        assertThat(targets(read("[fd00::1]:22\n[fd00::2]\n")))
                .containsExactly("[fd00::1]:22", "[fd00::2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void headingsMayComeInAnyOrderWithAnySeparator(String separator) throws Exception {
        String text =
                """
                name,host,tags,user,port,identity,group,snapshot,model
                "Prusa, left",octopi.local,"mk3|old",pi,2222,~/.ssh/id,Room 1,http://10.0.0.1/?action=snapshot,MK3
                """
                        .replace(",", separator)
                        .replace("Prusa" + separator, "Prusa,");
        PrinterList list = read(text);
        Printer printer = printers(list).findFirst().orElseThrow();
        assertThat(printer.name()).isEqualTo("Prusa, left");
        assertThat(printer.target())
                .isEqualTo(new Target.Ssh("octopi.local", 2222, "pi", "~/.ssh/id"));
        assertThat(printer.labels().group()).isEqualTo("Room 1");
        assertThat(printer.labels().tags()).containsExactly("mk3", "old");
        assertThat(notes(list)).containsExactly("list.note.columns");
    }

    @Test
    void quotesMayHoldLinesTogetherAndOneThatIsOpenCostsOneLine() throws Exception {
        PrinterList list =
                read("a.local,\"two\nlines\"\nb.local,\"open\nc.local\nd.local,a 12\" bed\n");
        assertThat(targets(list)).containsExactly("a.local", "c.local", "d.local");
        assertThat(failures(list)).containsExactly(FailureCode.UNREADABLE_ROW);
        assertThat(printers(list).map(Printer::name))
                .containsExactly("two lines", "c.local", "a 12\" bed");
    }

    @Test
    void badEntriesKeepTheirPlaceAndSayWhy() throws Exception {
        PrinterList list =
                read(
                        """
                        target,name,server
                        -oProxyCommand=evil,A
                        pi:s3cret@,B
                        octopi.local,C,ftp://x
                        ,D
                        octopi.local,E
                        octopi.local,F
                        =cmd|'/c calc'!A1,G
                        ok.local,=HYPERLINK("x")
                        """);
        assertThat(failures(list))
                .containsExactly(
                        FailureCode.BAD_ADDRESS,
                        FailureCode.BAD_ADDRESS,
                        FailureCode.BAD_WEB_ADDRESS,
                        FailureCode.LISTED_WITHOUT_ADDRESS,
                        FailureCode.LISTED_TWICE,
                        FailureCode.BAD_ADDRESS);
        assertThat(list.entries()).hasSize(8);
        assertThat(list.toString()).doesNotContain("s3cret");
        assertThat(printers(list).map(Printer::name)).containsExactly("E", "=HYPERLINK(\"x\")");
    }

    @Test
    void theSameTargetHasTheSameId() throws Exception {
        assertThat(only("pi@octopi.local").id())
                .isEqualTo(only("[{\"target\":\"ssh://pi@octopi.local\"}]").id())
                .isEqualTo(PrinterId.of(new Target.Ssh("octopi.local", null, "pi", null)));
    }

    @Test
    void filesMayBeSavedByAnySpreadsheet() throws Exception {
        Path file = folder.resolve("list");
        for (byte[] bytes :
                List.of(
                        "\uFEFFtarget;name\noctopi;Küche\n".getBytes(StandardCharsets.UTF_8),
                        "\uFEFFtarget;name\noctopi;Küche\n".getBytes(StandardCharsets.UTF_16LE),
                        "target;name\r\noctopi;Küche\r\n"
                                .getBytes(Charset.forName("windows-1252")))) {
            Files.write(file, bytes);
            assertThat(printers(new PrinterLists().read(file)).map(Printer::name))
                    .containsExactly("Küche");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '  \\n # only a comment\\n'            | list.empty
                    '{"printers": [}'                       | list.broken_json
                    '{"a": 1}'                              | list.unknown_kind
                    'a: b'                                  | list.unknown_kind
                    'a: [b'                                 | list.broken_yaml
                    'a: &x [1]\\nb: *x'                     | list.alias
                    '[g]\\npi[1:9999]'                      | list.too_many
                    """)
    void listsThatAreNoneSaySo(String text, String key) {
        assertThat(problem(text.replace("\\n", "\n"))).isEqualTo(key);
    }

    @Test
    void aCameraMayBeAStreamAndAServerMayNot() throws Exception {
        assertThat(failures(read("target,snapshot\npi.local,rtsp://cam.local/s\n"))).isEmpty();
        assertThat(failures(read("target,server\npi.local,rtsp://cam.local/s\n")))
                .containsExactly(FailureCode.BAD_WEB_ADDRESS);
    }

    @Test
    void hugeAndDeepListsAreRefused() throws Exception {
        assertThat(problem("x".repeat(Text.MOST_BYTES + 1))).isEqualTo("list.too_big");
        assertThat(problem("a\n".repeat(Rows.MOST + 1))).isEqualTo("list.too_many");
        assertThat(problem("{\"printers\":" + "[".repeat(5_000))).isEqualTo("list.too_deep");
        assertThat(problem("a: " + "[".repeat(5_000))).isEqualTo("list.too_deep");
        assertThat(problem("[g]\npi[1:99][1:99][1:99]")).isEqualTo("list.too_many");
        assertThat(failures(read("[g]\na" + "[]".repeat(5_000) + ":x y")))
                .containsExactly(FailureCode.BAD_ADDRESS);
        assertThat(failures(read("http://" + "a@".repeat(900) + ":")))
                .containsExactly(FailureCode.BAD_WEB_ADDRESS);
        Path file = folder.resolve("big");
        Files.write(file, new byte[Text.MOST_BYTES + 1]);
        assertThat(
                        catchThrowableOfType(
                                        UnreadableListException.class,
                                        () -> new PrinterLists().read(file))
                                .problem()
                                .key())
                .isEqualTo("list.too_big");
        assertThat(
                        catchThrowableOfType(
                                        UnreadableListException.class,
                                        () -> new PrinterLists().read(folder))
                                .problem()
                                .key())
                .isEqualTo("list.unreadable");
    }
}
