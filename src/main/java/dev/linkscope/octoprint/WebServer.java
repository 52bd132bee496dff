package dev.linkscope.octoprint;

import dev.linkscope.engine.port.PrinterApiException;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One web server: what exchanges with it give, and why they fail. */
final class WebServer implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final HttpUrl base;
    private final HttpExchange exchange;

    WebServer(HttpUrl base, HttpExchange exchange) {
        this.base = base;
        this.exchange = exchange;
    }

    /** A GET without a key, of a path that begins with a slash. */
    Request.Builder request(String path) {
        return new Request.Builder().url(BaseUrl.at(base, path));
    }

    /** Its whole reply, whatever its status. */
    Reply reply(Request request, Duration longest) throws PrinterApiException {
        return work(request, longest, Reply::read);
    }

    /** What is made of its reply. */
    <T> T work(Request request, Duration longest, HttpExchange.Work<T> work)
            throws PrinterApiException {
        try {
            return exchange.run(request, longest, work);
        } catch (IOException e) {
            LOG.debug("{}: {}", base.host(), e.getClass().getSimpleName());
            throw new PrinterApiException(because(e, longest));
        }
    }

    private Problem because(IOException e, Duration longest) throws PrinterApiException {
        if (e instanceof Reply.OversizedReplyException) {
            return Problem.GARBAGE;
        }
        if (e instanceof ProtocolException || e.getCause() instanceof EOFException) {
            // While it starts, OctoPrint answers most paths without a status line; its front page
            // tells more.
            return frontPage(longest);
        }
        return e instanceof SSLException ? Problem.NOT_TRUSTED : Problem.UNREACHABLE;
    }

    private Problem frontPage(Duration longest) throws PrinterApiException {
        try {
            Reply page = exchange.run(request("/").build(), longest, Reply::read);
            return ReplyProblem.byPage(page).orElse(Problem.GARBAGE);
        } catch (IOException e) {
            return Problem.GARBAGE;
        }
    }

    /** Throws {@link Problem#CANCELLED} once it is closed. */
    void checkOpen() throws PrinterApiException {
        exchange.checkOpen();
    }

    /** Ends what is under way. Idempotent. */
    @Override
    public void close() {
        exchange.close();
    }
}
