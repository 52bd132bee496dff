package dev.linkscope.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.ui.FakeServices;
import dev.linkscope.ui.FakeSnapshots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What second starts and links do in the window. */
class RequestsTest {
    private final List<String> done = new ArrayList<>();
    private List<Printer> printers =
            Stream.of("Prusa-07", "Ender-01", "Twin", "twin", "A", "B", "C")
                    .map(FakeSnapshots::printer)
                    .toList();

    private final Places places =
            new Places() {
                @Override
                public List<Printer> printers() {
                    return printers;
                }

                @Override
                public void showFarm() {
                    done.add("farm");
                }

                @Override
                public void search(String query) {
                    done.add("search " + query);
                }

                @Override
                public void open(PrinterId printer) {
                    done.add(
                            "open "
                                    + printers.stream()
                                            .filter(one -> one.id().equals(printer))
                                            .findFirst()
                                            .orElseThrow()
                                            .name());
                }

                @Override
                public void openDemo() {
                    done.add("demo");
                }

                @Override
                public void openReports(List<Path> files) {
                    done.add("reports " + files);
                }

                @Override
                public void say(String sentence) {
                    done.add(sentence);
                }
            };

    private List<String> after(Request request) {
        new Requests(places, FakeServices.WORDING, () -> done.add("front")).accept(request);
        return done;
    }

    private List<String> after(String link) {
        return after(new Request.Link(link));
    }

    @Test
    void aSecondStartBringsTheWindowToTheFront() {
        assertThat(after(new Request.Show())).containsExactly("front");
    }

    @Test
    void theDemoAndReportsOpen() {
        assertThat(after(new Request.Demo())).containsExactly("front", "demo");
        done.clear();
        assertThat(after(new Request.Report(Path.of("/a.pdf"))))
                .containsExactly("front", "reports [/a.pdf]");
    }

    @Test
    void linksLeadToPrintersByNameAndById() {
        assertThat(after("linkscope://printer/prusa-07")).containsExactly("front", "open Prusa-07");
        done.clear();
        assertThat(after("linkscope://printer/" + printers.get(1).id()))
                .containsExactly("front", "open Ender-01");
        done.clear();
        assertThat(after("linkscope://farm")).containsExactly("front", "farm");
    }

    @Test
    void whatIsAmbiguousIsSearchedFor() {
        assertThat(after("linkscope://printer/TWIN"))
                .containsExactly(
                        "front",
                        "search Twin",
                        "2 printers are called \u201cTWIN\u201d. They are shown here; choose one.");
    }

    @Test
    void whatIsNotThereIsSaidWithWhatIs() {
        assertThat(after("linkscope://printer/Voron"))
                .containsExactly(
                        "front",
                        "farm",
                        "No printer here is called \u201cVoron\u201d. There are, among others:"
                                + " Prusa-07, Ender-01, Twin, twin, A.");
        done.clear();
        printers = printers.subList(0, 2);
        assertThat(after("linkscope://printer/" + "x".repeat(150)).getLast())
                .isEqualTo(
                        "No printer here is called \u201c"
                                + "x".repeat(40)
                                + "…\u201d. There are: Prusa-07, Ender-01.");
        done.clear();
        printers = List.of();
        assertThat(after("linkscope://printer/Voron").getLast()).startsWith("That link leads to");
    }

    @Test
    void whatIsNoLinkIsSaid() {
        assertThat(after("linkscope://reset/all").getLast()).contains("linkscope://printer/NAME");
    }
}
