package dev.linkscope.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import dev.linkscope.ui.FakeSnapshots;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedQuestionsTest {
    private static final SecretQuestion PASSWORD =
            new SecretQuestion(SecretKind.PASSWORD, "pi@a", null);
    private static final SecretQuestion CODE =
            new SecretQuestion(SecretKind.INTERACTIVE, "pi@a", "Verification code:");

    private Instant now = FakeSnapshots.NOW;

    /** A user with these answers, in order. */
    private static LinkQuestions user(String... answers) {
        var left = new ArrayDeque<>(List.of(answers));
        return new LinkQuestions() {
            @Override
            public boolean acceptHostKey(HostKey key) {
                return true;
            }

            @Override
            public char[] secret(SecretQuestion question) {
                return left.isEmpty() ? null : left.poll().toCharArray();
            }
        };
    }

    @Test
    void answersALaterQuestionWithoutTheUser() {
        var questions = new RememberedQuestions(user("one"), () -> now);
        char[] first = questions.secret(PASSWORD);
        Arrays.fill(first, '\0');
        now = now.plusSeconds(60);
        assertThat(questions.secret(PASSWORD)).containsExactly("one".toCharArray());
    }

    @Test
    void asksAgainWhenTheAnswerWasRefused() {
        var questions = new RememberedQuestions(user("wrong", "right"), () -> now);
        questions.secret(PASSWORD);
        now = now.plusSeconds(2);
        assertThat(questions.secret(PASSWORD)).containsExactly("right".toCharArray());
    }

    @Test
    void neverRepeatsACode() {
        var questions = new RememberedQuestions(user("123", "456"), () -> now);
        questions.secret(CODE);
        now = now.plusSeconds(60);
        assertThat(questions.secret(CODE)).containsExactly("456".toCharArray());
    }

    @Test
    void handsAnswersOverToTheLinkMadeForGood() {
        var tried = new RememberedQuestions(user("one"), () -> now);
        tried.secret(PASSWORD);
        assertThat(tried.askedBy(LinkQuestions.NOBODY).secret(PASSWORD))
                .containsExactly("one".toCharArray());
    }
}
