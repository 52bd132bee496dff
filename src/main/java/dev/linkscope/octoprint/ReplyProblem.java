package dev.linkscope.octoprint;

import dev.linkscope.engine.port.PrinterApiException.Problem;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a reply says of OctoPrint, by what versions 1.9 to 1.11 and the proxy of OctoPi were seen to
 * answer.
 */
final class ReplyProblem {
    private static final String STARTING_PAGE = "OctoPrint is still starting";
    private static final String DOWN_PAGE = "OctoPrint is currently not running";

    /** Of haproxy, when OctoPrint answers without a status line, as it does while it starts. */
    private static final String NO_STATUS_LINE = "invalid or incomplete response";

    private static final String UNKNOWN_KEY = "Invalid API key";
    private static final String NO_KEY_IN_POST = "CSRF validation failed";

    private ReplyProblem() {}

    /**
     * What is wrong; empty for a success with JSON or without content. {@link
     * Problem#NO_PERMISSION} is only a guess: OctoPrint says the same to a key it does not know.
     *
     * @param path what was asked for
     */
    static Optional<Problem> of(Reply reply, String path) {
        Optional<Problem> page = byPage(reply);
        if (page.isPresent()) {
            return page;
        }
        if (reply.isSuccess()) {
            return hasContentAsMeant(reply) ? Optional.empty() : Optional.of(Problem.GARBAGE);
        }
        return Optional.of(
                switch (reply.status()) {
                    case 400 -> badRequest(reply, path);
                    case 403 ->
                            reply.error().equals(UNKNOWN_KEY)
                                    ? Problem.WRONG_KEY
                                    : Problem.NO_PERMISSION;
                    case 404, 405, 409 -> Problem.NOT_THERE;
                    case 429 -> Problem.RATE_LIMITED;
                    case 502 ->
                            reply.text().contains(NO_STATUS_LINE) ? Problem.STARTING : Problem.DOWN;
                    case 503, 504 -> Problem.DOWN;
                    default -> Problem.GARBAGE;
                });
    }

    private static boolean hasContentAsMeant(Reply reply) {
        JsonNode json = reply.json();
        return json != null && (reply.status() != 200 || !json.isMissingNode());
    }

    /** What the page tells that stands in for OctoPrint; empty if it is none of these. */
    static Optional<Problem> byPage(Reply reply) {
        String text = reply.text();
        if (text.contains(STARTING_PAGE)) {
            return Optional.of(Problem.STARTING);
        }
        return text.contains(DOWN_PAGE) ? Optional.of(Problem.DOWN) : Optional.empty();
    }

    private static Problem badRequest(Reply reply, String path) {
        if (reply.error().equals(NO_KEY_IN_POST)) {
            return Problem.WRONG_KEY;
        }
        // The same for a plugin that is missing, one that is disabled, and safe mode.
        return path.startsWith("/api/plugin/") ? Problem.NOT_THERE : Problem.GARBAGE;
    }
}
