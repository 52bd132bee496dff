package dev.linkscope.engine.port;

import dev.linkscope.domain.probe.TargetUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions before each of which something is done. */
record AnnouncedQuestions(LinkQuestions whom, Runnable first) implements LinkQuestions {
    @Override
    public boolean acceptHostKey(HostKey key) {
        first.run();
        return whom.acceptHostKey(key);
    }

    @Override
    public char @Nullable [] secret(SecretQuestion question) {
        first.run();
        return whom.secret(question);
    }

    @Override
    public void decide(TargetUrl page) {
        first.run();
        whom.decide(page);
    }

    @Override
    public boolean mayReadKey(String host) {
        first.run();
        return whom.mayReadKey(host);
    }

    @Override
    public boolean wantsLogin() {
        return whom.wantsLogin();
    }

    @Override
    public int whichOctoPrint(List<String> addresses) {
        first.run();
        return whom.whichOctoPrint(addresses);
    }

    @Override
    public void decided() {
        whom.decided();
    }
}
