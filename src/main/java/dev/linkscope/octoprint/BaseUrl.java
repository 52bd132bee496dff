package dev.linkscope.octoprint;

import dev.linkscope.domain.probe.TargetUrl;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Addresses below the one of a web server. */
final class BaseUrl {
    private BaseUrl() {}

    /** The address; empty if it is none of a web server, or holds a secret. */
    static Optional<HttpUrl> of(TargetUrl url) {
        return Optional.ofNullable(HttpUrl.parse(url.value()))
                .filter(base -> base.username().isEmpty() && base.password().isEmpty())
                .filter(base -> base.query() == null && base.fragment() == null);
    }

    /**
     * An address below it.
     *
     * @param path begins with a slash; may have a query
     */
    static HttpUrl at(HttpUrl base, String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash");
        }
        return HttpUrl.get(withoutSlash(base) + path);
    }

    /** The address as people write it, without a slash at its end. */
    static String withoutSlash(HttpUrl url) {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
