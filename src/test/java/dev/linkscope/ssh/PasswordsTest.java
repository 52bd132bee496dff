package dev.linkscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was kept is zeros once it is forgotten. */
class PasswordsTest {
    private final Passwords passwords = new Passwords();

    private List<char[]> kept() throws Exception {
        Field field = Passwords.class.getDeclaredField("accepted");
        field.setAccessible(true);
        var arrays = new ArrayList<char[]>();
        for (Object one : ((Map<?, ?>) field.get(passwords)).values()) {
            arrays.add((char[]) one);
        }
        return arrays;
    }

    private static void assertWiped(char[] secret) {
        assertThat(new String(secret)).matches("\0+");
    }

    @Test
    void forgettingReplacingAndClosingWipe() throws Exception {
        passwords.keep("pi@a:22", "first".toCharArray());
        char[] replaced = kept().getFirst();
        passwords.keep("pi@a:22", "second".toCharArray());
        assertWiped(replaced);

        char[] forgotten = kept().getFirst();
        passwords.forget("pi@a:22");
        assertWiped(forgotten);

        passwords.keep("pi@b:22", "third".toCharArray());
        char[] closed = kept().getFirst();
        passwords.close();
        assertWiped(closed);
        assertThat(passwords.recall("pi@b:22")).isNull();
    }

    @Test
    void whoeverAsksGetsACopyThatCanBeWiped() {
        passwords.keep("pi@a:22", "secret".toCharArray());
        char[] copy = passwords.recall("pi@a:22");
        Secrets.wipe(copy);
        assertThat(passwords.recall("pi@a:22")).containsExactly("secret".toCharArray());
        assertThat(passwords.recall("root@a:22")).isNull();
    }

    @Test
    void bytesOfASecretLeaveNoCopyBehind() {
        char[] secret = "pässwörd🔑".toCharArray();
        byte[] bytes = Secrets.utf8(secret);
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("pässwörd🔑");
        Secrets.wipe(bytes);
        assertThat(bytes).containsOnly(0);
    }
}
