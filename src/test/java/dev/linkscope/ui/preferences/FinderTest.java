package dev.linkscope.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.preferences.Finder.Hit;
import dev.linkscope.ui.preferences.Finder.Range;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FinderTest {
    private static Optional<Hit> find(String typed) {
        return Finder.of(typed)
                .find(
                        "Größe of the text",
                        "From 100% to 200%; the TEXT grows.",
                        List.of("font", "Schriftgröße"),
                        "Look");
    }

    @Test
    void caseAndAccentsDoNotMatterAndEveryPlaceIsMarked() {
        assertThat(find("text"))
                .contains(new Hit(List.of(new Range(13, 17)), List.of(new Range(23, 27)), null));
        assertThat(find("GROSSE")).isEmpty();
        assertThat(find("grö").orElseThrow().label()).containsExactly(new Range(0, 3));
        assertThat(find("gro").orElseThrow().label()).containsExactly(new Range(0, 3));
    }

    @Test
    void everyWordHasToBeSomewhere() {
        assertThat(find("text 200")).isPresent();
        assertThat(find("text printer")).isEmpty();
        assertThat(find("look text")).isPresent();
    }

    @Test
    void otherNamesAreTold() {
        assertThat(find("FONT").orElseThrow().also()).isEqualTo("font");
        assertThat(find("schrift text").orElseThrow().also()).isEqualTo("Schriftgröße");
        assertThat(find("text").orElseThrow().also()).isNull();
    }

    @Test
    void marksThatTouchBecomeOne() {
        assertThat(find("te ext").orElseThrow().label()).containsExactly(new Range(13, 17));
    }

    @Test
    void nothingTypedFindsEverythingUnmarked() {
        assertThat(find("  ")).contains(Hit.PLAIN);
        assertThat(Finder.of("").none()).isTrue();
        assertThat(Finder.of("a ".repeat(5_000)).words()).hasSizeLessThanOrEqualTo(50);
    }
}
