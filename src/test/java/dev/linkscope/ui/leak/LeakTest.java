package dev.linkscope.ui.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.FxToolkit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A short walk through the window leaves nothing behind; {@link LeakBench} takes the long one. */
@ExtendWith(FxToolkit.class)
@Timeout(240)
// Counts what lives in the whole program: other tests before it would be counted too.
@Tag("looks")
class LeakTest {
    /** Of each kind so many are opened between the counts. */
    private static final int ROUNDS = 1;

    @Test
    void pagesAndDialogsLeaveNothingBehind() throws Exception {
        try (var visits = new Visits()) {
            visits.pages(6);
            visits.dialogs(visits.kinds());
            LiveObjects before = LiveObjects.now();
            visits.pages(18);
            visits.dialogs(ROUNDS * visits.kinds());
            LiveObjects after = LiveObjects.now();
            assertThat(after.grown(before)).as("more than before").isEmpty();
            assertThat(visits.held()).as("closed and held").hasSizeLessThanOrEqualTo(1);
            assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 2);
        }
    }
}
