package dev.linkscope.octoprint.vantage;

import dev.linkscope.engine.port.PrinterApiException;
import tools.jackson.databind.JsonNode;

/**
 * Requests to one OctoPrint with the key of its user. They block, may overlap, and end early when
 * their thread is interrupted. A test of a slow address takes as long as the address: an answer has
 * to be waited for 30 s.
 */
public interface Calls {
    /** The JSON at a path such as {@code /api/version}. */
    JsonNode get(String path) throws PrinterApiException;

    /** The JSON that answers a command. */
    JsonNode post(String path, JsonNode body) throws PrinterApiException;
}
