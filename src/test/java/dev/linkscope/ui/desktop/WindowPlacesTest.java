package dev.linkscope.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.Preferences.WindowPlace;
import java.util.List;
import javafx.geometry.Rectangle2D;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A window opens where it can be seen. */
class WindowPlacesTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1040);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 2560, 1400);
    private static final Rectangle2D LEAST = new Rectangle2D(0, 0, 960, 620);

    private static WindowPlace place(double x, double y, double width, double height) {
        return new WindowPlace(x, y, width, height, false, "farm", "id");
    }

    private static WindowPlace fit(WindowPlace place, Rectangle2D... screens) {
        return WindowPlaces.fit(place, List.of(screens), LEAST);
    }

    @Test
    void aPlaceThatCanBeSeenStays() {
        WindowPlace onTheRight = place(2400, 100, 1400, 900);
        assertThat(fit(onTheRight, LEFT, RIGHT)).isEqualTo(onTheRight);
        WindowPlace partlyOut = place(-300, 10, 1280, 800);
        assertThat(fit(partlyOut, LEFT)).isEqualTo(partlyOut);
    }

    @Test
    void aScreenThatIsGoneMovesTheWindowToTheMiddleOfTheFirst() {
        assertThat(fit(place(2400, 100, 1400, 900), LEFT)).isEqualTo(place(260, 70, 1400, 900));
    }

    @Test
    void aTitleBarOutOfReachMovesTheWindow() {
        assertThat(fit(place(100, -200, 1280, 800), LEFT).y()).isEqualTo(120);
        assertThat(fit(place(100, 1030, 1280, 800), LEFT).y()).isEqualTo(120);
        assertThat(fit(place(1850, 100, 1280, 800), LEFT).x()).isEqualTo(320);
    }

    @Test
    void aWindowIsNeverLargerThanItsScreenNorTooSmall() {
        assertThat(fit(place(0, 0, 5000, 4000), LEFT)).isEqualTo(place(0, 0, 1920, 1040));
        assertThat(fit(place(0, 0, 10, 10), LEFT)).isEqualTo(place(0, 0, 960, 620));
    }

    @Property(tries = 2000)
    void anyStoredPlaceBecomesOneInSight(
            @ForAll double x, @ForAll double y, @ForAll double width, @ForAll double height) {
        WindowPlace fit = fit(place(x, y, width, height), LEFT, RIGHT);
        assertThat(fit.width()).isBetween(960.0, 2560.0);
        assertThat(fit.height()).isBetween(620.0, 1400.0);
        assertThat(fit.x()).isBetween(-2560.0, 4480.0);
        assertThat(fit.y()).isBetween(-1.0, 1400.0);
    }

    @Test
    void notANumberIsNoPlace() {
        WindowPlace fit = fit(place(Double.NaN, Double.NaN, Double.NaN, 800), LEFT);
        assertThat(fit).isEqualTo(place(0, 120, 1920, 800));
    }
}
