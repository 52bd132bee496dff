package dev.linkscope.support;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for, and once. Thread-safe. */
public final class FirstAsked<T> implements Supplier<T> {
    private final Supplier<? extends T> make;
    private @Nullable T made;

    /** Nothing is made yet. */
    public FirstAsked(Supplier<? extends T> make) {
        this.make = make;
    }

    /** The thing, made now if nobody asked before. */
    @Override
    public synchronized T get() {
        T known = made;
        if (known == null) {
            known = make.get();
            made = known;
        }
        return known;
    }

    /** The thing if somebody asked for it before. */
    public synchronized Optional<T> ifMade() {
        return Optional.ofNullable(made);
    }
}
