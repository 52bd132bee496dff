package dev.linkscope.plans;

import dev.linkscope.domain.fix.Drawing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The drawings in {@code drawings.json}, by their names. */
final class DrawingsJson {
    private static final Set<String> DRAWING = Set.of("viewBox", "altKey", "shapes");
    private static final Set<String> SHAPE = Set.of("role", "path");

    /** Commands and numbers of SVG 2, 9.3, beginning at a point. */
    private static final Pattern PATH = Pattern.compile("M[MmLlHhVvCcSsQqTtAaZz0-9 ,.-]+");

    private DrawingsJson() {}

    /**
     * The drawings in a book.
     *
     * @throws BrokenBookException if it is not one
     */
    static Map<String, Drawing> read(Entry book) {
        var drawings = new LinkedHashMap<String, Drawing>();
        book.entries()
                .forEach(
                        (name, entry) -> drawings.put(name, drawing(name, entry.knowing(DRAWING))));
        return drawings;
    }

    private static Drawing drawing(String name, Entry entry) {
        List<Double> box = entry.sizes("viewBox");
        if (box.size() != 2) {
            throw entry.problem("viewBox", "is not a width and a height");
        }
        return new Drawing(
                name,
                box.getFirst(),
                box.getLast(),
                entry.objects("shapes").stream().map(DrawingsJson::shape).toList(),
                entry.text("altKey"));
    }

    private static Drawing.Shape shape(Entry entry) {
        entry.knowing(SHAPE);
        String path = entry.text("path");
        if (!PATH.matcher(path).matches()) {
            throw entry.problem("path", "is no path: " + path);
        }
        return new Drawing.Shape(
                path, entry.oneOf("role", List.of(Drawing.Role.values()), Drawing.Role::wireName));
    }
}
