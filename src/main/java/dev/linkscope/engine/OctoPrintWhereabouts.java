package dev.linkscope.engine;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OctoPrintFinder;
import dev.linkscope.engine.port.OctoPrintFinder.Found;
import dev.linkscope.engine.port.OctoPrintFinder.State;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where exactly the OctoPrint is whose host the user typed. */
final class OctoPrintWhereabouts {
    private final OctoPrintFinder finder;

    OctoPrintWhereabouts(OctoPrintFinder finder) {
        this.finder = finder;
    }

    /**
     * Its address.
     *
     * @param typed with the port that is meant, or without any
     * @param questions asked if several run there and no port was typed
     * @throws LinkException if there is none, or none that runs
     */
    TargetUrl of(TargetUrl typed, LinkQuestions questions) throws LinkException {
        URI address = URI.create(typed.value());
        String host = address.getHost();
        List<Found> all = finder.findAll(host == null ? typed.value() : host);
        Found found =
                (address.getPort() < 0 ? meant(all, questions) : at(address.getPort(), all))
                        .orElseThrow(() -> failure(Problem.UNREACHABLE, typed));
        var url = new TargetUrl(found.url());
        switch (found.state()) {
            case RUNNING -> {}
            case STARTING -> throw failure(Problem.STARTING, url);
            case NOT_SET_UP -> throw failure(Problem.NOT_SET_UP, url);
            case DOWN -> throw failure(Problem.DOWN, url);
        }
        return url;
    }

    private static Optional<Found> at(int port, List<Found> all) {
        return all.stream().filter(one -> URI.create(one.url()).getPort() == port).findFirst();
    }

    /** One that does not run is meant only if none does. */
    private static Optional<Found> meant(List<Found> all, LinkQuestions questions) {
        List<Found> running = all.stream().filter(one -> one.state() == State.RUNNING).toList();
        if (running.size() < 2) {
            return Stream.concat(running.stream(), all.stream()).findFirst();
        }
        List<String> addresses =
                running.stream().map(one -> new TargetUrl(one.url()).display()).toList();
        return Optional.of(running.get(questions.whichOctoPrint(addresses)));
    }

    private static LinkException failure(Problem problem, TargetUrl octoPrint) {
        return OctoPrintDesk.failure(ConnectStep.FIND, problem, octoPrint);
    }
}
