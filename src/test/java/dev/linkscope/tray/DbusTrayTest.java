package dev.linkscope.tray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linkscope.engine.port.Tray;
import dev.linkscope.engine.port.Tray.Face;
import dev.linkscope.engine.port.Tray.Item;
import dev.linkscope.engine.port.Tray.Sign;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The symbol on a real bus with a desktop that is made up. */
@Timeout(30)
class DbusTrayTest {
    private static final Face SICK =
            new Face(
                    Sign.BAD,
                    "Linkscope",
                    "1 of 2 printers needs action: Prusa_07 &<b>.",
                    List.of(
                            List.of(new Item("show", "Show Linkscope")),
                            List.of(new Item("id-7", "Prusa_07: No connection")),
                            List.of(new Item("quit", "Quit"))));

    private static final Face WELL =
            new Face(Sign.GOOD, "Linkscope", "All well.", List.of(SICK.items().getFirst()));

    @TempDir Path folder;

    private SessionBus bus;
    private FakeWatcher desktop;
    private Tray tray = Tray.NONE;
    private final List<String> chosen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        String missing = SessionBus.missing();
        Assumptions.assumeTrue(missing == null, missing);
        bus = new SessionBus(folder);
    }

    @AfterEach
    void end() {
        tray.close();
        if (desktop != null) {
            desktop.close();
        }
        if (bus != null) {
            bus.close();
        }
    }

    private void open() throws Exception {
        desktop = new FakeWatcher(bus.address);
        tray = DbusTray.on(bus.address);
        tray.listen(chosen::add);
        await().until(tray::isShown);
    }

    private Map<String, Variant<?>> item() throws Exception {
        return desktop.bus
                .getRemoteObject(desktop.items.getLast(), ItemObject.PATH, Properties.class)
                .GetAll(StatusNotifierItem.NAME);
    }

    private DbusMenu menu() throws Exception {
        return desktop.bus.getRemoteObject(
                desktop.items.getLast(), MenuObject.PATH, DbusMenu.class);
    }

    @Test
    void aDesktopSeesSignTooltipAndMenu() throws Exception {
        open();
        tray.show(SICK);
        await().until(() -> item().get("Status").getValue().equals("NeedsAttention"));
        Map<String, Variant<?>> item = item();
        assertThat(item.get("ToolTip").getSig()).isEqualTo("(sa(iiay)ss)");
        assertThat((Object[]) item.get("ToolTip").getValue())
                .contains("Linkscope", "1 of 2 printers needs action: Prusa_07 &amp;&lt;b&gt;.");
        assertThat(item.get("IconPixmap").getSig()).isEqualTo("a(iiay)");
        assertThat((List<?>) item.get("IconPixmap").getValue()).hasSize(5);
        assertThat(item.get("Menu").getValue()).hasToString(MenuObject.PATH);

        DbusMenu.Layout<UInt32, DbusMenu.Entry> layout = menu().GetLayout(0, -1, List.of());
        assertThat(layout.root.children).hasSize(5);
        List<DbusMenu.EntryProperties> rows =
                menu().GetGroupProperties(List.of(1, 2, 3), List.of());
        assertThat(rows.get(0).properties.get("label").getValue()).isEqualTo("Show Linkscope");
        assertThat(rows.get(1).properties.get("type").getValue()).isEqualTo("separator");
        assertThat(rows.get(2).properties.get("label").getValue())
                .isEqualTo("Prusa__07: No connection");
    }

    @Test
    void whatIsChosenIsTold() throws Exception {
        open();
        tray.show(SICK);
        await().until(() -> menu().GetLayout(0, -1, List.of()).root.children.size() == 5);
        menu().Event(3, "hovered", new Variant<>(""), new UInt32(0));
        menu().Event(3, "clicked", new Variant<>(""), new UInt32(0));
        menu().Event(99, "clicked", new Variant<>(""), new UInt32(0));
        desktop.bus
                .getRemoteObject(desktop.items.getLast(), ItemObject.PATH, StatusNotifierItem.class)
                .Activate(10, 10);
        await().untilAsserted(() -> assertThat(chosen).containsExactly("id-7", Tray.SYMBOL));
    }

    @Test
    void changesAreAnnounced() throws Exception {
        open();
        tray.show(SICK);
        var heard = new CopyOnWriteArrayList<String>();
        desktop.bus.addSigHandler(
                StatusNotifierItem.NewStatus.class, signal -> heard.add("status"));
        desktop.bus.addSigHandler(StatusNotifierItem.NewToolTip.class, s -> heard.add("tip"));
        desktop.bus.addSigHandler(DbusMenu.LayoutUpdated.class, signal -> heard.add("menu"));
        tray.show(WELL);
        await().untilAsserted(() -> assertThat(heard).contains("status", "tip", "menu"));
        heard.clear();
        tray.show(WELL);
        assertThat(item().get("Status").getValue()).isEqualTo("Active");
        assertThat(heard).isEmpty();
    }

    @Test
    void withoutADesktopThereIsNoSymbolUntilOneComes() throws Exception {
        tray = DbusTray.on(bus.address);
        tray.show(WELL);
        assertThat(tray.isShown()).isFalse();
        desktop = new FakeWatcher(bus.address);
        await().until(tray::isShown);
        desktop.close();
        await().until(() -> !tray.isShown());
        desktop = new FakeWatcher(bus.address);
        await().until(tray::isShown);
        assertThat(item().get("Title").getValue()).isEqualTo("Linkscope");
    }

    @Test
    void aWatcherWithoutABarShowsNothing() throws Exception {
        open();
        desktop.hasBar = false;
        desktop.bus.sendMessage(
                new StatusNotifierWatcher.StatusNotifierHostUnregistered(
                        StatusNotifierWatcher.PATH));
        await().until(() -> !tray.isShown());
    }

    @Test
    void withoutABusThereIsNone() {
        Tray none = DbusTray.on("unix:path=" + folder.resolve("nothing"));
        assertThat(none).isSameAs(Tray.NONE);
    }

    @Test
    void anotherProgramReadsItToo() throws Exception {
        open();
        tray.show(SICK);
        Path gdbus = Path.of("/usr/bin/gdbus");
        Assumptions.assumeTrue(gdbus.toFile().canExecute(), gdbus + " is not installed");
        Process process =
                new ProcessBuilder(
                                gdbus.toString(),
                                "call",
                                "--address",
                                bus.address,
                                "--dest",
                                desktop.items.getLast(),
                                "--object-path",
                                MenuObject.PATH,
                                "--method",
                                DbusMenu.NAME + ".GetLayout",
                                "--",
                                "0",
                                "-1",
                                "[]")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("Prusa__07: No connection").contains("separator");
    }

    @Test
    void eachSignHasAShapeOfItsOwn() {
        var shapes = new HashSet<List<Boolean>>();
        for (Sign sign : Sign.values()) {
            var image = SignPainter.image(sign, 22);
            var inked = new ArrayList<Boolean>();
            for (int i = 0; i < 22 * 22; i++) {
                int argb = image.getRGB(i % 22, i / 22);
                boolean white = (argb & 0xffffff) == 0xffffff;
                inked.add((argb >>> 24) > 128 && !white);
            }
            shapes.add(inked);
        }
        assertThat(shapes).hasSize(4);
    }
}
