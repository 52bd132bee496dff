package dev.linkscope.ui.farm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.loss.Outage;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.engine.SessionSnapshot;
import dev.linkscope.ui.FakePane;
import dev.linkscope.ui.FakeSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintsHitTest {
    private static final Printer PRINTER = FakeSnapshots.printer("Prusa-07");

    private final PrintsHit hits = new PrintsHit();

    /** A printer whose server was away in the middle of its two hours. */
    private final SessionSnapshot outage =
            FakeSnapshots.measuring(
                    PRINTER,
                    new FakePane(1, 720).outage(300, 400).snapshot("server", FakeSnapshots.NOW),
                    null);

    private static SessionSnapshot printing(SessionSnapshot snapshot, boolean prints) {
        return FakeSnapshots.told(
                snapshot,
                List.of(Fact.known("octoprint.printing", String.valueOf(prints), null)),
                List.of());
    }

    private Outage theOutage() {
        List<Outage> outages = outage.server().figures().outages();
        assertThat(outages).hasSize(1);
        return outages.getFirst();
    }

    @Test
    void nothingIsSaidWhileNobodyKnowsWhetherItPrints() {
        assertThat(hits.seen(outage, FakeSnapshots.NOW)).isNull();
    }

    @Test
    void anOutageDuringAPrintCountsOnceHoweverOftenItIsSeen() {
        Instant middle = theOutage().start().plus(Duration.ofMinutes(1));
        hits.seen(printing(outage, true), middle);
        hits.seen(printing(outage, true), middle.plusSeconds(30));

        assertThat(hits.seen(printing(outage, false), middle.plusSeconds(60))).isEqualTo(1);
        assertThat(hits.seen(printing(outage, true), FakeSnapshots.NOW)).isEqualTo(1);
    }

    @Test
    void anOutageBeforeOrAfterAPrintDoesNotCount() {
        Instant before = theOutage().start().minus(Duration.ofMinutes(20));
        hits.seen(printing(outage, true), before);
        hits.seen(printing(outage, true), before.plusSeconds(60));
        hits.seen(printing(outage, false), before.plusSeconds(120));
        Instant after = theOutage().end().plusSeconds(60);
        hits.seen(printing(outage, true), after);

        assertThat(hits.seen(printing(outage, true), after.plusSeconds(60))).isZero();
    }

    @Test
    void aPrinterThatIsNotWatchedAnyMoreIsForgotten() {
        Instant middle = theOutage().start().plus(Duration.ofMinutes(1));
        hits.seen(printing(outage, true), middle);
        hits.seen(printing(outage, true), middle.plusSeconds(30));
        hits.retain(List.of());

        assertThat(hits.seen(outage, FakeSnapshots.NOW)).isNull();
    }
}
