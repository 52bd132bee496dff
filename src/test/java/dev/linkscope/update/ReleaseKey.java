package dev.linkscope.update;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** A key that signs announcements, made for a test. */
public final class ReleaseKey {
    private final KeyPair pair;

    public ReleaseKey() throws GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    PublicKey open() {
        return pair.getPublic();
    }

    /** As {@code update.properties} has it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    public byte[] sign(byte[] bytes) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(bytes);
        return signature.sign();
    }

    /** An announcement, with some of its text replaced. */
    public static byte[] manifest(String... replaced) {
        String json =
                """
                {
                  "about": "linkscope-release",
                  "schemaVersion": 1,
                  "issued": "2026-11-20T10:00:00Z",
                  "until": "2027-05-20T10:00:00Z",
                  "version": "0.2.0",
                  "released": "2026-11-19",
                  "notes": "https://example.org/linkscope/0.2.0",
                  "java": 25,
                  "somethingNew": {"of": ["a", "later", "version"]},
                  "downloads": [
                    {
                      "platform": "linux-x64",
                      "page": "https://example.org/linkscope/download#linux",
                      "file": "linkscope_0.2.0_amd64.deb",
                      "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                    },
                    {
                      "platform": "windows-x64",
                      "page": "https://example.org/linkscope/download#windows",
                      "file": "Linkscope-0.2.0.msi",
                      "sha256": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
                    }
                  ]
                }
                """;
        for (int i = 0; i < replaced.length; i += 2) {
            if (!json.contains(replaced[i])) {
                throw new IllegalArgumentException(replaced[i]);
            }
            json = json.replace(replaced[i], replaced[i + 1]);
        }
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
