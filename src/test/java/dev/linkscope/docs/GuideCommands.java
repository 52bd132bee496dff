package dev.linkscope.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every command of the README and the guides, and what keeps it right. */
public final class GuideCommands {
    private static final List<String> PAGES =
            List.of(
                    "README.md",
                    "CONTRIBUTING.md",
                    "src/docs/user-guide.md",
                    "src/docs/faq.md",
                    "src/docs/automation.md",
                    "src/docs/developer-guide.md",
                    "src/docs/contributing.md");

    /** What keeps a command right. */
    public sealed interface Kept {}

    /** It is run as it stands, but for addresses and times. */
    public record Run(List<Integer> codes) implements Kept {}

    /** A test does what it does. */
    public record ByTest(String test) implements Kept {}

    /** Its goals, profiles and classes are looked up in the pom and the sources. */
    public record ByMaven() implements Kept {}

    /** It cannot be run here. */
    public record NotHere(String reason) implements Kept {}

    /**
     * Commands that match, and what keeps them right.
     *
     * @param commands matches whole commands
     */
    public record Rule(Pattern commands, Kept kept) {}

    private static final NotHere AS_ROOT = new NotHere("changes the computer, as root");

    private static final List<Rule> RULES =
            List.of(
                    rule("(sudo )?mvn.*", new ByMaven()),
                    rule("python3 src/test/python/cost_bench.py", new ByTest("AgentBench")),
                    rule("python3 src/test/python/run_all.py", new ByTest("PythonAgentTest")),
                    rule("ssh-keygen -lf .*", new NotHere("a file of the Pi")),
                    rule("sudo apt install python3-minimal", AS_ROOT),
                    rule(
                            "apt install ./linkscope.*",
                            new NotHere("as root; packaging/linux/check-deb.sh, a bare Debian")),
                    rule("linkscope version --check", new ByTest("VersionCommandTest")),
                    rule("sudo (install|useradd|systemctl) .*", AS_ROOT),
                    rule("systemd-analyze verify .*", new ByTest("ExampleFilesTest")),
                    rule("promtool check config .*", new ByTest("ExampleFilesTest")),
                    rule("journalctl .*", new NotHere("the log of a service")),
                    rule("curl https://app.obico.io/", new NotHere("leads into the internet")),
                    rule("linkscope LINK", new ByTest("SecondStartTest")),
                    rule("linkscope watch --farm printers.csv", new ByTest("WatchIT")),
                    rule("linkscope watch", new ByTest("WatchIT")),
                    rule("linkscope demo", new ByTest("SimulatedFarmTest")),
                    rule("linkscope discover", new ByTest("DiscoverCommandIT")),
                    rule("linkscope watch --farm .* --listen .*", new Run(List.of(0))),
                    rule("curl -fsS http://127.0.0.1:9817/healthz", new Run(List.of(0))),
                    rule("check_linkscope --metrics .*", new Run(List.of(0))),
                    rule("linkscope (diagnose|open|--help).*", new Run(List.of(0))),
                    rule("linkscope analyze --before .*", new Run(List.of(3))),
                    rule("linkscope analyze .*", new Run(List.of(0))),
                    rule("linkscope (report|compare) .*", new Run(List.of(0, 1, 2, 3))),
                    rule("(jq|check_linkscope) .*", new Run(List.of(0))));

    private GuideCommands() {}

    private static Rule rule(String commands, Kept kept) {
        return new Rule(Pattern.compile(commands), kept);
    }

    /** All rules; of those that match a command the first counts. */
    static List<Rule> rules() {
        return RULES;
    }

    /** Every command with the pages that show it. */
    static Map<String, List<String>> shown() {
        var shown = new TreeMap<String, List<String>>();
        for (String page : PAGES) {
            for (String command : MarkdownPage.read(Path.of(page)).commands()) {
                shown.merge(
                        command,
                        List.of(page),
                        (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
            }
        }
        return shown;
    }

    /** Commands with what keeps them right, those that are to be run. */
    public static Map<String, Run> toRun() {
        var commands = new TreeMap<String, Run>();
        for (String command : shown().keySet()) {
            if (kept(command) instanceof Run run) {
                commands.put(command, run);
            }
        }
        return commands;
    }

    /** Commands of the program itself, of which each has to be understood. */
    public static List<String> ofProgram() {
        return shown().keySet().stream().filter(one -> one.startsWith("linkscope ")).toList();
    }

    static Kept kept(String command) {
        return RULES.stream()
                .filter(rule -> rule.commands().matcher(command).matches())
                .map(Rule::kept)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing keeps right: " + command));
    }
}
