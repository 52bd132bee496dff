package dev.linkscope.notify;

import dev.linkscope.domain.Statement;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.Notifier;
import dev.linkscope.support.FirstAsked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices as JSON to the user's webhook, one after the other; a failure that may pass is
 * tried again a few times. Nothing but scheme, host and port of the address is ever said.
 */
public final class WebhookNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookNotifier.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int PATIENCE_SECONDS = 5;

    /** Waits before each further attempt. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(30));

    private final WebhookAddress address;

    /** Making one reads all authorities, and most never have a notice to send. */
    private final FirstAsked<OkHttpClient> client;

    private final List<Duration> pauses;
    private final Courier courier = new Courier("notice-webhook", PATIENCE_SECONDS);
    private @Nullable HttpUrl served;
    private @Nullable Post post;
    private volatile @Nullable Statement problem;

    /** Sends to the address that is wanted when a notice comes. */
    WebhookNotifier(WebhookAddress address) {
        this(address, LONGEST, PAUSES);
    }

    WebhookNotifier(WebhookAddress address, Duration longest, List<Duration> pauses) {
        this.address = address;
        this.client = new FirstAsked<>(() -> Post.client(longest));
        this.pauses = List.copyOf(pauses);
    }

    @Override
    public void tell(Notice notice) {
        TargetUrl wanted = address.wanted();
        if (wanted == null) {
            problem = null;
        } else if (!courier.take(() -> deliver(notice))) {
            failed(wanted, Statement.of("notify.webhook.why.full"));
        }
    }

    private void deliver(Notice notice) {
        TargetUrl wanted = address.wanted();
        if (wanted == null) {
            return;
        }
        Optional<HttpUrl> full = address.find();
        if (full.isEmpty()) {
            problem = Statement.of("notify.webhook.unknown", wanted.origin());
            return;
        }
        Post way = way(full.get());
        try {
            Post.Failure failure = way.send(notice);
            for (Duration pause : pauses) {
                if (failure == null || !failure.passing()) {
                    break;
                }
                Thread.sleep(pause);
                failure = way.send(notice);
            }
            if (failure == null) {
                problem = null;
            } else {
                failed(wanted, failure.why());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(wanted, Statement.of("notify.webhook.why.timeout"));
        }
    }

    /** Only of the courier's thread: what was learned of an address is used again. */
    private Post way(HttpUrl full) {
        Post last = post;
        if (last == null || !full.equals(served)) {
            last = new Post(client.get(), full);
            post = last;
            served = full;
        }
        return last;
    }

    private void failed(TargetUrl wanted, Statement why) {
        problem = failure(wanted, why);
        LOG.warn("a notice did not reach {}: {} {}", wanted.origin(), why.key(), why.args());
    }

    private static Statement failure(TargetUrl address, Statement why) {
        return Statement.of("notify.webhook.failed", address.origin(), why);
    }

    /** Sends a notice once, now; null if it was taken, else why not. Blocks. */
    @Nullable Statement send(@Nullable TargetUrl full, Notice notice) {
        TargetUrl wanted = full == null ? address.wanted() : full;
        if (wanted == null) {
            return Statement.of("notify.webhook.unknown", "");
        }
        HttpUrl to = full == null ? address.find().orElse(null) : HttpUrl.parse(full.value());
        if (to == null) {
            return Statement.of("notify.webhook.unknown", wanted.origin());
        }
        Post.Failure failure = new Post(client.get(), to).send(notice);
        return failure == null ? null : failure(wanted, failure.why());
    }

    @Override
    public @Nullable Statement problem() {
        return problem;
    }

    @Override
    public void close() {
        courier.close();
        client.ifMade().ifPresent(made -> made.connectionPool().evictAll());
    }
}
