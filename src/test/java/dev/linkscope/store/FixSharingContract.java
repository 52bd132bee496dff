package dev.linkscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fix.EntryState;
import dev.linkscope.domain.fix.LedgerEntry;
import dev.linkscope.engine.port.FixStore;
import dev.linkscope.support.NamedThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is kept of what was tried while others write, and after a program was killed, whichever
 * database it is in.
 */
@Timeout(60)
abstract class FixSharingContract {
    private StoreOpened opened;

    /** Opens the history of this test, each time the same. */
    abstract StoreOpened openIt();

    /** The file or the address of this history. */
    abstract String history();

    /** What its database answers, past the store. */
    abstract long number(String sql);

    @BeforeEach
    void open() {
        opened = openIt();
    }

    @AfterEach
    void close() {
        opened.store().close();
    }

    /** After the program was closed and started again. */
    FixStore again() {
        opened.store().close();
        opened = openIt();
        return opened.fixes();
    }

    FixStore fixes() {
        return opened.fixes();
    }

    @Test
    void severalThreadsMaySaveAtOnceWhileTheHistoryIsWritten() throws Exception {
        Made.announce(opened.store(), MadeFixes.PRINTER, "r");
        var workers = NamedThreads.pool("test-fixes", 4);
        try {
            for (int thread = 0; thread < 4; thread++) {
                String name = "t" + thread + "-";
                workers.execute(() -> {
                    for (int i = 0; i < 25; i++) {
                        fixes().save(MadeFixes.entry(name + i, i, EntryState.DONE));
                        fixes().save(MadeFixes.fixCase("shared", i));
                    }
                });
            }
            opened.store().append("r", Made.outcomes(1, 3_000));
        } finally {
            workers.shutdown();
            assertThat(workers.awaitTermination(40, TimeUnit.SECONDS)).isTrue();
        }
        opened.store().flush();

        assertThat(fixes().ledger()).hasSize(100);
        assertThat(fixes().cases()).hasSize(1);
        assertThat(opened.store().committedSequence("r")).isEqualTo(3_000);
    }

    @Test
    void twoProgramsKeepOneLedger() {
        StoreOpened other = openIt();
        try {
            fixes().save(MadeFixes.entry("mine", 0, EntryState.BEGUN));
            other.fixes().save(MadeFixes.entry("theirs", 1, EntryState.BEGUN));
            other.fixes().save(MadeFixes.entry("mine", 0, EntryState.UNDONE));
            fixes().save(MadeFixes.fixCase("c", 0));
            other.fixes().save(MadeFixes.fixCase("c", 3));

            assertThat(fixes().ledger())
                    .isEqualTo(other.fixes().ledger())
                    .extracting(LedgerEntry::state)
                    .containsExactly(EntryState.UNDONE, EntryState.BEGUN);
            assertThat(fixes().cases()).containsExactly(MadeFixes.fixCase("c", 3));
        } finally {
            other.store().close();
        }
    }

    @Test
    void twoProcessesAtOnceLoseNothing() throws Exception {
        Process child = FixLoop.start(history(), "child", 60, Integer.MAX_VALUE);
        try (var out = child.inputReader()) {
            assertThat(out.readLine()).isEqualTo("begun 0");
            for (int i = 0; i < 60; i++) {
                fixes().save(MadeFixes.entry("own-" + i, i, EntryState.DONE));
                fixes().save(MadeFixes.fixCase("both", i));
            }
            assertThat(child.waitFor(40, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
        } finally {
            child.destroyForcibly();
        }
        assertThat(fixes().ledger()).hasSize(120).allMatch(e -> e.state() == EntryState.DONE);
        assertThat(fixes().cases()).hasSize(1);
    }

    @Test
    void aProgramKilledInTheMiddleLeavesTheChangeBegun() throws Exception {
        opened.store().close();
        Process child = FixLoop.start(history(), "child", 100, 7);
        try (var out = child.inputReader()) {
            String line = "";
            while (!"begun 7".equals(line)) {
                line = String.valueOf(out.readLine());
                assertThat(line).isNotEqualTo("null");
            }
        } finally {
            child.destroyForcibly(); // SIGKILL where there is one
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        opened = openIt();

        assertThat(opened.movedAside()).isNull();
        List<LedgerEntry> ledger = fixes().ledger();
        assertThat(ledger).hasSize(8);
        assertThat(ledger.subList(0, 7)).allMatch(entry -> entry.state() == EntryState.DONE);
        assertThat(ledger.get(7)).isEqualTo(MadeFixes.entry("child-7", 7, EntryState.BEGUN));
    }

    @Test
    void aBigLedgerIsReadInNoTime() {
        List<LedgerEntry> saved = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            LedgerEntry entry = MadeFixes.entry("e" + i, i, EntryState.DONE);
            saved.add(entry);
            fixes().save(entry);
        }
        FixStore fixes = again();
        fixes.ledger();
        long began = System.nanoTime();

        List<LedgerEntry> read = fixes.ledger();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(read).isEqualTo(saved);
    }
}
