package dev.linkscope.ssh;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One login: answers what JSch asks, and remembers how it went. JSch calls it only after the host
 * key was accepted. Its interface takes passwords as strings, which cannot be wiped; none is kept
 * here or anywhere in this program.
 */
final class Login implements UserInfo, UIKeyboardInteractive {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);

    private static final String PASSWORD = "password";
    private static final String INTERACTIVE = "keyboard-interactive";

    /** How JSch names its request for a new password, which Linkscope never sets. */
    private static final String NEW_PASSWORD = "Password Change Required";

    private final Hop hop;
    private final LinkQuestions questions;
    private final Passwords passwords;
    private char @Nullable [] answer;
    private boolean secretOffered;
    private String method = "none";
    private final Set<String> invited = new LinkedHashSet<>();
    private @Nullable Path wrong;
    private @Nullable Path locked;
    private boolean unanswered;

    Login(Hop hop, LinkQuestions questions, Passwords passwords) {
        this.hop = hop;
        this.questions = questions;
        this.passwords = passwords;
    }

    LinkQuestions questions() {
        return questions;
    }

    /** Methods to try, in order, as JSch takes them. */
    String methods() {
        char[] known = passwords.recall(hop.account());
        Secrets.wipe(known);
        boolean answerable = !questions.equals(LinkQuestions.NOBODY) || known != null;
        return answerable ? "publickey,password,keyboard-interactive" : "publickey";
    }

    /** The method tried last; after a success, the one that was accepted. */
    String method() {
        return method;
    }

    /** A key signs for this login. */
    void usesKey(String name) {
        method = "publickey (" + name + ")";
    }

    /** The server would take this key, but nobody gave its passphrase. */
    void isLocked(Path key) {
        locked = key;
    }

    /** Ends the login, as the passphrase given for this key was wrong. */
    RuntimeException wrongPassphrase(Path key) {
        wrong = key;
        return new IllegalStateException("wrong passphrase");
    }

    /** The login was accepted. */
    void succeeded() {
        if (answer != null) {
            passwords.keep(hop.account(), answer);
        }
        Secrets.wipe(answer);
        answer = null;
    }

    /** Why the login failed, where that is known better here than from JSch; else null. */
    @Nullable Failure failed() {
        Secrets.wipe(answer);
        answer = null;
        if (wrong != null) {
            return Failure.of(FailureCode.PASSPHRASE_WRONG, hop.shown(), wrong.toString());
        }
        if (secretOffered) {
            return null;
        }
        if (locked != null) {
            return Failure.of(FailureCode.PASSPHRASE_NEEDED, hop.shown(), locked.toString());
        }
        return unanswered
                ? Failure.of(
                        FailureCode.LOGIN_REFUSED,
                        hop.shown(),
                        hop.user(),
                        String.join(", ", invited))
                : null;
    }

    /** The server refused what was offered; a password kept from before is forgotten. */
    void refused() {
        passwords.forget(hop.account());
    }

    @Override
    public boolean promptPassword(String message) {
        invited.add(PASSWORD);
        if (secretOffered) {
            return false;
        }
        answer = passwords.recall(hop.account());
        if (answer == null) {
            answer = questions.secret(new SecretQuestion(SecretKind.PASSWORD, hop.login(), null));
        }
        secretOffered = answer != null;
        unanswered = answer == null;
        return secretOffered;
    }

    @Override
    public @Nullable String getPassword() {
        method = PASSWORD;
        return answer == null ? null : new String(answer);
    }

    @Override
    public String @Nullable [] promptKeyboardInteractive(
            String destination,
            String name,
            String instruction,
            String[] prompts,
            boolean[] echoes) {
        if (NEW_PASSWORD.equals(name)) {
            return null; // JSch sends nothing then
        }
        method = INTERACTIVE;
        invited.add(INTERACTIVE);
        String[] answers = new String[prompts.length];
        for (int i = 0; i < prompts.length; i++) {
            boolean password = prompts.length == 1 && !echoes[i];
            String given = interactive(prompts[i].isBlank() ? instruction : prompts[i], password);
            if (given == null) {
                // Returning nothing would make JSch send empty answers, which count as refused.
                unanswered = true;
                throw new IllegalStateException("no answer");
            }
            answers[i] = given;
        }
        return answers;
    }

    private @Nullable String interactive(String prompt, boolean password) {
        char[] given = password && !secretOffered ? passwords.recall(hop.account()) : null;
        if (given == null && !unanswered) {
            given =
                    questions.secret(
                            new SecretQuestion(
                                    SecretKind.INTERACTIVE, hop.login(), Printable.line(prompt)));
        }
        if (given == null) {
            return null;
        }
        String text = new String(given);
        if (password && !secretOffered) {
            answer = given;
        } else {
            Secrets.wipe(given);
        }
        secretOffered = true;
        return text;
    }

    @Override
    public void showMessage(String message) {
        LOG.debug("{} says: {}", hop.shown(), Printable.line(message));
    }

    /** Never asked: keys are opened by {@link KeyIdentity}. */
    @Override
    public boolean promptPassphrase(String message) {
        return false;
    }

    @Override
    public @Nullable String getPassphrase() {
        return null;
    }

    /** Never asked: host keys are judged by {@link HostKeyCheck}. */
    @Override
    public boolean promptYesNo(String message) {
        return false;
    }
}
