package dev.linkscope.launch;

import dev.linkscope.i18n.Language;
import dev.linkscope.i18n.Languages;
import dev.linkscope.i18n.Messages;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The languages of this process: its own, and those in the user's folder of languages. */
final class Speech {
    private Speech() {}

    /** Read once, when first asked for. */
    private static final class Known {
        private static final Languages LANGUAGES = Languages.in(Wiring.folder().languages());
    }

    /** Every language that can be spoken. */
    static Languages languages() {
        return Known.LANGUAGES;
    }

    /** Messages in the language of the locale and the zone of this computer. */
    static Messages messages(Locale locale) {
        return languages().messages(locale, ZoneId.systemDefault());
    }

    /** What is to be told about the languages, a sentence each; empty if all is well. */
    static List<String> remarks(Locale asked, Messages messages) {
        var remarks = new ArrayList<String>();
        List<Language> known = languages().available();
        if (known.stream()
                .noneMatch(one -> one.locale().getLanguage().equals(asked.getLanguage()))) {
            String all =
                    known.stream()
                            .map(one -> one.locale().toLanguageTag())
                            .collect(Collectors.joining(", "));
            remarks.add(messages.text("language.unknown", asked.toLanguageTag(), all));
        }
        languages().problems().forEach(problem -> remarks.add(messages.render(problem)));
        return remarks;
    }
}
