package dev.linkscope.ssh;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import dev.linkscope.engine.port.LinkQuestions;
import dev.linkscope.engine.port.LinkQuestions.SecretKind;
import dev.linkscope.engine.port.LinkQuestions.SecretQuestion;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A private key in a file. Once opened it stays open in memory, so that its passphrase is asked for
 * once and not for every printer or reconnection; the passphrase itself is wiped at once.
 */
final class KeyFile {
    private final Path path;
    private final @Nullable KeyPair pair;
    private final byte @Nullable [] publicKey;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile int asked;
    private Unlocking last = Unlocking.DECLINED;

    /**
     * A key as read from a file.
     *
     * @param pair null if the file holds the public half alone
     * @param publicKey blob; null while an old key format hides it behind the passphrase
     */
    KeyFile(Path path, @Nullable KeyPair pair, byte @Nullable [] publicKey) {
        this.path = path;
        this.pair = pair;
        this.publicKey = publicKey;
    }

    /** What came of opening a key. */
    enum Unlocking {
        OPEN,
        /** Nobody gave a passphrase. */
        DECLINED,
        WRONG
    }

    Path path() {
        return path;
    }

    /** Whether the file holds the private half. */
    boolean isPrivate() {
        return pair != null;
    }

    /** The public key's blob; null while it is hidden. */
    byte @Nullable [] publicKey() {
        return publicKey != null || pair == null ? publicKey : pair.getPublicKeyBlob();
    }

    /**
     * Asks for the passphrase if one is needed. Whoever waited meanwhile gets the same answer
     * instead of a question of his own.
     */
    Unlocking unlock(LinkQuestions questions) throws InterruptedException {
        int seen = asked;
        lock.lockInterruptibly();
        try {
            if (pair == null || !pair.isEncrypted()) {
                return Unlocking.OPEN;
            }
            if (asked == seen) {
                last = ask(pair, questions);
                asked = seen + 1;
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    private Unlocking ask(KeyPair locked, LinkQuestions questions) {
        char[] passphrase =
                questions.secret(new SecretQuestion(SecretKind.PASSPHRASE, path.toString(), null));
        if (passphrase == null) {
            return Unlocking.DECLINED;
        }
        byte[] bytes = Secrets.utf8(passphrase);
        try {
            return locked.decrypt(bytes) ? Unlocking.OPEN : Unlocking.WRONG;
        } finally {
            Secrets.wipe(bytes);
            Secrets.wipe(passphrase);
        }
    }

    /** A signature; null if the key cannot make one. */
    byte @Nullable [] sign(byte[] data, @Nullable String algorithm) {
        lock.lock();
        try {
            if (pair == null) {
                return null;
            }
            return algorithm == null ? pair.getSignature(data) : pair.getSignature(data, algorithm);
        } finally {
            lock.unlock();
        }
    }

    /** Wipes what is in memory; the key cannot be used any more. */
    void dispose() {
        lock.lock();
        try {
            if (pair != null) {
                pair.dispose();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reads a key out of the bytes of its file, and of the public one beside it if there is any.
     */
    static KeyFile parse(
            Path path, com.jcraft.jsch.JSch jsch, byte[] content, byte @Nullable [] beside)
            throws JSchException {
        KeyPair pair = KeyPair.load(jsch, content, null);
        if (pair.getPublicKeyBlob() == null && beside != null) {
            pair = KeyPair.load(jsch, content, beside);
        }
        return new KeyFile(path, pair, pair.getPublicKeyBlob());
    }
}
