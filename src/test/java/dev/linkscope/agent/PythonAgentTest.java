package dev.linkscope.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the agent's own tests with every python that is installed here, and says which. */
@Timeout(900)
class PythonAgentTest {
    private static final Path TESTS = Path.of("src/test/python").toAbsolutePath();
    private static final Path AGENT = Path.of("src/main/python/linkscope_agent").toAbsolutePath();
    private static final int LINES = 220;

    @TempDir private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> testsOfTheAgentPass() {
        return Stream.of("python3", oldest())
                .map(python ->
                        DynamicTest.dynamicTest(
                                python,
                                () -> {
                                    Assumptions.assumeTrue(
                                            starts(python), python + " is not installed");
                                    assertPasses(python, "run_all.py");
                                }));
    }

    /** Python 3.7 from the path, or where pyenv keeps its versions. */
    private static String oldest() {
        String root = System.getenv("PYENV_ROOT");
        Path versions =
                Path.of(root == null ? System.getProperty("user.home") + "/.pyenv" : root)
                        .resolve("versions");
        try (Stream<Path> installed = Files.list(versions)) {
            return installed
                    .map(version -> version.resolve("bin/python3.7"))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst()
                    .orElse("python3.7");
        } catch (IOException e) {
            return "python3.7";
        }
    }

    /** Where no old python is installed, at least its grammar is held. */
    @Test
    void everyModuleIsPythonThreeSeven() throws Exception {
        Assumptions.assumeTrue(starts("python3"), "python3 is not installed");
        assertPasses(
                "python3",
                "-c",
                """
                import ast, pathlib, sys
                for path in pathlib.Path(sys.argv[1]).glob('*.py'):
                    minor = 4 if path.name == 'bootstrap.py' else 7
                    ast.parse(path.read_text(), str(path), feature_version=(3, minor))
                """,
                AGENT.toString());
    }

    @Test
    void everyModuleIsSmall() throws Exception {
        try (Stream<Path> modules = Files.list(AGENT)) {
            assertThat(modules.filter(file -> file.toString().endsWith(".py")))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.readAllLines(file))
                                    .as(file.toString())
                                    .hasSizeLessThanOrEqualTo(LINES));
        }
    }

    private boolean starts(String python) {
        try {
            return run(python, "-c", "import ssl") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void assertPasses(String... command) throws IOException {
        int exit = run(command);
        assertThat(exit).as(output()).isZero();
    }

    private int run(String... command) throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .directory(new File(TESTS.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        try {
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                throw new AssertionError("took too long: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"), StandardCharsets.ISO_8859_1);
    }
}
