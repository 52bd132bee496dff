package dev.linkscope.ssh;

import com.jcraft.jsch.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A key file as JSch uses it. To JSch it never seems encrypted: the passphrase is asked for here,
 * as an array that is wiped, and only once the server would accept the key.
 */
final class KeyIdentity implements Identity {
    private final KeyFile key;
    private final Login login;

    KeyIdentity(KeyFile key, Login login) {
        this.key = key;
        this.login = login;
    }

    @Override
    public byte @Nullable [] getPublicKeyBlob() {
        // Old key formats hide even the public half, so that the server cannot be asked first.
        return key.publicKey() != null || isOpen() ? key.publicKey() : null;
    }

    @Override
    public String getAlgName() {
        byte[] blob = getPublicKeyBlob();
        return blob == null ? "?" : HostKeyText.type(blob);
    }

    @Override
    public byte @Nullable [] getSignature(byte[] data) {
        return getSignature(data, null);
    }

    @Override
    public byte @Nullable [] getSignature(byte[] data, @Nullable String algorithm) {
        if (!isOpen()) {
            return null;
        }
        login.usesKey(getName());
        return key.sign(data, algorithm);
    }

    private boolean isOpen() {
        try {
            return switch (key.unlock(login.questions())) {
                case OPEN -> true;
                case WRONG -> throw login.wrongPassphrase(key.path());
                case DECLINED -> {
                    login.isLocked(key.path());
                    yield false;
                }
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String getName() {
        return String.valueOf(key.path().getFileName());
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public boolean setPassphrase(byte @Nullable [] passphrase) {
        return true;
    }

    /** Nothing to do: the key belongs to the {@link KeyRing}. */
    @Override
    public void clear() {}
}
