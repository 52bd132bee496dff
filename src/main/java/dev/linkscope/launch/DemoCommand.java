package dev.linkscope.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code linkscope demo}: the made-up farm. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Shows a made-up farm of twenty-four printers with different illnesses.",
            "Without a display: prints the verdicts and writes a PDF and pictures."
        })
final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private LinkscopeCommand root;

    @Override
    public Integer call() {
        return Launcher.demo(root.localeOfComputer());
    }
}
