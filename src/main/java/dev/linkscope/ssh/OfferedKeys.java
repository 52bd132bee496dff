package dev.linkscope.ssh;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.SSHAgentConnector;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Vector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys of one login, in the order in which they are offered. */
@SuppressWarnings("JdkObsolete") // JSch's interface hands out a Vector.
final class OfferedKeys implements IdentityRepository {
    private static final Logger LOG = LoggerFactory.getLogger(OfferedKeys.class);

    /**
     * Keys a server may refuse before it closes the connection; OpenSSH allows six failures
     * (sshd_config(5), MaxAuthTries), and one is left for a password.
     */
    private static final int MAX_REFUSALS = 5;

    private final Vector<Identity> keys;

    private OfferedKeys(List<Identity> keys) {
        this.keys = new Vector<>(keys);
    }

    /**
     * The keys for a login. With a named identity, that one alone; it is left to ssh-agent to sign
     * if that holds it. Otherwise those of ssh-agent, then the files.
     *
     * @throws LinkException with {@link FailureCode#KEY_UNREADABLE} for a named identity
     */
    static OfferedKeys collect(Hop hop, KeyRing ring, Login login) throws LinkException {
        List<Identity> held = held(hop.agentSocket());
        if (hop.identity() != null) {
            return new OfferedKeys(List.of(named(hop, hop.identity(), ring, login, held)));
        }
        List<KeyFile> files = files(hop, ring);
        List<Identity> first = new ArrayList<>();
        List<Identity> others = new ArrayList<>();
        for (Identity key : held) {
            boolean configured = files.stream().anyMatch(file -> isSame(file, key));
            (configured ? first : others).add(new AgentIdentity(key, login));
        }
        if (!hop.keysOnly()) {
            first.addAll(others);
        }
        for (KeyFile file : files) {
            boolean usable = file.isPrivate() && file.publicKey() != null;
            if (usable && held.stream().noneMatch(key -> isSame(file, key))) {
                first.add(new KeyIdentity(file, login));
            }
        }
        return new OfferedKeys(within(MAX_REFUSALS, first));
    }

    private static Identity named(
            Hop hop, Path path, KeyRing ring, Login login, List<Identity> held)
            throws LinkException {
        try {
            KeyFile file = ring.read(path);
            for (Identity key : held) {
                if (isSame(file, key)) {
                    return new AgentIdentity(key, login);
                }
            }
            if (file.isPrivate()) {
                return new KeyIdentity(file, login);
            }
            throw new IOException("only a public key: " + path);
        } catch (IOException e) {
            throw new LinkException(
                    Failure.of(FailureCode.KEY_UNREADABLE, hop.shown(), path.toString()),
                    ConnectStep.LOGIN,
                    e);
        }
    }

    private static List<KeyFile> files(Hop hop, KeyRing ring) {
        List<KeyFile> files = new ArrayList<>();
        for (Path path : hop.keys()) {
            try {
                files.add(ring.read(path));
            } catch (IOException e) {
                LOG.debug("key is left out: {}", e.toString());
            }
        }
        return files;
    }

    private static List<Identity> held(@Nullable Path socket) {
        if (socket == null) {
            return List.of();
        }
        try {
            return new AgentIdentityRepository(new SSHAgentConnector(socket)).getIdentities();
        } catch (AgentProxyException | RuntimeException e) {
            LOG.debug("ssh-agent does not answer: {}", e.toString());
            return List.of();
        }
    }

    private static boolean isSame(KeyFile file, Identity key) {
        byte[] blob = file.publicKey();
        return blob != null && Arrays.equals(blob, key.getPublicKeyBlob());
    }

    /** An RSA key may be refused twice: once for each of its two signature algorithms. */
    private static List<Identity> within(int refusals, List<Identity> keys) {
        List<Identity> kept = new ArrayList<>();
        int cost = 0;
        for (Identity key : keys) {
            cost += key.getAlgName().equals("ssh-rsa") ? 2 : 1;
            if (cost <= refusals) {
                kept.add(key);
            }
        }
        return kept;
    }

    @Override
    public Vector<Identity> getIdentities() {
        return keys;
    }

    @Override
    public String getName() {
        return "linkscope";
    }

    @Override
    public int getStatus() {
        return RUNNING;
    }

    @Override
    public boolean add(byte[] identity) {
        return false;
    }

    @Override
    public boolean remove(byte[] blob) {
        return false;
    }

    @Override
    public void removeAll() {}
}
