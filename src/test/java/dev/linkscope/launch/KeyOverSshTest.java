package dev.linkscope.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyOverSshTest {
    @Test
    void findsTheKeyOfTheFile() {
        String key = "0123456789ABCDEF0123456789ABCDEF";
        for (String part :
                new String[] {
                    "api:\n    key: " + key + "\n",
                    "api:\n  allowCrossOrigin: true\n  key: '" + key + "'\nserver:\n"
                }) {
            assertThat(KeyOverSsh.parse(part))
                    .hasValueSatisfying(found -> assertThat(new String(found)).isEqualTo(key));
        }
    }

    @Test
    void findsNoneWhereThereIsNone() {
        for (String part : new String[] {"", "api:\n  enabled: true\n", "api:\n  key: short\n"}) {
            assertThat(KeyOverSsh.parse(part)).isEmpty();
        }
    }
}
