package dev.linkscope.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.history.Rollup;
import dev.linkscope.domain.history.SpanComparison;
import dev.linkscope.domain.history.SpanComparison.Result;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.probe.ProbeKind;
import dev.linkscope.engine.port.HistoryBook;
import dev.linkscope.engine.port.OutcomeStore;
import dev.linkscope.i18n.Messages;
import dev.linkscope.stats.Simulated;
import dev.linkscope.stats.math.SplitMix;
import dev.linkscope.store.sqlite.SqliteHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HistoryComparisonsTest {
    private static final Instant START = Instant.parse("2026-11-09T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    @TempDir Path folder;
    private OutcomeStore store;
    private final PrinterId printer = PrinterId.random();

    @BeforeEach
    void open() {
        store =
                SqliteHistory.open(folder.resolve("history.db"), InstantSource.fixed(START))
                        .store();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static String day(double loss, int seed) {
        return Simulated.independent(8_640, loss, new SplitMix(seed));
    }

    private static Span day(int number) {
        return new Span(
                START.plus(DAY.multipliedBy(number)), START.plus(DAY.multipliedBy(number + 1)));
    }

    private HistoryComparisons comparisons(HistoryBook book) {
        return new HistoryComparisons(store, book, ENGLISH::render);
    }

    private SpanComparison server(Span first, Span second) throws IOException {
        return comparisons(HistoryBook.NONE).compare(printer, first, second).getFirst();
    }

    private static List<String> keys(SpanComparison pane) {
        return pane.said().stream().map(Statement::key).toList();
    }

    @Test
    void fewerIsSaidInPlainWords() throws Exception {
        new WrittenHistory(store, printer, "a", START).server(day(0.05, 1) + day(0.01, 2));
        SpanComparison pane = server(day(0), day(1));
        assertThat(pane.pane()).isEqualTo("server");
        assertThat(pane.result()).isEqualTo(Result.FEWER);
        assertThat(pane.pValue()).isLessThan(0.001);
        assertThat(pane.first().attempts()).isEqualTo(8_640);
        assertThat(pane.second().errors()).isLessThan(pane.first().errors());
        assertThat(keys(pane))
                .containsExactly("compare.fewer.server", "compare.rates", "compare.cause");
        assertThat(ENGLISH.render(pane.said().getFirst()))
                .startsWith("The connection to the server dropped out less often: ")
                .contains(" times in 24 h that were measured, against ");
        assertThat(server(day(1), day(2)).result()).isEqualTo(Result.TOO_LITTLE);
    }

    @Test
    void bothPanesThatWereMeasured() throws Exception {
        var run = new WrittenHistory(store, printer, "a", START);
        run.server(day(0, 1) + day(0, 2));
        run.add(
                "webcam",
                ProbeKind.WEBCAM_SNAPSHOT,
                Duration.ofSeconds(10),
                day(0.01, 1) + day(0.05, 2));
        List<SpanComparison> panes = comparisons(HistoryBook.NONE).compare(printer, day(0), day(1));
        assertThat(panes).extracting(SpanComparison::pane).containsExactly("server", "webcam");
        assertThat(panes)
                .extracting(SpanComparison::result)
                .containsExactly(Result.NO_DIFFERENCE_SHOWN, Result.MORE);
        assertThat(comparisons(HistoryBook.NONE).compare(PrinterId.random(), day(0), day(1)))
                .isEmpty();
    }

    @Test
    void whatItCannotTellIsSaid() throws Exception {
        new WrittenHistory(store, printer, "a", START)
                .server(day(0.05, 1) + day(0.05, 2).substring(0, 4_000));
        Span morning = new Span(START.plus(DAY), START.plus(DAY).plus(Duration.ofHours(6)));
        assertThat(keys(server(day(0), morning))).contains("compare.hours", "compare.small");
        assertThat(keys(server(day(0), day(1)))).contains("compare.covered.second");
    }

    @Test
    void sumsOfAnEarlierTimeAreTold() throws Exception {
        new WrittenHistory(store, printer, "a", START.plus(DAY)).server(day(0.05, 1));
        var book = new MemoryBook();
        book.sums.add(new Rollup(START, 300, 60, 0, 40));
        SpanComparison pane = comparisons(book).compare(printer, day(0), day(1)).getFirst();
        assertThat(pane.result()).isEqualTo(Result.TOO_LITTLE);
        assertThat(keys(pane)).containsExactly("compare.little.first", "span.sums");
    }

    @Test
    void aBrokenHistoryIsSaidInASentence() {
        var broken =
                new HistoryComparisons(
                        new StoreBeside(
                                store,
                                _ -> {
                                    throw new IllegalStateException("SQLITE_IOERR");
                                }),
                        HistoryBook.NONE,
                        ENGLISH::render);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> broken.compare(printer, day(0), day(1)))
                .withMessageContaining("cannot be read")
                .withMessageNotContaining("SQLITE");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 24, 24, 48, true",
        "0, 24, 168, 191, true",
        "0, 168, 168, 228, false",
        "0, 168, 168, 240, true",
        "0, 6, 24, 30, true",
        "0, 6, 30, 36, false",
        "0, 24, 24, 30, false"
    })
    void hoursOfTheDay(long from, long to, long laterFrom, long laterTo, boolean same) {
        assertThat(SameHours.in(hours(from, to), hours(laterFrom, laterTo))).isEqualTo(same);
    }

    private static Span hours(long from, long to) {
        return new Span(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(to)));
    }
}
