package dev.linkscope;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.util.List;
import javafx.application.Platform;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of the house and the doors between them (src/docs/architecture.md). */
class ArchitectureTest {
    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.linkscope");

    private static final JavaClasses TESTS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                    .importPackages("dev.linkscope");

    private static final List<String> ADAPTERS =
            List.of(
                    "agent",
                    "ssh",
                    "octoprint",
                    "discovery",
                    "witness",
                    "store",
                    "report",
                    "settings",
                    "secrets",
                    "inventory",
                    "notify",
                    "update",
                    "tray",
                    "metrics",
                    "plans",
                    "hands",
                    "demo");

    @Test
    void domainKnowsNothingButItselfAndJava() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("dev.linkscope.domain..")
                        .should()
                        .dependOnClassesThat(
                                resideOutsideOfPackages(
                                        "dev.linkscope.domain..", "java..", "org.jspecify..")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats", "rules"})
    void judgingKnowsOnlyTheDomain(String room) {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(in(room))
                        .should()
                        .dependOnClassesThat(
                                resideOutsideOfPackages(
                                        in(room),
                                        "dev.linkscope.domain..",
                                        "dev.linkscope.support..",
                                        "org.HdrHistogram..",
                                        "java..",
                                        "org.jspecify.."))
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.io..", "java.nio.file..", "java.net.."));
    }

    @Test
    void engineKnowsNoAdapterAndNoToolkit() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("dev.linkscope.engine..")
                        .should()
                        .dependOnClassesThat(
                                resideOutsideOfPackages(
                                        "dev.linkscope.engine..",
                                        "dev.linkscope.stats..",
                                        "dev.linkscope.rules..",
                                        "dev.linkscope.domain..",
                                        "dev.linkscope.support..",
                                        "org.slf4j..",
                                        "java..",
                                        "org.jspecify..")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent",
                "ssh",
                "octoprint",
                "discovery",
                "witness",
                "store",
                "report",
                "settings",
                "secrets",
                "inventory",
                "notify",
                "update",
                "tray",
                "metrics",
                "plans",
                "hands",
                "demo"
            })
    void adaptersDoNotKnowOneAnother(String room) {
        String[] forbidden =
                ADAPTERS.stream()
                        .filter(other -> !other.equals(room))
                        .filter(other -> !(room.equals("ssh") && other.equals("agent")))
                        .map(ArchitectureTest::in)
                        .toArray(String[]::new);
        check(
                noClasses()
                        .that()
                        .resideInAPackage(in(room))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden)
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.linkscope.ui..",
                                "dev.linkscope.launch..",
                                "dev.linkscope.stats..",
                                "dev.linkscope.rules.."));
    }

    @Test
    void onlyReportAndWindowSpeak() {
        check(
                noClasses()
                        .that(
                                resideOutsideOfPackages(
                                        "dev.linkscope.i18n..",
                                        "dev.linkscope.report..",
                                        "dev.linkscope.ui..",
                                        "dev.linkscope.launch.."))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("dev.linkscope.i18n.."));
    }

    @Test
    void windowKnowsNoAdapterAndNoStatistics() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage("dev.linkscope.ui..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                ADAPTERS.stream()
                                        .filter(room -> !room.equals("report"))
                                        .map(ArchitectureTest::in)
                                        .toArray(String[]::new))
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.linkscope.report..",
                                "dev.linkscope.stats..",
                                "dev.linkscope.rules..",
                                "dev.linkscope.launch.."));
    }

    @Test
    void nothingBelowTheWindowKnowsTheToolkit() {
        check(
                noClasses()
                        .that(
                                resideOutsideOfPackages(
                                        "dev.linkscope.ui..", "dev.linkscope.launch.."))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "javafx..",
                                "io.fair_acc..",
                                "org.controlsfx..",
                                "atlantafx..",
                                "org.kordamp.."));
    }

    @Test
    void chartsHaveOneDoor() {
        check(
                noClasses()
                        .that(resideOutsideOfPackages("dev.linkscope.ui.chart.."))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.fair_acc.."));
    }

    @Test
    void digestsHaveOneDoor() {
        check(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("dev.linkscope.stats.LatencyDigest")
                        .and()
                        .doNotHaveFullyQualifiedName("dev.linkscope.stats.LatencyDigest$Walk")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.HdrHistogram.."));
    }

    @Test
    void oneClassOwnsTheWayToTheWindowsThread() {
        check(
                noClasses()
                        .that(resideOutsideOfPackages("dev.linkscope.ui.common.."))
                        .should()
                        .callMethod(Platform.class, "runLater", Runnable.class));
    }

    @Test
    void timeComesFromALaunchedClock() {
        check(
                noClasses()
                        .that(resideOutsideOfPackages("dev.linkscope.launch.."))
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void threadsAreMadeInOnePlace() {
        check(
                noClasses()
                        .that(resideOutsideOfPackages("dev.linkscope.support.."))
                        .should()
                        .callConstructor(Thread.class)
                        .orShould()
                        .callConstructor(Thread.class, Runnable.class)
                        .orShould()
                        .callMethod(Thread.class, "ofPlatform")
                        .orShould()
                        .callMethod(Thread.class, "ofVirtual")
                        .orShould()
                        .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.util.concurrent.Executors"));
    }

    @Test
    void nobodyPrints() {
        check(
                noClasses()
                        .that(resideOutsideOfPackages("dev.linkscope.launch.."))
                        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
        // Only to silence the toolkit's own.
        check(
                noClasses()
                        .that(resideOutsideOfPackages("dev.linkscope.launch.."))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.util.logging.."));
    }

    @Test
    void roomsAreFreeOfCycles() {
        check(
                SlicesRuleDefinition.slices()
                        .matching("dev.linkscope.(*)..")
                        .should()
                        .beFreeOfCycles());
    }

    @Test
    void everyPackageIsNullMarked() {
        check(
                noClasses()
                        .should()
                        .resideInAPackage("dev.linkscope..")
                        .andShould(
                                ArchCondition.from(
                                        DescribedPredicate.not(inANullMarkedPackage()))));
    }

    @Test
    void benchesAndStudiesAreNamedSoThatTheirProfileRunsThem() {
        classes().that(tagged("bench")).should().haveNameMatching(".*(Bench|Study)").check(TESTS);
        noClasses()
                .that(DescribedPredicate.not(tagged("bench")))
                .should()
                .haveNameMatching(".*(Bench|Study)")
                .check(TESTS);
    }

    @Test
    void testsOfOutagesAreNamedSoThatTheirProfileRunsThem() {
        classes().that(tagged("faults")).should().haveNameMatching(".*IT").check(TESTS);
    }

    private static DescribedPredicate<JavaClass> tagged(String name) {
        return DescribedPredicate.describe(
                "tagged " + name,
                type ->
                        type.tryGetAnnotationOfType(Tag.class)
                                .map(tag -> tag.value().equals(name))
                                .orElse(false));
    }

    private static DescribedPredicate<JavaClass> inANullMarkedPackage() {
        return DescribedPredicate.describe(
                "in a @NullMarked package",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static String in(String room) {
        return "dev.linkscope." + room + "..";
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }
}
