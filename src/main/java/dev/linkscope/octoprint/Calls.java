package dev.linkscope.octoprint;

import dev.linkscope.engine.port.PrinterApiException;
import java.io.IOException;
import java.io.Reader;
import tools.jackson.databind.JsonNode;

/**
 * Calls to one web server, with the key of its user. Each blocks for seconds, ends early when its
 * thread is interrupted, and bounds what it reads. Paths begin with a slash and may have a query.
 */
public interface Calls {
    /**
     * What a GET gives; a missing node where the answer is a success without content.
     *
     * @throws PrinterApiException if it gives no JSON
     */
    JsonNode get(String path) throws PrinterApiException;

    /**
     * What a POST of JSON gives; a missing node where the answer is a success without content.
     *
     * @throws PrinterApiException if it gives no JSON
     */
    JsonNode post(String path, JsonNode body) throws PrinterApiException;

    /**
     * What a PUT of JSON gives; a missing node where the answer is a success without content.
     *
     * @throws PrinterApiException if it gives no JSON; {@code NOT_THERE} where nothing can be put
     */
    default JsonNode put(String path, JsonNode body) throws PrinterApiException {
        throw new PrinterApiException(PrinterApiException.Problem.NOT_THERE);
    }

    /**
     * Downloads a text of any length as UTF-8, where malformed bytes become replacement characters.
     * It is cut off at a bound, silently, as the end of a log that is being written is.
     *
     * @throws PrinterApiException if the download fails, before or while it is read
     */
    <T> T text(String path, TextReader<T> reader) throws PrinterApiException;

    /**
     * Reads a text as it comes.
     *
     * @param <T> what it makes of it
     */
    @FunctionalInterface
    interface TextReader<T> {
        /** Reads as much as it likes; the reader need not be closed. */
        T read(Reader text) throws IOException;
    }
}
