package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.fix.ActionCall;
import dev.linkscope.domain.fix.CaseState;
import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.FixCase;
import dev.linkscope.domain.fix.FixPane;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.domain.fix.Span;
import dev.linkscope.domain.fix.Trial;
import dev.linkscope.domain.fix.TrialState;
import dev.linkscope.domain.fix.ValueChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of what was tried, whichever database it is in. */
abstract class FixStoreContract extends FixSharingContract {
    @Test
    void aNewHistoryHasNothing() {
        assertThat(fixes().cases()).isEmpty();
        assertThat(fixes().ledger()).isEmpty();
    }

    @Test
    void everyFieldOfACaseComesBack() {
        FixCase full =
                MadeFixes.fixCase(
                        "c",
                        1,
                        MadeFixes.trial(TrialState.UNDONE, MadeFixes.at(800)),
                        MadeFixes.trial(TrialState.AWAY, null),
                        MadeFixes.trial(TrialState.TAKEN_BACK, MadeFixes.at(9_000)));
        FixCase bare =
                new FixCase(
                        "d",
                        "g",
                        MadeFixes.PRINTER,
                        "p",
                        "r",
                        FixPane.SERVER,
                        MadeFixes.at(2),
                        "",
                        List.of(),
                        CaseState.OPEN,
                        null);

        fixes().save(full);
        fixes().save(bare);

        assertThat(again().cases()).containsExactly(full, bare);
    }

    @ParameterizedTest
    @EnumSource(TrialState.class)
    void everyStateOfATrialComesBack(TrialState state) {
        FixCase saved = MadeFixes.fixCase("c", 0, MadeFixes.trial(state, null));

        fixes().save(saved);

        assertThat(fixes().cases()).containsExactly(saved);
    }

    @ParameterizedTest
    @EnumSource(EntryState.class)
    void everyFieldOfAnEntryComesBack(EntryState state) {
        LedgerEntry saved = MadeFixes.entry("e", 0, state);

        fixes().save(saved);

        assertThat(again().ledger()).containsExactly(saved);
    }

    @Test
    void whatIsNotThereStaysAway() {
        LedgerEntry byHand =
                new LedgerEntry(
                        "e",
                        "c",
                        MadeFixes.PRINTER,
                        "cable",
                        null,
                        "anna",
                        MadeFixes.at(0),
                        null,
                        EntryState.BEGUN,
                        List.of(new ValueChange("place", null, null)),
                        null,
                        List.of());
        LedgerEntry argless =
                new LedgerEntry(
                        "f",
                        "c",
                        MadeFixes.PRINTER,
                        "reboot",
                        new ActionCall("restart", Map.of()),
                        "",
                        MadeFixes.at(1),
                        MadeFixes.at(1),
                        EntryState.FAILED,
                        List.of(),
                        "",
                        List.of());

        fixes().save(byHand);
        fixes().save(argless);

        assertThat(again().ledger()).containsExactly(byHand, argless);
    }

    @Test
    void theOldestComesFirstAndOfOneMomentTheFirstOneSaved() {
        for (String id : List.of("z", "m", "a")) {
            fixes().save(MadeFixes.fixCase(id, 5));
            fixes().save(MadeFixes.entry(id, 5, EntryState.DONE));
        }
        fixes().save(MadeFixes.fixCase("early", 4));
        fixes().save(MadeFixes.entry("early", 4, EntryState.DONE));
        fixes().save(MadeFixes.fixCase("z", 5));

        assertThat(again().cases()).extracting(FixCase::id).containsExactly("early", "z", "m", "a");
        assertThat(fixes().ledger())
                .extracting(LedgerEntry::id)
                .containsExactly("early", "z", "m", "a");
    }

    @Test
    void savingAgainReplacesTheWhole() {
        fixes().save(MadeFixes.fixCase("c", 0, MadeFixes.trial(TrialState.BETTER, null)));
        FixCase other = MadeFixes.fixCase("other", 1, MadeFixes.trial(TrialState.BETTER, null));
        fixes().save(other);
        FixCase without = MadeFixes.fixCase("c", 0);
        fixes().save(without);
        LedgerEntry begun = MadeFixes.entry("e", 0, EntryState.BEGUN);
        fixes().save(begun);
        LedgerEntry done =
                new LedgerEntry(
                        "e",
                        begun.fixCase(),
                        begun.printer(),
                        begun.step(),
                        null,
                        begun.who(),
                        begun.begun(),
                        MadeFixes.at(9),
                        EntryState.DONE,
                        List.of(),
                        null,
                        List.of(Statement.of("done")));
        fixes().save(done);

        assertThat(again().cases()).containsExactly(without, other);
        assertThat(fixes().ledger()).containsExactly(done);
        assertThat(number("SELECT COUNT(*) FROM fix_argument")).isZero();
        assertThat(number("SELECT COUNT(*) FROM fix_trial")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE fix_entry; --",
                "a\0b",
                "\\0 \\u0041 \\\\ \\",
                "half \ud83d of one, \udc00 the other",
                "whole \ud83d\ude00 one",
                "tab\tline\r\n\u0085\u2028end",
                "\u202eright to left",
                "{0} {1,number} ''{'",
                "{\"key\":\"x\",\"args\":[{\"int\":1}]}",
                " ",
                "",
            })
    void everyTextComesBackToTheLastSign(String text) {
        var saved =
                new LedgerEntry(
                        "e" + text,
                        text,
                        MadeFixes.PRINTER,
                        text,
                        new ActionCall(text, Map.of(text, text, "b" + text, "")),
                        text,
                        MadeFixes.at(0),
                        null,
                        EntryState.BEGUN,
                        List.of(new ValueChange(text, text, text)),
                        text,
                        List.of(new Statement(text, List.of(text, Statement.of(text, text)))));
        FixCase fixCase =
                new FixCase(
                        text,
                        text,
                        MadeFixes.PRINTER,
                        text,
                        text,
                        FixPane.SERVER,
                        MadeFixes.at(0),
                        text,
                        List.of(
                                new Trial(
                                        text,
                                        new Span(MadeFixes.at(0), MadeFixes.at(0)),
                                        MadeFixes.at(0),
                                        List.of(),
                                        null,
                                        TrialState.HELD,
                                        null)),
                        CaseState.ENDED,
                        null);

        fixes().save(saved);
        fixes().save(fixCase);

        assertThat(again().ledger()).containsExactly(saved);
        assertThat(fixes().cases()).containsExactly(fixCase);
    }

    @Test
    void aLongTextComesBack() {
        LedgerEntry entry = MadeFixes.entry("e", 0, EntryState.DONE);
        String long1 = "0123456789abcde\n".repeat(65_536);
        var saved =
                new LedgerEntry(
                        "e",
                        "c",
                        entry.printer(),
                        "s",
                        null,
                        "w",
                        entry.begun(),
                        null,
                        EntryState.BEGUN,
                        List.of(new ValueChange("file", long1, null)),
                        long1,
                        List.of(Statement.of("k", long1)));

        fixes().save(saved);

        assertThat(again().ledger()).containsExactly(saved);
    }

    @Test
    void numbersThatAreNoneAndTimesWithoutEndComeBack() {
        var said =
                Statement.of(
                        "k",
                        Double.NaN,
                        Double.NEGATIVE_INFINITY,
                        Double.MIN_VALUE,
                        -0.0,
                        0.1f,
                        Long.MIN_VALUE,
                        Integer.MAX_VALUE,
                        Instant.MAX,
                        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
                        Duration.ofNanos(-1));
        LedgerEntry entry = MadeFixes.entry("e", 0, EntryState.DONE);
        LedgerEntry saved = entry.ended(EntryState.DONE, MadeFixes.at(1), List.of(said));
        FixCase open =
                MadeFixes.fixCase(
                        "c",
                        0,
                        new Trial(
                                "s",
                                new Span(Instant.MIN, MadeFixes.at(0)),
                                MadeFixes.at(0),
                                List.of(new Span(MadeFixes.at(0), Instant.MAX)),
                                null,
                                TrialState.AWAY,
                                null));

        fixes().save(saved);
        fixes().save(open);

        assertThat(again().ledger()).containsExactly(saved);
        assertThat(fixes().cases()).containsExactly(open);
    }
}
