package dev.linkscope.ssh;

import com.jcraft.jsch.Identity;
import org.jspecify.annotations.Nullable;

/** A key that ssh-agent holds; tells the login when it is used. */
final class AgentIdentity implements Identity {
    private final Identity key;
    private final Login login;

    AgentIdentity(Identity key, Login login) {
        this.key = key;
        this.login = login;
    }

    @Override
    public byte @Nullable [] getPublicKeyBlob() {
        return key.getPublicKeyBlob();
    }

    @Override
    public byte @Nullable [] getSignature(byte[] data) {
        login.usesKey("ssh-agent");
        return key.getSignature(data);
    }

    @Override
    public byte @Nullable [] getSignature(byte[] data, @Nullable String algorithm) {
        login.usesKey("ssh-agent");
        return key.getSignature(data, algorithm);
    }

    @Override
    public String getAlgName() {
        return key.getAlgName();
    }

    @Override
    public String getName() {
        return "ssh-agent";
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public boolean setPassphrase(byte @Nullable [] passphrase) {
        return true;
    }

    @Override
    public void clear() {}
}
