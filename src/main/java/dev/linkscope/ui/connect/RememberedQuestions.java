package dev.linkscope.ui.connect;

import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.LinkQuestions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the user answered for as long as the window is open, so that a link that breaks can be
 * made again without asking. Secrets stay in memory and are never written anywhere.
 */
public final class RememberedQuestions implements LinkQuestions {
    /**
     * The same question again this soon means that the answer was refused: repeating it would end
     * in a lock-out.
     */
    private static final Duration REFUSED_WITHIN = Duration.ofSeconds(15);

    private final LinkQuestions user;
    private final InstantSource clock;
    private final Map<SecretQuestion, Answer> answers = new HashMap<>();

    private static final class Answer {
        private final char[] secret;
        private final Instant given;

        Answer(char[] secret, Instant given) {
            this.secret = secret;
            this.given = given;
        }
    }

    /** Remembers what this user answers. */
    public RememberedQuestions(LinkQuestions user, InstantSource clock) {
        this.user = user;
        this.clock = clock;
    }

    /**
     * The same answers for a link that is made for good. They were accepted once, so the first
     * question for each is answered at once.
     *
     * @param other who is asked what was not answered yet
     */
    public synchronized RememberedQuestions askedBy(LinkQuestions other) {
        var next = new RememberedQuestions(other, clock);
        answers.forEach((question, answer) ->
                next.answers.put(question, new Answer(answer.secret, Instant.EPOCH)));
        return next;
    }

    /** Wipes what was answered. */
    synchronized void forget() {
        answers.values().forEach(answer -> Arrays.fill(answer.secret, '\0'));
        answers.clear();
    }

    @Override
    public boolean acceptHostKey(HostKey key) {
        return user.acceptHostKey(key);
    }

    @Override
    public boolean wantsLogin() {
        return user.wantsLogin();
    }

    @Override
    public void decide(TargetUrl page) {
        user.decide(page);
    }

    @Override
    public boolean mayReadKey(String host) {
        return user.mayReadKey(host);
    }

    @Override
    public int whichOctoPrint(List<String> addresses) {
        return user.whichOctoPrint(addresses);
    }

    @Override
    public void decided() {
        user.decided();
    }

    @Override
    public synchronized char @Nullable [] secret(SecretQuestion question) {
        Answer known = answers.get(question);
        Instant now = clock.instant();
        if (known != null && now.isAfter(known.given.plus(REFUSED_WITHIN))) {
            answers.put(question, new Answer(known.secret, now));
            return known.secret.clone();
        }
        char[] told = user.secret(question);
        if (told != null && isLasting(question)) {
            answers.put(question, new Answer(told.clone(), now));
        }
        return told;
    }

    // A prompt that does not ask for a password may want a code that is good only once.
    private static boolean isLasting(SecretQuestion question) {
        String prompt = question.prompt();
        return question.kind() != SecretKind.INTERACTIVE
                || (prompt != null && prompt.toLowerCase(Locale.ROOT).contains("password"));
    }
}
