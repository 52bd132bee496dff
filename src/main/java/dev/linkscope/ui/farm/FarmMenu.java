package dev.linkscope.ui.farm;

import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.ui.common.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** What can be done with one printer of the farm; the same menu in table and cards. */
final class FarmMenu {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final ContextMenu menu = new ContextMenu();
    private final Wording wording;
    private final InstantSource clock;
    private final FarmActions actions;
    private final ShownFarm board;
    private Supplier<List<FarmItem>> chosen = List::of;

    FarmMenu(Wording wording, InstantSource clock, FarmActions actions, ShownFarm board) {
        this.wording = wording;
        this.clock = clock;
        this.actions = actions;
        this.board = board;
        menu.setId("farm-menu");
    }

    /** Tells which printers are chosen together. */
    void choosing(Supplier<List<FarmItem>> printers) {
        chosen = printers;
    }

    /** Opens the menu of a printer where it was asked for. */
    void show(FarmRow row, Node owner, ContextMenuEvent event) {
        menu.getItems().setAll(items(row));
        menu.show(owner, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private List<MenuItem> items(FarmRow row) {
        var items = new ArrayList<MenuItem>();
        items.add(item("farm.menu.open", () -> actions.open(row.id())));
        if (actions.readOnly()) {
            return items;
        }
        items.add(item("list.menu.retry", () -> actions.retry(row.id())));
        List<PrinterId> together = together(row);
        items.add(counted("farm.menu.labels", together.size(), () -> actions.relabel(together)));
        items.addAll(fixes(row));
        items.add(new SeparatorMenuItem());
        boolean off = row.attention().plannedOff();
        items.add(
                item(
                        off ? "farm.menu.back" : "farm.menu.off",
                        () -> actions.planOff(row.id(), !off)));
        if (isMuted(row)) {
            items.add(item("farm.menu.unmute", () -> actions.mute(row.id(), null)));
        } else {
            items.add(
                    item(
                            "farm.menu.mute.hour",
                            () -> actions.mute(row.id(), clock.instant().plus(HOUR))));
            items.add(
                    item(
                            "farm.menu.mute.day",
                            () -> actions.mute(row.id(), tomorrow()),
                            wording.messages().clock().minutes(MORNING)));
        }
        items.add(new SeparatorMenuItem());
        if (actions.hasPast(row.id())) {
            items.add(item("history.clear", () -> actions.forgetPast(row.id())));
        }
        items.add(counted("list.menu.remove", together.size(), () -> actions.remove(together)));
        return items;
    }

    /** One plan for a printer, and for all that have its cause. */
    private List<MenuItem> fixes(FarmRow row) {
        String cause = row.cause();
        if (cause == null || !actions.planned(cause)) {
            return List.of();
        }
        var items = new ArrayList<MenuItem>();
        items.add(item("farm.menu.fix", () -> actions.fix(cause, List.of(row.id()))));
        List<PrinterId> alike = alike(row, cause);
        if (alike.size() > 1) {
            var together = item("farm.menu.fix.together", () -> actions.fix(cause, alike));
            together.setText(wording.text("farm.menu.fix.together", alike.size()));
            items.add(together);
        }
        return items;
    }

    /** Printers with the same cause: of those chosen together, or else of all that are shown. */
    private List<PrinterId> alike(FarmRow row, String cause) {
        List<FarmItem> together = chosen.get();
        boolean several =
                together.size() > 1
                        && together.stream().anyMatch(item -> item.id().equals(row.id()));
        return (several ? together : board.shown())
                .stream()
                        .filter(item -> cause.equals(item.row().cause()))
                        .map(FarmItem::id)
                        .toList();
    }

    /** The printers chosen together if this is one of them, else this one. */
    private List<PrinterId> together(FarmRow row) {
        List<PrinterId> ids = chosen.get().stream().map(FarmItem::id).toList();
        return ids.contains(row.id()) ? ids : List.of(row.id());
    }

    private MenuItem counted(String key, int count, Runnable action) {
        MenuItem item = item(key, action);
        if (count > 1) {
            item.setText(wording.text(key + ".many", count));
        }
        return item;
    }

    private boolean isMuted(FarmRow row) {
        Instant until = row.attention().mutedUntil();
        return until != null && clock.instant().isBefore(until);
    }

    private Instant tomorrow() {
        ZonedDateTime now = clock.instant().atZone(wording.messages().zone());
        return now.toLocalDate().plusDays(1).atTime(MORNING).atZone(now.getZone()).toInstant();
    }

    private MenuItem item(String key, Runnable action, Object... args) {
        var item = new MenuItem(wording.text(key, args));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }
}
