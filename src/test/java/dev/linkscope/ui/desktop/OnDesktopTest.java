package dev.linkscope.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.Preferences;
import dev.linkscope.engine.port.Preferences.WindowPlace;
import dev.linkscope.engine.port.Tray;
import dev.linkscope.engine.port.Tray.Face;
import dev.linkscope.engine.port.Tray.Item;
import dev.linkscope.engine.port.Tray.Sign;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FakeTray;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The window among other programs: its place, its symbol, what others ask of it. */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class OnDesktopTest {
    private final UiWindow window = new UiWindow();
    private final FakeTray tray = new FakeTray();

    private void prefer(Preferences preferences) {
        var stored = window.fakes.settings.load();
        window.fakes.settings.save(stored.withPreferences(preferences));
    }

    private void open() throws Exception {
        FakeSnapshots.farm().forEach(window.fakes.farm::put);
        window.tray = tray;
        window.open();
    }

    private void closeByItsButton() throws Exception {
        FxToolkit.onFx(() ->
                window.stage.fireEvent(
                        new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @AfterEach
    void end() throws Exception {
        prefer(Preferences.USUAL);
        window.close();
    }

    @Test
    void pageAndPrinterAndPlaceAreKept() throws Exception {
        open();
        window.ctrl(KeyCode.DIGIT2);
        window.robot.clickOn("Mini-03");
        FxToolkit.onFx(() -> {
            window.stage.setX(5);
            window.stage.setY(7);
            window.stage.setWidth(980);
            window.stage.setHeight(700);
        });
        UiWindow.await()
                .until(() -> {
                    WindowPlace place = window.fakes.settings.load().preferences().window();
                    return place != null
                            && place.page().equals("printer")
                            && place.x() == 5
                            && place.height() == 700;
                });
        WindowPlace place = window.fakes.settings.load().preferences().window();
        assertThat(place.width()).isEqualTo(980);
        assertThat(place.printer()).isEqualTo(FakeSnapshots.printer("Mini-03").id().toString());
    }

    @Test
    void theWindowOpensWhereItWasOnThePageItShowed() throws Exception {
        String mini = FakeSnapshots.printer("Mini-03").id().toString();
        prefer(
                Preferences.USUAL.withWindow(
                        new WindowPlace(4000, 4000, 970, 650, false, "printer", mini)));
        open();
        window.awaitText("Mini-03 loses single attempts");
        assertThat(window.shown("#farm-page")).isFalse();
    }

    @Test
    void aPlaceThatIsWrittenWhileClosingIsNotLost() throws Exception {
        open();
        FxToolkit.onFx(() -> window.stage.setWidth(977));
        FxToolkit.onFx(() -> window.stage.close());
        assertThat(window.fakes.settings.load().preferences().window().width()).isEqualTo(977);
        assertThat(tray.closed).isTrue();
    }

    @Test
    void theSymbolSaysHowThePrintersAre() throws Exception {
        open();
        UiWindow.await().until(() -> tray.face != null);
        Face face = tray.face;
        assertThat(face.sign()).isEqualTo(Sign.BAD);
        assertThat(face.text()).startsWith("5 of 12 printers need action: ");
        assertThat(face.items()).hasSize(3);
        assertThat(face.items().get(1))
                .hasSize(5)
                .extracting(Item::text)
                .anyMatch(text -> text.endsWith(": Not reachable"));

        String id = face.items().get(1).getFirst().id();
        tray.listener.accept(id);
        UiWindow.await().until(() -> !window.shown("#farm-page"));
    }

    @Test
    void aWindowThatStaysInTheTrayGoesOnWatching() throws Exception {
        prefer(Preferences.USUAL.withStaysInTray(true));
        open();
        closeByItsButton();
        assertThat(window.stage.isShowing()).isFalse();
        assertThat(tray.closed).isFalse();
        tray.listener.accept(Tray.SYMBOL);
        UiWindow.await().until(() -> window.stage.isShowing());
        tray.listener.accept("quit");
        UiWindow.await().until(() -> !window.stage.isShowing() && tray.closed);
    }

    @Test
    void aWindowThatNothingCanCallBackIsNotPutAway() throws Exception {
        prefer(Preferences.USUAL.withStaysInTray(true));
        open();
        closeByItsButton();
        tray.there = false;
        UiWindow.await().until(() -> window.stage.isShowing());
        closeByItsButton();
        UiWindow.await().until(() -> tray.closed);
    }

    @Test
    void unlessWantedClosingEnds() throws Exception {
        open();
        FxToolkit.onFx(() -> {
            closeRequest();
            window.stage.close();
        });
        assertThat(tray.closed).isTrue();
    }

    private void closeRequest() {
        window.stage.fireEvent(new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    @Test
    void linksLeadIntoTheWindow() throws Exception {
        open();
        FxToolkit.onFx(() -> window.shell.take(new Request.Link("linkscope://printer/prusa-07")));
        window.awaitText("Prusa-07 drops off the network in bursts");
        FxToolkit.onFx(() -> window.shell.take(new Request.Link("linkscope://printer/nobody")));
        window.awaitText("No printer here is called \u201cnobody\u201d.");
        assertThat(window.shown("#farm-page")).isTrue();
        FxToolkit.onFx(() -> window.shell.take(new Request.Link("linkscope://reset")));
        window.awaitText("That link does not lead anywhere");
        assertThat(List.copyOf(window.fakes.farm.calls())).isEmpty();
    }
}
