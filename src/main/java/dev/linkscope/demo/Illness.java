package dev.linkscope.demo;

import dev.linkscope.domain.probe.ProbeKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes attempts fail, when and how.
 *
 * @param spell when it has hold
 * @param harms what it then does to each kind of probe; kinds not named go on unharmed
 */
record Illness(Spell spell, Map<ProbeKind, Harm> harms) {

    /**
     * What an illness does to one kind of probe.
     *
     * @param chance share of attempts that fail, 0 to 1
     * @param faults ways to fail, each as likely as the others
     */
    record Harm(double chance, List<Fault> faults) {}

    /**
     * How an attempt fails; null if this illness lets it pass.
     *
     * @param kind what is checked
     * @param atMillis when its slot is due
     * @param dice of the printer and this illness: spells strike all its probes at once, while
     *     within a spell each attempt has its own chance
     */
    @Nullable Fault strike(ProbeKind kind, long atMillis, Dice dice) {
        Harm harm = harms.get(kind);
        if (harm == null || !spell.holds(atMillis, dice)) {
            return null;
        }
        Dice own = dice.with(kind.wireName()).with(atMillis);
        if (own.with(0).share() >= harm.chance()) {
            return null;
        }
        return harm.faults().get((int) own.with(1).between(0, harm.faults().size() - 1));
    }
}
