package dev.linkscope.ui.update;

import dev.linkscope.domain.release.ReleaseVersion;
import dev.linkscope.engine.port.Updates.Answer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of newer releases.
 *
 * @param own version of this program; empty if it is not known
 * @param place scheme, host and port of what is asked; empty if this build knows no place to ask
 * @param looking whether it is being asked
 * @param answer the last answer since the program was started; null if it was not asked yet
 * @param lookedAt when something was learned last, by the stored settings; null for never
 * @param newest the version that was announced then; empty for none
 */
record UpdateView(
        String own,
        Optional<String> place,
        boolean looking,
        @Nullable Answer answer,
        @Nullable Instant lookedAt,
        String newest) {
    /** The version that was announced, if it is newer than this program. */
    Optional<ReleaseVersion> newer() {
        return ReleaseVersion.of(own)
                .flatMap(mine ->
                        ReleaseVersion.of(newest).filter(theirs -> theirs.compareTo(mine) > 0));
    }

    /** Whether what came last was not from the makers of this program. */
    boolean notGenuine() {
        return answer instanceof Answer.NotGenuine;
    }
}
