package dev.linkscope.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.ui.connect.RememberedQuestions;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever puts the questions of somebody else has to put all of them. */
class QuestionsOfOthersTest {
    /** Makes a wrapper and asks nothing. */
    private static final String WRAPPING = "after";

    @ParameterizedTest
    @ValueSource(classes = {AnnouncedQuestions.class, RememberedQuestions.class})
    void noQuestionIsAnsweredByTheWrapperItself(Class<?> wrapper) {
        List<String> own =
                Arrays.stream(wrapper.getDeclaredMethods()).map(Method::getName).toList();
        List<String> all =
                Arrays.stream(LinkQuestions.class.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .map(Method::getName)
                        .filter(name -> !name.equals(WRAPPING))
                        .toList();
        assertThat(own).containsAll(all);
    }
}
