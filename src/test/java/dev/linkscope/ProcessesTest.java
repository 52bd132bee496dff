package dev.linkscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.linkscope.engine.port.PiProgram;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Who starts programs, here and on a Pi. Whoever is added is looked at first: arguments as a list,
 * commands of a shell that are constants, nothing secret in either.
 */
class ProcessesTest {
    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.linkscope");

    /** With a list of arguments, or the shell with a constant. */
    private static final Set<String> STARTERS =
            Set.of(
                    "dev.linkscope.ssh.SshBinaryConfig",
                    "dev.linkscope.ui.common.DesktopOpener",
                    "dev.linkscope.notify.Child",
                    "dev.linkscope.agent.LocalProgram",
                    "dev.linkscope.agent.LocalAgentLink");

    /** Each with the constant COMMAND of its own, or handing on what it was given. */
    private static final Set<String> COMMANDERS =
            Set.of(
                    "dev.linkscope.hands.PiAction",
                    "dev.linkscope.launch.PiPrograms",
                    "dev.linkscope.launch.KeyOverSsh",
                    "dev.linkscope.launch.LogsOverSsh");

    private static DescribedPredicate<JavaClass> otherThan(Set<String> known) {
        return DescribedPredicate.describe(
                "other than " + known,
                type ->
                        known.stream()
                                .noneMatch(name ->
                                        type.getName().equals(name)
                                                || type.getName().startsWith(name + "$")));
    }

    @Test
    void fewClassesStartPrograms() {
        noClasses()
                .that(otherThan(STARTERS))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .check(MAIN);
    }

    @Test
    void nobodyHandsALineToThePlatform() {
        noClasses().should().callMethod(Runtime.class, "exec", String.class).check(MAIN);
        noClasses()
                .should()
                .callMethod(Runtime.class, "exec", String.class, String[].class)
                .check(MAIN);
    }

    @Test
    void fewClassesSendCommandsToAPi() {
        noClasses()
                .that(otherThan(COMMANDERS))
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "that sends a command",
                                call ->
                                        call.getTargetOwner().isAssignableTo(PiProgram.class)
                                                        && call.getName().equals("run")
                                                || call.getTargetOwner()
                                                                .getName()
                                                                .equals(
                                                                        "dev.linkscope.ssh.SshLinks")
                                                        && call.getName().equals("output")))
                .check(MAIN);
    }
}
