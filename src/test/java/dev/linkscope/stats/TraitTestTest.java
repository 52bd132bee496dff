package dev.linkscope.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linkscope.stats.TraitTest.Found;
import dev.linkscope.stats.TraitTest.Subject;
import dev.linkscope.stats.math.FisherExact;
import dev.linkscope.stats.math.SplitMix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TraitTestTest {
    private static final double FIVE_PERCENT = 0.05;

    private static void add(List<Subject> farm, int count, boolean sick, Map<String, String> has) {
        for (int i = 0; i < count; i++) {
            farm.add(new Subject("p" + farm.size(), sick, has));
        }
    }

    @Test
    void namesWhatTheSickHaveAndTheWellHaveNot() {
        List<Subject> farm = new ArrayList<>();
        add(farm, 6, true, Map.of("access_point", "B", "model", "Pi 4"));
        add(farm, 1, true, Map.of("access_point", "A", "model", "Pi 4"));
        add(farm, 9, false, Map.of("access_point", "A", "model", "Pi 4"));
        List<Found> found = TraitTest.find(farm, FIVE_PERCENT);
        assertThat(found).hasSize(1);
        Found b = found.getFirst();
        assertThat(List.of(b.trait(), b.value())).containsExactly("access_point", "B");
        assertThat(List.of(b.sickWith(), b.sick(), b.wellWith(), b.well()))
                .containsExactly(6, 7, 0, 9);
        assertThat(b.names()).containsExactly("p0", "p1", "p2", "p3", "p4", "p5");
        // Two values were tried; that all are of one model can tell nothing.
        assertThat(b.pValue()).isCloseTo(2 * FisherExact.upperTail(6, 7, 0, 9), within(1e-12));
    }

    @Test
    void whatIsUnknownIsLeftOut() {
        List<Subject> farm = new ArrayList<>();
        add(farm, 5, true, Map.of("access_point", "B"));
        add(farm, 20, false, Map.of());
        assertThat(TraitTest.find(farm, FIVE_PERCENT)).isEmpty();
        add(farm, 6, false, Map.of("access_point", "A"));
        assertThat(TraitTest.find(farm, FIVE_PERCENT).getFirst().well()).isEqualTo(6);
    }

    @Test
    void whatIsKnownNotToBeThereCountsButIsNoTrait() {
        List<Subject> farm = new ArrayList<>();
        add(farm, 8, true, Map.of("access_point", ""));
        add(farm, 8, false, Map.of("access_point", "A"));
        assertThat(TraitTest.find(farm, FIVE_PERCENT)).isEmpty();
        List<Subject> turned = new ArrayList<>();
        add(turned, 8, true, Map.of("access_point", "A"));
        add(turned, 8, false, Map.of("access_point", ""));
        assertThat(TraitTest.find(turned, FIVE_PERCENT)).hasSize(1);
    }

    @Test
    void moreThatIsTriedNeedsMore() {
        List<Subject> farm = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Map<String, String> traits = new HashMap<>();
            traits.put("access_point", i < 5 ? "B" : "A");
            for (int other = 0; other < 12; other++) {
                traits.put("other " + other, Integer.toString((i * 7 + other) / 3 % 2));
            }
            farm.add(new Subject("p" + i, i < 4, traits));
        }
        // 4 of 4 against 1 of 6: 5/210 alone, and nothing after twenty others were tried.
        assertThat(FisherExact.upperTail(4, 4, 1, 6)).isLessThan(FIVE_PERCENT);
        assertThat(TraitTest.find(farm, FIVE_PERCENT))
                .noneMatch(found -> found.trait().equals("access_point"));
    }

    @Test
    void emptyAndUniformFarmsShowNothing() {
        assertThat(TraitTest.find(List.of(), FIVE_PERCENT)).isEmpty();
        List<Subject> farm = new ArrayList<>();
        add(farm, 9, true, Map.of("os", "12"));
        assertThat(TraitTest.find(farm, FIVE_PERCENT)).isEmpty();
    }

    @Property(tries = 100)
    void isReasonableWhateverTheFarm(@ForAll long seed) {
        List<Subject> farm = TraitStudy.farm(30, new SplitMix(seed), false);
        double before = 0;
        for (Found found : TraitTest.find(farm, 0.5)) {
            assertThat(found.pValue()).isBetween(before, 0.5);
            before = found.pValue();
            assertThat(found.sickWith()).isEqualTo(found.names().size());
            assertThat(found.sickWith() * found.well())
                    .isGreaterThan(found.wellWith() * found.sick());
            assertThat(found.value()).isNotEmpty();
        }
    }

    @Test
    void farmsWithoutAnAssociationSeldomShowOne() {
        assertThat(TraitStudy.share(20, 400, false)).isLessThanOrEqualTo(0.05);
    }
}
