package dev.linkscope.report.redact;

import dev.linkscope.domain.report.RedactionLevel;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;

/** What looks as if it told where something is or whose it is: addresses, networks, devices. */
final class Places {
    private static final Rule EMAIL =
            Rule.of(
                    "(?<![\\p{L}\\d_.%+-])[\\p{L}\\d_.%+-]{1,64}@(?:[\\p{L}\\d-]{1,63}\\.){1,8}(?<end>\\p{L}{2,24})(?![\\p{L}\\d_-])",
                    "@");

    private static final Rule MAC = new Rule(List.of(), HardwareAddress.WRITTEN);
    private static final Rule MAC_WITH_DOTS = new Rule(List.of(), HardwareAddress.WITH_DOTS);
    private static final Rule V6 = new Rule(List.of(":"), NetAddress.V6);
    private static final Rule V4 = new Rule(List.of("."), NetAddress.V4);
    private static final Rule V4_IN_NAME = new Rule(List.of("-"), NetAddress.IN_NAME);

    private static final Rule BSSID =
            Rule.of("(?i)(\\bbssid\\W{1,4})([0-9a-f]{2}(?::[0-9a-f]{2}){5})", "bssid");

    /** Names of networks have 32 bytes at most; what ends one without quotes is a guess. */
    private static final Rule NETWORK =
            Rule.of(
                    "(?i)((?<![\\p{L}])e?ssid(?:_name)?\\\\{0,4}[\"']?\\s{0,3}[=:\\s]\\s{0,3})"
                            + "(?:(?<q>\\\\{0,4}[\"'])(?!\\k<q>)(?<quoted>[^\\r\\n]{1,128}?)\\k<q>(?!\\p{L})"
                            + "|(?<bare>[^\\s,;\"'\\r\\n)\\]}=:](?:[^,;\"\\r\\n)\\]}]{0,31}?)"
                            + "(?=\\s+[\\w.-]{1,32}[=:]|\\s{2,}|[,;\"\\r\\n)\\]}]|$)))",
                    "ssid");

    private static final Rule SERIAL =
            Rule.of(
                    "(?i)(\\bserial(?:[\\s_-]?(?:number|nr|no|id))?\\\\{0,4}[\"']?\\s{0,3}[=:#]\\s{0,3}\\\\{0,4}[\"']?)"
                            + "(?=[A-Za-z-]{0,40}\\d)([A-Za-z0-9][A-Za-z0-9-]{5,63})(?![\\w.])",
                    "serial");

    /** Serial number of a Raspberry Pi, eight of its sixteen digits being fixed. */
    private static final Rule PI_SERIAL =
            Rule.of("(?i)(?<![0-9a-z])[01]0{7}[0-9a-f]{8}(?![0-9a-z])", "0000000");

    /** Names that Linux gives to devices, with their serial number before the interface. */
    private static final Rule DEVICE =
            Rule.of(
                    "(by-id/[\\w.:+-]{1,200}?_)([A-Za-z0-9-]{4,64})(?=-(?:if|video|index|event)\\d?)",
                    "by-id/");

    private static final Rule UUID =
            Rule.of(
                    "(?i)(?<![0-9a-z-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z-])",
                    "-");

    private static final Rule HOME =
            Rule.of(
                    "(?i)((?:/home/|/Users/|[A-Z]:\\\\{1,4}Users\\\\{1,4}|%2Fhome%2F|%2FUsers%2F))([^\\s/\\\\\"':;,%<>|*?()\\[\\]]{1,64})",
                    "home", "users");

    private final Cleaner cleaner;

    Places(Cleaner cleaner) {
        this.cleaner = cleaner;
    }

    String clean(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String clean = text;
        if (clean.indexOf('@') >= 0) {
            clean = EMAIL.replace(clean, lower, this::email);
        }
        clean = BSSID.replace(clean, lower, found -> found.group(1) + accessPoint(found.group(2)));
        clean = NETWORK.replace(clean, lower, this::network);
        clean = MAC.replace(clean, lower, found -> cleaner.hardware(found.group()));
        clean = MAC_WITH_DOTS.replace(clean, lower, found -> cleaner.hardware(found.group()));
        if (clean.indexOf(':') >= 0) {
            clean = V6.replace(clean, lower, found -> address6(found.group()));
        }
        clean = V4.replace(clean, lower, found -> cleaner.address(found.group()));
        clean = V4_IN_NAME.replace(clean, lower, found -> inName(found.group()));
        clean = SERIAL.replace(clean, lower, found -> found.group(1) + serial(found.group(2)));
        clean = PI_SERIAL.replace(clean, lower, found -> serial(found.group()));
        clean = DEVICE.replace(clean, lower, found -> found.group(1) + serial(found.group(2)));
        clean = UUID.replace(clean, lower, found -> id(found.group()));
        return HOME.replace(clean, lower, found -> found.group(1) + user(found.group(2)));
    }

    private String email(MatchResult found) {
        String text = found.group();
        String end = found.group("end");
        // At support a login such as pi@host stays, and user@host is one of the report's targets.
        return !Everyday.isEnd(end) || Everyday.isHomeEnd(end) || cleaner.keeps(text)
                ? text
                : cleaner.alias(Kind.EMAIL, text);
    }

    private String accessPoint(String address) {
        return HardwareAddress.isNobodys(HardwareAddress.digits(address))
                ? address
                : cleaner.alias(Kind.ACCESS_POINT, address);
    }

    private String network(MatchResult found) {
        String quoted = found.group("quoted");
        if (quoted != null) {
            return found.group(1)
                    + found.group("q")
                    + cleaner.alias(Kind.NETWORK, quoted)
                    + found.group("q");
        }
        String bare = found.group("bare");
        return found.group(1) + (said(bare) ? bare : cleaner.alias(Kind.NETWORK, bare));
    }

    /** Words that stand in place of a name. */
    private static boolean said(String bare) {
        return bare.startsWith("off/any") || bare.equals("--") || bare.equals(Marks.REMOVED);
    }

    /** Of groups that run on, those that are an address. */
    private String address6(String text) {
        for (int from = 0; from >= 0 && from < text.length(); from = next(text, from)) {
            if (NetAddress.of(text.substring(from)) != null) {
                return text.substring(0, from) + cleaner.address(text.substring(from));
            }
        }
        return text;
    }

    private static int next(String text, int from) {
        int colon = text.indexOf(':', from);
        return colon < 0 ? -1 : colon + 1;
    }

    private String inName(String text) {
        NetAddress address = NetAddress.of(text.replace('-', '.'));
        boolean tells =
                address != null
                        && (address.isPublic()
                                || (address.isInner() && cleaner.level() == RedactionLevel.PUBLIC));
        return tells ? cleaner.alias(Kind.ADDRESS, text.replace('-', '.')) : text;
    }

    private String serial(String number) {
        return Marks.isDone(number) ? number : cleaner.alias(Kind.SERIAL, number);
    }

    private String id(String uuid) {
        return cleaner.keeps(uuid) ? uuid : cleaner.alias(Kind.SERIAL, uuid);
    }

    private String user(String name) {
        return Everyday.isUser(name) || Marks.isDone(name) ? name : cleaner.alias(Kind.USER, name);
    }
}
