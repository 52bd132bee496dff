package dev.linkscope.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.LinkException;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.OctoPrintFinder.Found;
import dev.linkscope.engine.port.OctoPrintFinder.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OctoPrintWhereaboutsTest {
    private static final TargetUrl HOST = new TargetUrl("http://pi.local");

    private final List<Found> there = new ArrayList<>();
    private final List<List<String>> asked = new ArrayList<>();
    private int choice;

    private final LinkQuestions user =
            new LinkQuestions() {
                @Override
                public boolean acceptHostKey(HostKey key) {
                    return false;
                }

                @Override
                public char @Nullable [] secret(SecretQuestion question) {
                    return null;
                }

                @Override
                public int whichOctoPrint(List<String> addresses) {
                    asked.add(addresses);
                    return choice;
                }
            };

    private String of(TargetUrl typed) throws LinkException {
        return new OctoPrintWhereabouts(host -> host.equals("pi.local") ? there : List.of())
                .of(typed, user)
                .value();
    }

    private void has(String url, State state) {
        there.add(new Found(url, state, null));
    }

    @Test
    void theOnlyOneThatRunsIsMeant() throws LinkException {
        has("http://pi.local", State.DOWN);
        has("http://pi.local:5000", State.RUNNING);
        assertThat(of(HOST)).isEqualTo("http://pi.local:5000");
        assertThat(asked).isEmpty();
    }

    @Test
    void ofSeveralTheUserSaysWhich() throws LinkException {
        has("http://pi.local:5000", State.RUNNING);
        has("http://pi.local:5001", State.STARTING);
        has("http://pi.local:5002", State.RUNNING);
        choice = 1;
        assertThat(of(HOST)).isEqualTo("http://pi.local:5002");
        assertThat(asked).containsExactly(List.of("http://pi.local:5000", "http://pi.local:5002"));
    }

    @Test
    void aTypedPortIsMeant() throws LinkException {
        has("http://pi.local:5000", State.RUNNING);
        has("http://pi.local:5001", State.RUNNING);
        assertThat(of(new TargetUrl("http://pi.local:5001"))).isEqualTo("http://pi.local:5001");
        assertThat(asked).isEmpty();
        assertThatThrownBy(() -> of(new TargetUrl("http://pi.local:5009")))
                .isInstanceOfSatisfying(
                        LinkException.class,
                        e ->
                                assertThat(e.failure().code())
                                        .isEqualTo(FailureCode.OCTOPRINT_UNREACHABLE));
    }
}
