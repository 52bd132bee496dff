package dev.linkscope.report.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.report.RedactionLevel;
import dev.linkscope.engine.report.Removed;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextCleanerTest {
    private static final String LOG =
            """
            2026-11-22 08:00:01,100 - octoprint.startup - INFO - config in /home/anna/.octoprint on Nest
            2026-11-22 08:00:02,100 - octoprint.plugins.obico - DEBUG - curl -H "Authorization: Token 0123456789abcdef0123" https://app.obico.io/api
            2026-11-22 08:00:03,100 - wpa - INFO - ssid="Nest" bssid=aa:bb:cc:dd:ee:01
            -----BEGIN RSA PRIVATE KEY-----
            MIIEpAIBAAKCAQEAc4n4ry
            -----END RSA PRIVATE KEY-----
            2026-11-22 08:00:04,100 - octoprint.server - INFO - 203.0.113.7 asked for /?apikey=c4n4ry&x=1
            """;

    private final Cleaner cleaner = new Cleaner(RedactionLevel.SUPPORT, List.of());
    private final TextCleaner texts = new TextCleaner(cleaner);

    @Test
    void aLogIsCleanedLineByLineWithTheAliasesOfTheReport() {
        cleaner.learn(Kind.ACCESS_POINT, "00:11:22:aa:bb:cc");
        String inReport = cleaner.clean("at aa:bb:cc:dd:ee:01 from 203.0.113.7");

        assertThat(texts.clean(LOG))
                .isEqualTo(
                        """
                        2026-11-22 08:00:01,100 - octoprint.startup - INFO - config in /home/user-1/.octoprint on ssid-1
                        2026-11-22 08:00:02,100 - octoprint.plugins.obico - DEBUG - curl -H "Authorization: ‹removed›" https://app.obico.io/api
                        2026-11-22 08:00:03,100 - wpa - INFO - ssid="ssid-1" bssid=mac-1
                        ‹removed›
                        ‹removed›
                        ‹removed›
                        2026-11-22 08:00:04,100 - octoprint.server - INFO - ip-1 asked for /?apikey=‹removed›&x=1
                        """);
        assertThat(inReport).isEqualTo("at mac-1 from ip-1");
        assertThat(texts.removed())
                .contains(
                        new Removed("secret", Marks.REMOVED, 5), new Removed("ssid", "ssid-1", 2));
    }

    @Test
    void theEndOfTheTextStaysAsItIs() {
        assertThat(texts.clean("a\nb")).isEqualTo("a\nb");
        assertThat(texts.clean("")).isEmpty();
    }

    @Test
    void aLogOfManyMegabytesIsNeverInMemory() throws IOException {
        long[] counts = new long[2];
        var endless = new Endless(LOG.replace("-----", ""), 3_000_000);

        texts.clean(
                endless,
                new Appendable() {
                    @Override
                    public Appendable append(CharSequence text) {
                        counts[0] += text.length();
                        counts[1] += text.toString().contains("c4n4ry9") ? 1 : 0;
                        return this;
                    }

                    @Override
                    public Appendable append(CharSequence text, int from, int to) {
                        return append(text.subSequence(from, to));
                    }

                    @Override
                    public Appendable append(char c) {
                        counts[0]++;
                        return this;
                    }
                });

        assertThat(counts[0]).isGreaterThan(2_000_000);
    }

    /** Repeats a text. */
    private static final class Endless extends Reader {
        private final String text;
        private long left;
        private int at;

        Endless(String text, long length) {
            this.text = text;
            this.left = length;
        }

        @Override
        public int read(char[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = Math.min(length, text.length() - at);
            text.getChars(at, at + count, into, from);
            at = (at + count) % text.length();
            left -= count;
            return count;
        }

        @Override
        public void close() {}
    }
}
