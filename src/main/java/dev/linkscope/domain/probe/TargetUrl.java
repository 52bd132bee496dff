package dev.linkscope.domain.probe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL that may carry a user name, a password or a key. Only {@link #value()} shows them; {@link
 * #toString()} never does.
 *
 * @param value the URL exactly as it is to be requested
 */
public record TargetUrl(String value) {
    /** The one query that cameras of OctoPrint have in common, and that says what is fetched. */
    private static final Pattern HARMLESS_QUERY = Pattern.compile("\\?action=[a-z]{1,20}");

    private static final Pattern ORIGIN = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#\\s]+");

    /**
     * The URL without user name, password and the parameters that commonly hold secrets; it may no
     * longer work.
     */
    public TargetUrl withoutCredentials() {
        return new TargetUrl(CredentialFree.of(value));
    }

    /** Scheme, host and port alone, as far as they can be told apart. */
    public String origin() {
        Matcher parts = ORIGIN.matcher(CredentialFree.of(value));
        return parts.find() ? parts.group() : "";
    }

    /**
     * The URL for people and logs: without credentials, and of an unknown query only that there is
     * one.
     */
    public String display() {
        String shown = CredentialFree.of(value);
        int query = shown.indexOf('?');
        if (query < 0) {
            return shown;
        }
        Matcher harmless = HARMLESS_QUERY.matcher(shown.substring(query));
        return harmless.matches() ? shown : shown.substring(0, query) + "?…";
    }

    @Override
    public String toString() {
        return display();
    }
}
