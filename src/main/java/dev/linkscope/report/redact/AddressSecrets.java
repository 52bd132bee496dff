package dev.linkscope.report.redact;

import dev.linkscope.domain.probe.TargetUrl;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Secrets that lie in the addresses of cameras and servers while they are in use. */
public final class AddressSecrets {
    private AddressSecrets() {}

    /** Passwords and keys in these addresses that are no ordinary words, encoded and decoded. */
    public static Set<String> of(Collection<TargetUrl> addresses) {
        var secrets = new LinkedHashSet<String>();
        for (TargetUrl address : addresses) {
            Credentials.clean(address.value(), secrets::add);
        }
        return secrets;
    }
}
