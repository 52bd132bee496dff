package dev.linkscope.notify;

import dev.linkscope.domain.Statement;
import dev.linkscope.engine.port.Notifier;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several ways to tell at once. */
public final class SeveralNotifiers implements Notifier {
    private final List<Notifier> all;

    /** All of these; they belong to it from now on. */
    public SeveralNotifiers(List<? extends Notifier> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void tell(Notice notice) {
        all.forEach(one -> one.tell(notice));
    }

    /** The first of their problems. */
    @Override
    public @Nullable Statement problem() {
        return all.stream()
                .map(Notifier::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        all.forEach(Notifier::close);
    }
}
