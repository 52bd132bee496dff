package dev.linkscope.domain.probe;

/**
 * A URL that may carry a user name and password. Only {@link #value()} shows them; {@link
 * #toString()} never does.
 *
 * @param value the URL exactly as it is to be requested
 */
public record TargetUrl(String value) {
    /** The URL with user name, password and query left out, for people and logs. */
    public String display() {
        String shown = value.replaceFirst("^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/?#]*@", "$1");
        int query = shown.indexOf('?');
        return query < 0 ? shown : shown.substring(0, query) + "?…";
    }

    @Override
    public String toString() {
        return display();
    }
}
