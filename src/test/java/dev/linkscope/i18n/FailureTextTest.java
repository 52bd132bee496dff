package dev.linkscope.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.engine.port.PrinterApiException.Problem;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTextTest {
    private static final Messages MESSAGES = Messages.in(Locale.ENGLISH, ZoneOffset.UTC);

    private static int arguments(FailureCode code) {
        return switch (code) {
            case NAME_UNKNOWN, SHELL_BLOCKED, AGENT_GARBAGE, LINK_SILENT, LINK_BROKEN -> 1;
            case BAD_WEB_ADDRESS, LISTED_WITHOUT_ADDRESS, LISTED_TWICE, UNREADABLE_ROW -> 1;
            case NOT_A_PI, FIX_PRINTING, FIX_VALUE_GONE, FIX_NO_WAY -> 1;
            case FIX_NO_RIGHTS, FIX_WRONG_PASSWORD, FIX_FAILED, FIX_CHANGED_MEANWHILE -> 2;
            case LOCAL_UNSUPPORTED, BAD_ADDRESS, TAKEN_OVER, CANCELLED -> 1;
            case NOT_SSH, HOST_KEY_UNKNOWN, LOGIN_REFUSED, PROTOCOL_MISMATCH, AGENT_REFUSED -> 3;
            case HOST_KEY_CHANGED -> 5;
            case UNREACHABLE, CONNECTION_REFUSED, LOCKED_OUT, KNOWN_HOSTS_UNUSABLE -> 2;
            case KEY_UNREADABLE, PASSPHRASE_NEEDED, PASSPHRASE_WRONG, JUMP_HOST_FAILED -> 2;
            case OCTOPRINT_UNREACHABLE, OCTOPRINT_STARTING, OCTOPRINT_DOWN -> 1;
            case OCTOPRINT_NOT_SET_UP, OCTOPRINT_WRONG_KEY, OCTOPRINT_NO_PERMISSION -> 1;
            case OCTOPRINT_NOT_THERE, OCTOPRINT_RATE_LIMITED, OCTOPRINT_NOT_TRUSTED -> 1;
            case OCTOPRINT_DENIED, OCTOPRINT_GARBAGE, OCTOPRINT_ONE_BY_ONE -> 1;
            case PYTHON_MISSING, PYTHON_TOO_OLD, AGENT_NOT_STARTED, AGENT_ENDED -> 2;
        };
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void everyCodeHasASentenceAndANextStep(FailureCode code) {
        List<String> args = new ArrayList<>(List.of("octopi.local"));
        for (int i = 1; i < arguments(code); i++) {
            args.add("argument" + i);
        }
        Failure failure = new Failure(code, args);

        String message = MESSAGES.render(failure.message());
        String next = MESSAGES.render(failure.nextStep());

        assertThat(message).contains("octopi.local").doesNotContain("{", "''");
        assertThat(next).isNotBlank().endsWith(".").doesNotContain("{", "''");
    }

    @Test
    void noTextIsLeftOver() {
        TreeSet<String> expected = new TreeSet<>();
        for (FailureCode code : FailureCode.values()) {
            expected.add(code.key());
            expected.add(code.nextStepKey());
        }
        for (Problem problem : Problem.values()) {
            expected.add(problem.key());
            expected.add(problem.nextStepKey());
        }

        assertThat(
                        new TreeSet<>(
                                ResourceBundle.getBundle(
                                                "dev.linkscope.i18n.failure", Locale.ENGLISH)
                                        .keySet()))
                .isEqualTo(expected);
    }
}
