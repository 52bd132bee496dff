package dev.linkscope.ui.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A command as one line: program and arguments apart by blanks, those with blanks in them between
 * double quotes. Within quotes {@code \"} is a quote and {@code \\} a backslash; nothing else is
 * special, for no shell ever sees it.
 */
final class CommandText {
    private CommandText() {}

    /** Program and arguments; none if the line is blank, empty if a quote is not closed. */
    static Optional<List<String>> parse(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean within = false;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escape =
                    quoted
                            && c == '\\'
                            && i + 1 < line.length()
                            && "\"\\".indexOf(line.charAt(i + 1)) >= 0;
            if (escape) {
                word.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
                within = true;
            } else if (!quoted && Character.isWhitespace(c)) {
                if (within) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                within = false;
            } else {
                word.append(c);
                within = true;
            }
        }
        if (within) {
            words.add(word.toString());
        }
        return quoted ? Optional.empty() : Optional.of(words);
    }

    /** The line of a command. */
    static String of(List<String> command) {
        return command.stream().map(CommandText::word).collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        boolean plain =
                !word.isEmpty()
                        && word.indexOf('"') < 0
                        && word.chars().noneMatch(Character::isWhitespace);
        return plain ? word : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
