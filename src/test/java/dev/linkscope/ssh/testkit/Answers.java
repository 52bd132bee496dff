package dev.linkscope.ssh.testkit;

import dev.linkscope.engine.port.LinkQuestions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers questions as told and writes down what was asked. */
public final class Answers implements LinkQuestions {
    private final List<HostKey> hostKeys = Collections.synchronizedList(new ArrayList<>());
    private final List<SecretQuestion> secrets = Collections.synchronizedList(new ArrayList<>());
    private final List<char[]> given = Collections.synchronizedList(new ArrayList<>());
    private final boolean accept;
    private final Function<SecretQuestion, @Nullable String> secret;

    private Answers(boolean accept, Function<SecretQuestion, @Nullable String> secret) {
        this.accept = accept;
        this.secret = secret;
    }

    /** Accepts every host key and knows no secret. */
    public static Answers accepting() {
        return new Answers(true, question -> null);
    }

    /** Refuses every host key. */
    public static Answers refusing() {
        return new Answers(false, question -> null);
    }

    /** Accepts every host key and answers every question with the same secret. */
    public static Answers with(String secret) {
        return new Answers(true, question -> secret);
    }

    /** Accepts every host key. */
    public static Answers by(Function<SecretQuestion, @Nullable String> secret) {
        return new Answers(true, secret);
    }

    public List<HostKey> hostKeys() {
        return List.copyOf(hostKeys);
    }

    public List<SecretQuestion> secrets() {
        return List.copyOf(secrets);
    }

    /** The arrays that were handed out; wiped if all is well. */
    public List<char[]> given() {
        return List.copyOf(given);
    }

    @Override
    public boolean acceptHostKey(HostKey key) {
        hostKeys.add(key);
        return accept;
    }

    @Override
    public char @Nullable [] secret(SecretQuestion question) {
        secrets.add(question);
        String answer = secret.apply(question);
        if (answer == null) {
            return null;
        }
        char[] array = answer.toCharArray();
        given.add(array);
        return array;
    }
}
