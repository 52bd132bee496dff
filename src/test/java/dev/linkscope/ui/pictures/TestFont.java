package dev.linkscope.ui.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/** The font of all pictures, from the class path, so that it is the same on every machine. */
final class TestFont {
    private static final List<String> FILES =
            List.of(
                    "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf",
                    "/dev/linkscope/report/LiberationSans-Bold.ttf",
                    "/dev/linkscope/report/LiberationMono-Regular.ttf");

    /** Address of a style sheet that has everything written in it. */
    static final String SHEET =
            "data:text/css;base64,"
                    + Base64.getEncoder()
                            .encodeToString(
                                    (".root { -fx-font-family: \"Liberation Sans\"; }\n"
                                                    + ".fingerprint, .label.fix-commands,"
                                                    + " .label.fix-change {"
                                                    + " -fx-font-family: \"Liberation Mono\"; }\n")
                                            .getBytes(StandardCharsets.UTF_8));

    private TestFont() {}

    /** Makes it known to the toolkit. */
    static void load() throws IOException {
        for (String file : FILES) {
            try (InputStream in = TestFont.class.getResourceAsStream(file)) {
                Objects.requireNonNull(Font.loadFont(Objects.requireNonNull(in, file), 13), file);
            }
        }
    }
}
