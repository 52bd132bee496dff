package dev.linkscope.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.PrinterListReader.Entry;
import dev.linkscope.engine.port.PrinterListReader.PrinterList;
import dev.linkscope.engine.port.PrinterListReader.UnreadableListException;
import dev.linkscope.fuzz.Fuzzing;
import dev.linkscope.fuzz.Harmless;
import dev.linkscope.i18n.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, there is a list or a sentence, soon. */
class PrinterListsFuzzTest {
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    private static final long SOON_NANOS = 3_000_000_000L;

    private static final List<String> GOOD =
            List.of(
                    "target,name,server\npi@a.local,\"A, b\",https://x.example\n[fd00::1]:22,C\n",
                    "name;host;port\nA;a.local;22\n",
                    "{\"printers\":[{\"name\":\"A\",\"target\":{\"type\":\"ssh\",\"host\":\"a\"}}]}",
                    "Host a b*\n  HostName 10.0.0.1\n  Port 22\nMatch all\nHost *\n User pi\n",
                    "[g]\npi[01:20] ansible_host=10.0.0.1 ansible_user='pi'\n[g:vars]\na=b\n",
                    "all:\n  children:\n    g:\n      hosts:\n        pi[1:3]:\n          x: 1\n",
                    "version: 2\nprinters:\n  - id: 1\n    printerURL: http://a:5000/\nfloors:\n"
                            + "  - name: F\n    printers:\n      - printerId: 1\n");

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    ",",
                    ";",
                    "\t",
                    "\n",
                    "[",
                    "]",
                    "{",
                    "}",
                    ":",
                    ": ",
                    "- ",
                    "&a ",
                    "*a",
                    "Host ",
                    "[1:99999]",
                    "[a:z]",
                    "@",
                    "=",
                    "ansible_host=",
                    "%h",
                    "\u0000",
                    "\uFEFF",
                    "\u202E",
                    "\\",
                    "'",
                    "!!binary ",
                    "<<: ",
                    "|\n",
                    "---\n",
                    "9999999999");

    @Test
    void everyListOfTheCorpus() throws InterruptedException {
        Fuzzing.of("lists")
                .memory(256L << 20)
                .words(PIECES.toArray(String[]::new))
                .run(PrinterListsFuzzTest::readSoon);
    }

    private static void check(PrinterList list) {
        assertThat(list.entries()).hasSizeLessThanOrEqualTo(Rows.MOST);
        for (Entry entry : list.entries()) {
            Harmless.line(entry.text(), 2_000);
            assertThat(entry.printer() == null).isEqualTo(entry.failure() != null);
            var failure = entry.failure();
            if (failure != null) {
                assertThat(MESSAGES.render(failure.message())).isNotBlank();
            }
        }
    }

    private static void readSoon(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("list", "");
        long begun = System.nanoTime();
        try {
            Files.write(file, bytes);
            check(new PrinterLists().read(file));
        } catch (UnreadableListException e) {
            assertThat(MESSAGES.render(e.problem())).isNotBlank().doesNotStartWith("list.");
            assertThat(MESSAGES.render(e.nextStep())).isNotBlank().doesNotStartWith("list.");
        } finally {
            Files.delete(file);
        }
        assertThat(System.nanoTime() - begun).isLessThan(SOON_NANOS);
    }

    @Property(tries = 300)
    void anyBytes(@ForAll byte[] bytes) throws IOException {
        readSoon(bytes);
    }

    @Property(tries = 600)
    void changedLists(@ForAll("changed") String text) throws IOException {
        readSoon(text.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    static Arbitrary<String> changed() {
        Arbitrary<String> piece =
                Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(4));
        Arbitrary<List<Change>> changes =
                Combinators.combine(
                                Arbitraries.doubles().between(0, 1),
                                Arbitraries.integers().between(0, 6),
                                piece)
                        .as(Change::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(6);
        return Combinators.combine(Arbitraries.of(GOOD), changes)
                .as((text, all) -> {
                    String now = text;
                    for (Change change : all) {
                        now = change.of(now);
                    }
                    return now;
                });
    }

    /** Puts a piece in place of some characters. */
    private record Change(double where, int gone, String piece) {
        String of(String text) {
            int at = (int) (where * text.length());
            return text.substring(0, at)
                    + piece
                    + text.substring(Math.min(text.length(), at + gone));
        }
    }
}
