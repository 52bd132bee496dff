package dev.linkscope.report.redact;

import dev.linkscope.domain.report.RedactionLevel;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Cleans the texts of one report, and what goes beside it, at one level. The same value has the
 * same alias in all of them, and what is private in one text goes from all later ones. Cleaning a
 * clean text changes nothing. Not thread-safe.
 */
public final class Cleaner {
    /** Shorter values are words, or parts of numbers. */
    private static final int LEAST = 3;

    /** The same for what was only guessed by its looks. */
    private static final int LEAST_GUESSED = 4;

    private final RedactionLevel level;
    private final KnownValues known = new KnownValues();
    private final Aliases aliases = new Aliases();
    private final Set<String> learned = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final Places places = new Places(this);
    private final HostNames hosts = new HostNames(this);

    /**
     * A cleaner of one report.
     *
     * @param secrets values that go at every level
     */
    public Cleaner(RedactionLevel level, Collection<String> secrets) {
        this.level = level;
        secrets.forEach(known::addSecret);
    }

    /** For whom it cleans. */
    public RedactionLevel level() {
        return level;
    }

    /** The text as it may leave. */
    public String clean(String text) {
        return SecretCleaner.untilNothingChanges(text, this::pass);
    }

    /** A name that this program gave to something, without credentials; nothing else is private. */
    public String cleanName(String name) {
        return SecretCleaner.untilNothingChanges(
                name, one -> Credentials.clean(known.replaceSecrets(one), _ -> {}));
    }

    /** Never gives this out as an alias. */
    public void reserve(String text) {
        if (Marks.isAlias(text)) {
            aliases.reserve(text);
        }
    }

    /** An id of this program, or a login, which is to stay although it looks private. */
    public void keep(String text) {
        kept.add(text.toLowerCase(Locale.ROOT));
    }

    /** From now on a value goes wherever it stands, if its kind goes at this level. */
    public void learn(Kind kind, String value) {
        if (kind == Kind.SECRET) {
            known.addSecret(value);
        } else if (kind.goesAt(level) && !value.isBlank()) {
            learn(kind, value, aliases.of(kind, value), LEAST);
        }
    }

    /** From now on a value has the alias that another one has. */
    public void learnSame(Kind kind, String value, String alias) {
        if (kind.goesAt(level) && !value.isBlank() && !Marks.isAlias(value)) {
            aliases.same(kind, value, alias);
            learn(kind, value, alias, LEAST);
        }
    }

    /** What stands in place of a value, which from now on goes wherever it stands. */
    public String alias(Kind kind, String value) {
        if (!kind.goesAt(level) || value.isBlank() || value.equals(Marks.REMOVED)) {
            return value;
        }
        String alias = aliases.of(kind, value);
        learn(kind, value, alias, LEAST_GUESSED);
        return alias;
    }

    /** What stands in place of a host; a public service keeps its name. */
    public String aliasOfHost(String name) {
        return Everyday.isService(name) ? name : alias(Kind.HOST, name);
    }

    boolean keeps(String text) {
        return kept.contains(text.toLowerCase(Locale.ROOT));
    }

    /** A hardware address as it may be shown. */
    String hardware(String text) {
        return HardwareAddress.isNobodys(HardwareAddress.digits(text))
                ? text
                : alias(Kind.HARDWARE_ADDRESS, text);
    }

    /** An internet address as it may be shown. */
    String address(String text) {
        NetAddress address = NetAddress.of(text);
        if (address == null) {
            return text;
        }
        if (address.isLinkLocal() && address.holdsHardwareAddress()) {
            return "fe80::" + hardware(address.hardwareAddress());
        }
        if (address.isPublic() || (address.isInner() && address.holdsHardwareAddress())) {
            return alias(Kind.ADDRESS, text);
        }
        if (address.isInner() && level == RedactionLevel.PUBLIC) {
            return (address.is6() ? "" : address.network()) + aliases.of(Kind.ADDRESS, text);
        }
        return text;
    }

    private String pass(String text) {
        String clean = Credentials.clean(known.replace(text), known::addSecret);
        if (level.compareTo(RedactionLevel.SUPPORT) >= 0) {
            clean = places.clean(clean);
        }
        return level == RedactionLevel.PUBLIC ? hosts.clean(clean) : clean;
    }

    private void learn(Kind kind, String value, String alias, int least) {
        if (value.length() < least
                || Marks.isDone(value)
                || (kind != Kind.ADDRESS && value.codePoints().noneMatch(Character::isLetter))
                || isEveryday(kind, value)
                || !learned.add(kind + value)) {
            return;
        }
        if (kind == Kind.HARDWARE_ADDRESS || kind == Kind.ACCESS_POINT) {
            if (HardwareAddress.isOne(value)) {
                String digits = HardwareAddress.digits(value);
                HardwareAddress.spellings(digits).forEach(one -> known.add(one, alias));
                return;
            }
        }
        known.add(value, alias);
    }

    private static boolean isEveryday(Kind kind, String value) {
        return switch (kind) {
            case USER -> Everyday.isUser(value);
            case HOST -> Everyday.isHost(value) || Everyday.isService(value);
            default -> false;
        };
    }
}
