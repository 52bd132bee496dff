package dev.linkscope.inventory;

import dev.linkscope.domain.diagnosis.Failure;
import dev.linkscope.domain.diagnosis.FailureCode;
import dev.linkscope.domain.printer.BadAddressException;
import dev.linkscope.domain.printer.Labels;
import dev.linkscope.domain.printer.Printer;
import dev.linkscope.domain.printer.PrinterId;
import dev.linkscope.domain.printer.Target;
import dev.linkscope.domain.printer.TargetAddress;
import dev.linkscope.domain.printer.WebAddress;
import dev.linkscope.domain.probe.TargetUrl;
import dev.linkscope.engine.port.PrinterListReader.Entry;
import dev.linkscope.support.OneLine;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an entry of each row, and knows which targets were there before. */
final class EntryMaker {
    private static final int LONGEST_WORD = 80;
    private static final int LONGEST_PATH = 1_000;
    private static final int MOST_TAGS = 20;

    private final TargetUrl usualServer;
    private final Set<PrinterId> seen = new HashSet<>();

    /** A maker whose printers use this server unless their row says otherwise. */
    EntryMaker(TargetUrl usualServer) {
        this.usualServer = usualServer;
    }

    /** The entry of a row; a row that is no printer says why. */
    Entry entry(Row row) {
        try {
            Failure problem = row.problem();
            if (problem != null) {
                throw new NoPrinter(problem);
            }
            Printer printer = printer(row);
            if (!seen.add(printer.id())) {
                String shown = printer.target().display();
                throw new NoPrinter(Failure.of(FailureCode.LISTED_TWICE, shown));
            }
            return new Entry(printer.target().display(), printer, null);
        } catch (NoPrinter e) {
            return new Entry(e.failure.args().getFirst(), null, e.failure);
        } catch (BadAddressException e) {
            return new Entry(e.failure().args().getFirst(), null, e.failure());
        }
    }

    private Printer printer(Row row) throws NoPrinter, BadAddressException {
        Target target = target(row);
        String name = row.get(Column.NAME);
        TargetUrl server = page(row, Column.SERVER);
        TargetUrl octoprint = page(row, Column.OCTOPRINT);
        return new Printer(
                        PrinterId.of(target),
                        name == null ? target.display() : word(name),
                        target,
                        server == null ? usualServer : server,
                        url(row, Column.SNAPSHOT),
                        Printer.DEFAULT_CADENCE)
                .withStream(url(row, Column.STREAM), false)
                .withLabels(labels(row))
                .withOctoPrint(octoprint == null ? null : octoprint.withoutCredentials());
    }

    private static Target target(Row row) throws NoPrinter, BadAddressException {
        String text = row.get(Column.TARGET);
        if (text == null) {
            String name = row.get(Column.NAME);
            throw new NoPrinter(
                    Failure.of(
                            FailureCode.LISTED_WITHOUT_ADDRESS, name == null ? "?" : word(name)));
        }
        if (WebAddress.isMeant(text)) {
            WebAddress page = WebAddress.of(text);
            if (page == null) {
                throw badUrl(text);
            }
            return new Target.OctoPrint(page.url().withoutCredentials());
        }
        Target parsed = TargetAddress.parse(text);
        return parsed instanceof Target.Ssh ssh ? completed(ssh, row) : parsed;
    }

    private static Target completed(Target.Ssh ssh, Row row) throws NoPrinter {
        String user = row.get(Column.USER);
        String port = row.get(Column.PORT);
        String identity = row.get(Column.IDENTITY);
        if (user != null && !TargetAddress.isUser(user)) {
            throw badAddress(word(user) + "@" + ssh.host());
        }
        Integer number = port == null ? null : port(port);
        if (port != null && number == null) {
            throw badAddress(ssh.host() + ":" + word(port));
        }
        return new Target.Ssh(
                ssh.host(),
                number == null ? ssh.port() : number,
                user == null ? ssh.user() : user,
                identity == null || identity.length() > LONGEST_PATH ? null : clean(identity));
    }

    private static @Nullable Integer port(String digits) {
        if (!digits.matches("[0-9]{1,5}")) {
            return null;
        }
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= 65_535 ? port : null;
    }

    /** What has to be a page: a camera may be an RTSP stream, a server may not. */
    private static @Nullable TargetUrl page(Row row, Column column) throws NoPrinter {
        TargetUrl url = url(row, column);
        if (url != null && !WebAddress.isPage(url.value())) {
            throw badUrl(url.value());
        }
        return url;
    }

    private static @Nullable TargetUrl url(Row row, Column column) throws NoPrinter {
        String text = row.get(column);
        if (text == null) {
            return null;
        }
        WebAddress page = WebAddress.of(text);
        if (page == null) {
            throw badUrl(text);
        }
        return page.url();
    }

    private static Labels labels(Row row) {
        String group = row.get(Column.GROUP);
        String cell = Objects.requireNonNullElse(row.get(Column.TAGS), "");
        List<String> tags =
                Stream.concat(Stream.of(cell.split("[,;|]", -1)), row.tags().stream())
                        .map(EntryMaker::word)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .limit(MOST_TAGS)
                        .toList();
        return new Labels(group == null ? null : word(group), tags);
    }

    /** One line of bounded length without anything that moves a cursor. */
    static String word(String text) {
        return OneLine.of(text, LONGEST_WORD + 1);
    }

    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", " ").strip();
    }

    private static NoPrinter badAddress(String shown) {
        return new NoPrinter(Failure.of(FailureCode.BAD_ADDRESS, shown));
    }

    private static NoPrinter badUrl(String text) {
        String shown = word(new TargetUrl(clean(text)).display());
        return new NoPrinter(Failure.of(FailureCode.BAD_WEB_ADDRESS, shown));
    }

    /** A row that is no printer. */
    private static final class NoPrinter extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        NoPrinter(Failure failure) {
            super(failure.code().wireName());
            this.failure = failure;
        }
    }
}
