package dev.linkscope.ui.fix;

import dev.linkscope.domain.fix.Drawing;
import dev.linkscope.ui.common.Wording;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/** Shows a drawing, as large as it is wanted; its colours come from the sheets. */
final class DrawingView extends Region {
    private static final double TALLEST = 150;
    private static final double WIDEST = 260;

    private final Group shapes = new Group();
    private final Wording wording;
    private @Nullable Drawing shown;

    DrawingView(Wording wording) {
        this.wording = wording;
        getStyleClass().add("step-drawing");
        setId("step-drawing");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().setAll(shapes);
        setVisible(false);
        setManaged(false);
    }

    /** Shows a drawing, or none. */
    void show(@Nullable Drawing drawing) {
        if (Objects.equals(drawing, shown)) {
            return;
        }
        shown = drawing;
        boolean any = drawing != null && drawing.width() > 0 && drawing.height() > 0;
        setVisible(any);
        setManaged(any);
        shapes.getChildren().clear();
        if (drawing == null || !any) {
            return;
        }
        setAccessibleText(wording.text(drawing.altKey()));
        // Holds the plane open, so that a drawing keeps its place within it.
        var plane = new SVGPath();
        plane.setContent("M0 0H" + drawing.width() + "V" + drawing.height() + "H0Z");
        plane.getStyleClass().add("drawing-plane");
        shapes.getChildren().add(plane);
        for (Drawing.Shape shape : drawing.shapes()) {
            var path = new SVGPath();
            path.setContent(shape.path());
            path.getStyleClass().addAll("drawing-stroke", "drawing-" + shape.role().wireName());
            shapes.getChildren().add(path);
        }
        double scale = Math.min(WIDEST / drawing.width(), TALLEST / drawing.height());
        shapes.getTransforms().setAll(new Scale(scale, scale));
        double width = drawing.width() * scale;
        double height = drawing.height() * scale;
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
    }
}
