package dev.linkscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.TKClipboard;
import dev.linkscope.ui.FakeSnapshots;
import dev.linkscope.ui.FxToolkit;
import dev.linkscope.ui.UiWindow;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Reports dropped onto the window, and the keys that lead to a report. */
@ExtendWith(FxToolkit.class)
@Timeout(60)
class ReportFilesTest {
    private final UiWindow window = new UiWindow();
    private final List<String> opened = new CopyOnWriteArrayList<>();

    private void open() throws Exception {
        window.fakes.farm.put(FakeSnapshots.healthy("Ender-01", 1));
        window.fakes.farm.put(FakeSnapshots.healthy("Ender-02", 2));
        window.open();
        FxToolkit.onFx(() ->
                window.shell.openReportsWith(
                        file -> opened.add(String.valueOf(file.getFileName()))));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    /** A drag of files, as no mouse of this platform can begin one. */
    private void drag(EventType<DragEvent> type, String... names) throws Exception {
        List<File> files = Stream.of(names).map(File::new).toList();
        TKClipboard clipboard =
                (TKClipboard)
                        Proxy.newProxyInstance(
                                TKClipboard.class.getClassLoader(),
                                new Class<?>[] {TKClipboard.class},
                                (proxy, method, args) ->
                                        switch (method.getName()) {
                                            case "hasContent" -> args[0] == DataFormat.FILES;
                                            case "getContent" -> files;
                                            case "getTransferModes" ->
                                                    EnumSet.allOf(TransferMode.class);
                                            default -> null;
                                        });
        Constructor<Dragboard> make = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
        make.setAccessible(true);
        FxToolkit.onFx(() -> {
            Dragboard board = make.newInstance(clipboard);
            Node root = window.stage.getScene().getRoot();
            Event.fireEvent(
                    root,
                    new DragEvent(
                            type, board, 10, 10, 10, 10, TransferMode.COPY, null, root, null));
            return board;
        });
    }

    @Test
    void reportsAreOpenedOneAfterTheOther() throws Exception {
        open();
        drag(DragEvent.DRAG_OVER, "one.pdf");
        Node root = window.stage.getScene().getRoot();
        assertThat(root.getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("dropping"));
        drag(DragEvent.DRAG_DROPPED, "/tmp/one.pdf", "/tmp/TWO.JSON", "/tmp/three.zip");
        assertThat(opened).containsExactly("one.pdf", "TWO.JSON", "three.zip");
        drag(DragEvent.DRAG_EXITED, "one.pdf");
        assertThat(root.getPseudoClassStates())
                .noneMatch(state -> state.getPseudoClassName().equals("dropping"));
    }

    @Test
    void whatIsNoReportIsSaid() throws Exception {
        open();
        drag(DragEvent.DRAG_DROPPED, "/tmp/cat.jpg", "/tmp/one.pdf");
        window.awaitText("This is no report: cat.jpg. Drop a PDF, JSON or ZIP file");
        assertThat(opened).containsExactly("one.pdf");
    }

    @Test
    void tooManyAtOnceAreSaid() throws Exception {
        open();
        drag(
                DragEvent.DRAG_DROPPED,
                Stream.iterate(1, n -> n + 1)
                        .limit(12)
                        .map(n -> n + ".pdf")
                        .toArray(String[]::new));
        window.awaitText("The first 8 of 12 reports are opened.");
        assertThat(opened).hasSize(8);
    }

    @Test
    void ctrlEOpensTheCardOfWhatIsShownAndSaysWhereTheReportIs(@TempDir Path folder)
            throws Exception {
        open();
        Path file = folder.resolve("report.pdf");
        FxToolkit.onFx(() ->
                window.shell.window().desks().papers().reports().saveWhere((format, name) -> file));
        window.ctrl(KeyCode.DIGIT2);
        window.ctrl(KeyCode.E);
        UiWindow.await().until(() -> window.shown("#export"));
        window.awaitText("This printer: Ender-0");
        window.robot.type(KeyCode.ESCAPE);
        UiWindow.await().until(() -> !window.shown("#export"));

        window.ctrl(KeyCode.DIGIT1);
        window.ctrl(KeyCode.E);
        UiWindow.await().until(() -> window.shown("#export"));
        UiWindow.await().until(() -> !window.robot.lookup("#export-save").query().isDisabled());
        window.robot.clickOn("#export-save");
        window.awaitText("report.pdf was written.");
        assertThat(file).hasContent("report of 2");
        assertThat(window.shown("#export")).isFalse();
    }
}
