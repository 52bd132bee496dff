package dev.linkscope.ui.desktop;

import dev.linkscope.domain.printer.Printer;
import dev.linkscope.ui.common.Wording;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Does what second starts and links ask for, or says why not. Window's thread only. */
public final class Requests implements Consumer<Request> {
    /** Printers that are named before the rest is counted. */
    private static final int NAMED = 5;

    /** A link may hold any text; so much of it is repeated. */
    private static final int REPEATED = 40;

    private final Places places;
    private final Wording wording;
    private final Runnable toFront;

    /**
     * Requests to a window.
     *
     * @param toFront shows the window, wherever it is
     */
    public Requests(Places places, Wording wording, Runnable toFront) {
        this.places = places;
        this.wording = wording;
        this.toFront = toFront;
    }

    @Override
    public void accept(Request request) {
        toFront.run();
        switch (request) {
            case Request.Show() -> {}
            case Request.Demo() -> places.openDemo();
            case Request.Report(var file) -> places.openReports(List.of(file));
            case Request.Link(var link) ->
                    DeepLink.parse(link)
                            .ifPresentOrElse(
                                    this::follow,
                                    () -> places.say(wording.text("desktop.link.unreadable")));
        }
    }

    private void follow(DeepLink link) {
        switch (link) {
            case DeepLink.ToFarm() -> {
                if (places.printers().isEmpty()) {
                    places.say(wording.text("desktop.link.nobody"));
                } else {
                    places.showFarm();
                }
            }
            case DeepLink.ToPrinter(var wanted) -> follow(wanted);
        }
    }

    private void follow(String wanted) {
        List<Printer> all = places.printers();
        List<Printer> meant = LinkTarget.find(wanted, all);
        if (meant.size() == 1) {
            places.open(meant.getFirst().id());
        } else if (meant.size() > 1) {
            places.search(meant.getFirst().name());
            places.say(wording.text("desktop.link.several", meant.size(), brief(wanted)));
        } else if (all.isEmpty()) {
            places.say(wording.text("desktop.link.nobody"));
        } else {
            places.showFarm();
            String names =
                    all.stream()
                            .limit(NAMED)
                            .map(printer -> brief(printer.name()))
                            .collect(Collectors.joining(", "));
            places.say(
                    wording.text(
                            "desktop.link.unknown",
                            brief(wanted),
                            names,
                            Math.max(0, all.size() - NAMED)));
        }
    }

    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= REPEATED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, REPEATED)) + "…";
    }
}
