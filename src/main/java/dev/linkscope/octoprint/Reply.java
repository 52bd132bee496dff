package dev.linkscope.octoprint;

import java.io.IOException;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A whole reply of a web server. It may hold a key, so nothing of it is ever shown.
 *
 * @param retryAfter the header of that name, RFC 9110, section 10.2.3; null without it
 */
record Reply(int status, ByteString body, @Nullable String retryAfter) {
    /** Longest body, unpacked. Settings of OctoPrint with many plugins have some 100 KB. */
    static final int MOST_BYTES = 4 << 20;

    /** Enough to know the pages of OctoPrint and of its proxy by. */
    private static final int MOST_TEXT = 16_384;

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * Reads a reply to its end.
     *
     * @throws OversizedReplyException if it is longer than {@link #MOST_BYTES}
     */
    static Reply read(Response response) throws IOException {
        var bounded = new BoundedInput(response.body().byteStream(), MOST_BYTES + 1);
        byte[] body = bounded.readAllBytes();
        if (body.length > MOST_BYTES) {
            throw new OversizedReplyException();
        }
        return new Reply(response.code(), ByteString.of(body), response.header("Retry-After"));
    }

    /** Whether it is a success, RFC 9110, section 15.3. */
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The beginning of the body as text. */
    String text() {
        return body.substring(0, Math.min(body.size(), MOST_TEXT)).utf8();
    }

    /** The body as JSON; a missing node for an empty one, null for one that is none. */
    @Nullable JsonNode json() {
        if (body.size() == 0) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(body.toByteArray());
        } catch (JacksonException e) {
            // Its message quotes the body.
            return null;
        }
    }

    /** What OctoPrint gives as the reason of an error; empty without one. */
    String error() {
        JsonNode json = json();
        return json == null ? "" : json.path("error").asString("");
    }

    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }

    /** A reply that is longer than anything OctoPrint says. */
    static final class OversizedReplyException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
