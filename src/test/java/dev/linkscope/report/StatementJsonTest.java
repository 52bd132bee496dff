package dev.linkscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linkscope.domain.Statement;
import dev.linkscope.i18n.Messages;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Sentences of a report that somebody sent can be said, whatever was put into them. */
class StatementJsonTest {
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);
    private final StatementJson json = new StatementJson(new Wording(ENGLISH));

    private Statement read(String text) {
        return json.read(new Fields(JsonMapper.shared().readTree(text.replace('\'', '"')), ""));
    }

    @Test
    void aWordInPlaceOfANumberIsSaidAsItWasWritten() {
        Statement said = read("{'textKey':'figure.percent','args':['many'],'text':'as it was'}");
        assertThat(ENGLISH.render(said)).isEqualTo("as it was");
        Statement fits = read("{'textKey':'figure.percent','args':[5.5],'text':'as it was'}");
        assertThat(fits.key()).isEqualTo("figure.percent");
    }

    @Test
    void nothingInAnArgumentSteers() {
        Statement said =
                read("{'textKey':'verdict.HEALTHY','args':['\\u001b[31m\\u202e'],'text':'x'}");
        assertThat(ENGLISH.render(said)).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void sentencesWithinSentencesHaveAnEnd() {
        String deep = "{'textKey':'verdict.HEALTHY','args':[%s],'text':'x'}";
        String nested = "'octopi'";
        for (int i = 0; i < 20; i++) {
            nested = deep.formatted(nested);
        }
        String tooDeep = nested;
        assertThatThrownBy(() -> read(tooDeep)).isInstanceOf(Fields.WrongFieldException.class);
    }
}
