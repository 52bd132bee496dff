package dev.linkscope.plans;

/** The program's own plans cannot be read: it was built wrong. */
public final class BrokenBookException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BrokenBookException(String place, String problem) {
        super(place + ": " + problem);
    }

    BrokenBookException(String place, Throwable cause) {
        super(place + " cannot be read", cause);
    }
}
