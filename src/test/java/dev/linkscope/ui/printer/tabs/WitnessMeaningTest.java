package dev.linkscope.ui.printer.tabs;

import static dev.linkscope.ui.FakeWitness.row;
import static dev.linkscope.ui.FakeWitness.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.WitnessRow;
import dev.linkscope.domain.diagnosis.WitnessRow.Place;
import dev.linkscope.domain.loss.PaneState;
import dev.linkscope.domain.probe.JointCounts;
import dev.linkscope.ui.FakeServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WitnessMeaningTest {
    @ParameterizedTest
    @CsvSource({
        // of ten looks while it failed there, failed here: router, internet, server
        "0, 0, 0, ONLY_THERE",
        "0, 0, 1, ONLY_THERE",
        "9, 0, 0, ONLY_THERE_APART",
        "0, 0, 3, MIXED",
        "0, 0, 8, SERVER",
        "0, 9, 9, INTERNET",
        "9, 9, 9, ROUTER"
    })
    void thePlaceNearestThatFailsHereTooIsToBlame(
            int router, int internet, int server, WitnessMeaning expected) {
        var seen =
                view(
                        row(Place.ROUTER, 700, router, 10, router),
                        row(Place.REFERENCE, 240, internet, 10, internet),
                        row(Place.SERVER, 240, server, 10, server));
        assertThat(WitnessMeaning.of(seen, PaneState.TAKE_ACTION)).isEqualTo(expected);
        assertThat(WitnessMeaning.of(seen, PaneState.NO_CONNECTION)).isEqualTo(expected);
    }

    @Test
    void withoutReferencesOrRouterLessIsSaid() {
        assertThat(WitnessMeaning.of(view(row(Place.SERVER, 240, 9, 10, 9)), PaneState.WATCH))
                .isEqualTo(WitnessMeaning.SERVER_ALONE);
        assertThat(WitnessMeaning.of(view(row(Place.SERVER, 240, 0, 10, 0)), PaneState.WATCH))
                .isEqualTo(WitnessMeaning.ONLY_THERE_APART);
    }

    @Test
    void fewLooksSayNothing() {
        assertThat(WitnessMeaning.of(view(row(Place.SERVER, 240, 0, 4, 0)), PaneState.WATCH))
                .isEqualTo(WitnessMeaning.TOO_EARLY);
        assertThat(WitnessMeaning.of(view(), PaneState.TAKE_ACTION))
                .isEqualTo(WitnessMeaning.TOO_EARLY);
        assertThat(WitnessMeaning.of(view(), PaneState.HEALTHY))
                .isEqualTo(WitnessMeaning.TOO_EARLY);
        assertThat(WitnessMeaning.of(view(row(Place.SERVER, 240, 0, 0, 0)), PaneState.NO_DATA))
                .isEqualTo(WitnessMeaning.TOO_EARLY);
    }

    @Test
    void whatFailsFromHereAlwaysBlamesNobodyElse() {
        var seen = view(row(Place.SERVER, 240, 240, 10, 10));
        assertThat(WitnessMeaning.of(seen, PaneState.TAKE_ACTION))
                .isEqualTo(WitnessMeaning.ONLY_HERE);
        assertThat(WitnessMeaning.of(seen, PaneState.HEALTHY)).isEqualTo(WitnessMeaning.ONLY_HERE);
        assertThat(WitnessMeaning.of(view(row(Place.SERVER, 240, 2, 0, 0)), PaneState.CLEAN_SO_FAR))
                .isEqualTo(WitnessMeaning.BOTH_FINE);
    }

    @Test
    void aComputerWithoutNetworkCannotTell() {
        var gone = view(gone(Place.ROUTER), gone(Place.REFERENCE), gone(Place.SERVER));
        assertThat(WitnessMeaning.of(gone, PaneState.TAKE_ACTION)).isEqualTo(WitnessMeaning.BLIND);
        assertThat(WitnessMeaning.of(view(gone(Place.SERVER)), PaneState.NO_CONNECTION))
                .as("one place alone may well be down")
                .isNotEqualTo(WitnessMeaning.BLIND);
    }

    private static WitnessRow gone(Place place) {
        return new WitnessRow(
                place, "x", 50, 9, 9, "connect.timeout", new JointCounts(9, 9), JointCounts.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void eachHasItsSentence(WitnessMeaning meaning) {
        assertThat(FakeServices.MESSAGES.has(meaning.key())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void eachPlaceHasItsName(Place place) {
        assertThat(FakeServices.MESSAGES.has("witness.place." + place)).isTrue();
    }
}
