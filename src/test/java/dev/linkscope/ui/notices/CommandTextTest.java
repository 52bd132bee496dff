package dev.linkscope.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    @Test
    void wordsAreApartByBlanks() {
        assertThat(CommandText.parse("  ")).contains(List.of());
        assertThat(CommandText.parse(" /bin/tell  \"living room\" -x \"\" "))
                .contains(List.of("/bin/tell", "living room", "-x", ""));
        assertThat(CommandText.parse("C:\\tools\\tell.exe \"C:\\a b\\c\" \"say \\\"hi\\\"\""))
                .contains(List.of("C:\\tools\\tell.exe", "C:\\a b\\c", "say \"hi\""));
        assertThat(CommandText.parse("tell $(id); rm 'a b'"))
                .contains(List.of("tell", "$(id);", "rm", "'a", "b'"));
        assertThat(CommandText.parse("tell \"open")).isEmpty();
    }

    @Property(tries = 300)
    void whatIsShownIsReadBack(@ForAll @Size(max = 6) List<String> command) {
        assertThat(CommandText.parse(CommandText.of(command))).contains(command);
    }
}
