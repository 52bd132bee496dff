package dev.linkscope.report.pdf;

import dev.linkscope.domain.diagnosis.Layer;
import dev.linkscope.domain.diagnosis.LayerState;
import dev.linkscope.domain.diagnosis.LayerState.Health;
import dev.linkscope.domain.fact.Fact;
import dev.linkscope.domain.fact.FactStatus;
import dev.linkscope.support.WireName;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The chain from the printer's computer to the server, a box a link, nearest first: where it
 * breaks, in a word, a sign and a colour. The camera stands beside the chain.
 */
final class LayerStrip implements Block {
    private static final int COLUMNS = 6;
    private static final float BETWEEN = 13;
    private static final float SIDE = 6;
    private static final float ABOVE = 4;
    private static final float ROWS_APART = 7;
    private static final float RADIUS = 4;

    /**
     * One box.
     *
     * @param state null for the computer itself, from which the chain is seen
     */
    private record Box(
            @Nullable LayerState state, String name, String how, String more, Tone tone) {}

    /** How a box looks. */
    private enum Tone {
        START(null, Palette.PANEL, Palette.GRID),
        WORKS(Sign.GOOD, new Color(0xdafbe1), new Color(0x8ddb9c)),
        BREAKS(Sign.BREAKS, new Color(0xfff8c5), new Color(0xd4a72c)),
        DOWN(Sign.BAD, new Color(0xffebe9), new Color(0xcf222e)),
        NOT_CHECKED(Sign.SKIPPED, Palette.PANEL, Palette.RULE),
        UNKNOWN(Sign.UNKNOWN, Palette.PANEL, Palette.RULE);

        private final @Nullable Sign sign;
        private final Color ground;
        private final Color edge;

        Tone(@Nullable Sign sign, Color ground, Color edge) {
            this.sign = sign;
            this.ground = ground;
            this.edge = edge;
        }
    }

    private final Look look;
    private final List<Box> path = new ArrayList<>();
    private @Nullable Box camera;

    LayerStrip(Look look, List<LayerState> chain, List<Fact> facts) {
        this.look = look;
        if (chain.stream().noneMatch(state -> state.layer() == Layer.HOST)) {
            path.add(
                    new Box(
                            null,
                            look.say("report.pages.layer.start"),
                            look.say("report.pages.layer.start.how"),
                            "",
                            Tone.START));
        }
        for (LayerState state : chain) {
            Box box = box(state, facts);
            if (state.layer() == Layer.CAMERA) {
                camera = box;
            } else {
                path.add(box);
            }
        }
    }

    private Box box(LayerState state, List<Fact> facts) {
        boolean counted =
                state.counts().failed() > 0
                        && (state.health() == Health.BREAKS || state.health() == Health.DOWN);
        String more =
                counted
                        ? look.say(
                                "report.pages.layer.count",
                                state.counts().failed(),
                                state.counts().measured())
                        : "";
        if (state.layer() == Layer.LINK) {
            more = signal(facts) + (more.isEmpty() ? "" : " \u00B7 " + more);
        }
        return new Box(
                state,
                look.say("chain." + state.layer().wireName()),
                look.say("report.pages.health." + WireName.of(state.health())),
                more,
                Tone.valueOf(state.health().name()));
    }

    private String signal(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.key().equals("wifi.signal"))
                .filter(fact -> fact.status() == FactStatus.KNOWN)
                .map(fact -> look.messages.figure(String.valueOf(fact.value())) + " dBm")
                .findFirst()
                .orElse("");
    }

    /** The chain in words. */
    String alternative() {
        List<Box> boxes = new ArrayList<>(path);
        Box beside = camera;
        if (beside != null) {
            boxes.add(beside);
        }
        return look.say(
                "report.pages.alt.layers",
                boxes.stream()
                        .filter(box -> box.state() != null)
                        .map(box ->
                                box.more().isEmpty()
                                        ? look.say("report.pages.alt.layer", box.name(), box.how())
                                        : look.say(
                                                "report.pages.alt.layer.counted",
                                                box.name(),
                                                box.how(),
                                                box.more()))
                        .collect(Collectors.joining("; ")));
    }

    @Override
    public float height(float width) {
        return rowAt(rows() * COLUMNS);
    }

    private int rows() {
        // The camera never stands where the chain would go on.
        int places = path.size() + (camera == null ? 0 : path.size() % COLUMNS == 0 ? 1 : 2);
        return (places + COLUMNS - 1) / COLUMNS;
    }

    /** How far below the first row the row of that box begins. */
    private float rowAt(int place) {
        float top = 0;
        for (int row = 0; row < place / COLUMNS; row++) {
            top += boxHeight(row) + ROWS_APART;
        }
        return top;
    }

    /** A third line only where a box of the row has one. */
    private float boxHeight(int row) {
        Box beside = camera;
        boolean anyMore =
                path.stream()
                                .skip((long) row * COLUMNS)
                                .limit(COLUMNS)
                                .anyMatch(box -> !box.more().isEmpty())
                        || (beside != null && row == rows() - 1 && !beside.more().isEmpty());
        return 2 * ABOVE
                + look.strong.leading()
                + look.small.leading()
                + (anyMore ? look.tiny.leading() : 0);
    }

    @Override
    public void draw(Ink ink, float x, float top, float width) throws IOException {
        float wide = (width - (COLUMNS - 1) * BETWEEN) / COLUMNS;
        for (int i = 0; i < path.size(); i++) {
            float left = x + i % COLUMNS * (wide + BETWEEN);
            float y = top + rowAt(i);
            if (i % COLUMNS > 0) {
                link(ink, path.get(i), left, y + boxHeight(i / COLUMNS) / 2);
            }
            if (i % COLUMNS == COLUMNS - 1 && i + 1 < path.size()) {
                down(ink, left + wide / 2, x + wide / 2, y + boxHeight(i / COLUMNS));
            }
            draw(ink, path.get(i), left, y, wide, boxHeight(i / COLUMNS));
        }
        Box beside = camera;
        if (beside != null) {
            int last = (rows() * COLUMNS) - 1;
            float left = x + last % COLUMNS * (wide + BETWEEN);
            draw(ink, beside, left, top + rowAt(last), wide, boxHeight(rows() - 1));
        }
    }

    /** The chain goes on in the row below. */
    private static void down(Ink ink, float from, float to, float y) throws IOException {
        float[] xs = {from, from, to, to};
        float[] ys = {y + .4f, y + ROWS_APART / 2, y + ROWS_APART / 2, y + ROWS_APART - .4f};
        ink.polyline(Palette.GRID, .8f, xs, ys, xs.length);
    }

    /** The way from the box before: broken where this one breaks. */
    private static void link(Ink ink, Box box, float left, float y) throws IOException {
        float from = left - BETWEEN + .6f;
        float to = left - .6f;
        if (box.tone() == Tone.DOWN || box.tone() == Tone.BREAKS) {
            Color color = box.tone() == Tone.DOWN ? Sign.BAD.color() : Sign.BREAKS.color();
            float third = (to - from) / 3.4f;
            for (int i = 0; i < 3; i++) {
                float at = from + i * third * 1.2f;
                ink.line(color, 2.4f, at, y, at + third * .8f, y);
            }
        } else {
            ink.line(Palette.GRID, .8f, from, y, to, y);
        }
    }

    private void draw(Ink ink, Box box, float x, float y, float width, float height)
            throws IOException {
        ink.fillRound(box.tone().ground, x, y, width, height, RADIUS);
        ink.strokeRound(box.tone().edge, x, y, width, height, RADIUS);
        float inner = width - 2 * SIDE;
        float at = y + ABOVE;
        String name = look.strong.shorten(box.name(), inner);
        ink.text(look.strong, Palette.INK, x + SIDE, at, name);
        at += look.strong.leading();
        Sign sign = box.tone().sign;
        float indent = sign == null ? 0 : Sign.SIZE + 3;
        if (sign != null) {
            sign.draw(ink, x + SIDE, at + 1.2f);
        }
        String how = look.small.shorten(box.how(), inner - indent);
        ink.text(look.small, Palette.INK, x + SIDE + indent, at, how);
        at += look.small.leading();
        String more = look.tiny.shorten(box.more(), inner);
        ink.text(look.tiny, Palette.MUTED, x + SIDE, at, more);
    }
}
