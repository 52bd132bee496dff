package dev.linkscope.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.ConnectStep;
import dev.linkscope.engine.port.LinkQuestions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the host key of one connection. JSch calls {@link #check} before it sends anything of the
 * login.
 */
final class HostKeyCheck implements HostKeyRepository {
    private static final Logger LOG = LoggerFactory.getLogger(HostKeyCheck.class);

    private final Hop hop;
    private final KnownHosts known;
    private final boolean trustNew;
    private final LinkQuestions questions;
    private final Steps steps;
    private @Nullable Failure failure;

    HostKeyCheck(
            Hop hop, KnownHosts known, boolean trustNew, LinkQuestions questions, Steps steps) {
        this.hop = hop;
        this.known = known;
        this.trustNew = trustNew;
        this.questions = questions;
        this.steps = steps;
    }

    /** Why the key was not accepted; null if it was, or none was seen. */
    @Nullable Failure failure() {
        return failure;
    }

    @Override
    public int check(String host, byte[] key) {
        try {
            failure = judge(key);
        } catch (IOException e) {
            failure = unusable(e);
        }
        if (failure != null) {
            return NOT_INCLUDED;
        }
        steps.done(ConnectStep.HOST_KEY, HostKeyText.full(key));
        if (!questions.wantsLogin()) {
            failure = Failure.of(FailureCode.CANCELLED, hop.shown());
            return NOT_INCLUDED;
        }
        return OK;
    }

    private @Nullable Failure judge(byte[] key) throws IOException {
        KnownHosts.Verdict verdict = known.check(hop.host(), hop.port(), key);
        if (verdict instanceof KnownHosts.Verdict.Unknown && isAccepted(key)) {
            verdict = known.accept(hop.host(), hop.port(), key);
        }
        return switch (verdict) {
            case KnownHosts.Verdict.Known _ -> null;
            case KnownHosts.Verdict.Unknown _ ->
                    Failure.of(
                            FailureCode.HOST_KEY_UNKNOWN,
                            hop.shown(),
                            HostKeyText.type(key),
                            HostKeyText.fingerprint(key));
            case KnownHosts.Verdict.Changed(KnownHostsLine stored) ->
                    Failure.of(
                            FailureCode.HOST_KEY_CHANGED,
                            hop.shown(),
                            HostKeyText.full(key),
                            HostKeyText.full(stored.blob()),
                            known.file().toString(),
                            Integer.toString(stored.number()));
        };
    }

    private boolean isAccepted(byte[] key) {
        return trustNew
                || questions.acceptHostKey(
                        new LinkQuestions.HostKey(
                                hop.host(),
                                hop.port(),
                                HostKeyText.type(key),
                                HostKeyText.fingerprint(key)));
    }

    private Failure unusable(IOException e) {
        LOG.debug("known hosts cannot be used", e);
        return Failure.of(FailureCode.KNOWN_HOSTS_UNUSABLE, hop.shown(), known.file().toString());
    }

    /** The stored keys; JSch asks the server for these types first. */
    @Override
    public HostKey[] getHostKey(String host, @Nullable String type) {
        List<HostKey> keys = new ArrayList<>();
        try {
            for (KnownHostsLine line : known.about(hop.host(), hop.port())) {
                if (!line.revoked() && (type == null || type.equals(line.type()))) {
                    keys.add(new HostKey(hop.host(), line.blob()));
                }
            }
        } catch (IOException | JSchException e) {
            LOG.debug("no stored key types for {}: {}", hop.shown(), e.getMessage());
        }
        return keys.toArray(HostKey[]::new);
    }

    @Override
    public HostKey[] getHostKey() {
        return getHostKey(hop.host(), null);
    }

    @Override
    public void add(HostKey key, UserInfo user) {}

    @Override
    public void remove(String host, String type) {}

    @Override
    public void remove(String host, String type, byte[] key) {}

    @Override
    public String getKnownHostsRepositoryID() {
        return known.file().toString();
    }
}
