package dev.linkscope.ui.fix;

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
    private @Nullable StepDrawing shown;

    DrawingView() {
        getStyleClass().add("step-drawing");
        setId("step-drawing");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().setAll(shapes);
        setVisible(false);
        setManaged(false);
    }

    /** Shows a drawing, or none. */
    void show(@Nullable StepDrawing drawing) {
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
        setAccessibleText(drawing.alt());
        // Holds the plane open, so that a drawing keeps its place within it.
        var plane = new SVGPath();
        plane.setContent("M0 0H" + drawing.width() + "V" + drawing.height() + "H0Z");
        plane.getStyleClass().add("drawing-plane");
        shapes.getChildren().add(plane);
        for (StepDrawing.Stroke stroke : drawing.strokes()) {
            var path = new SVGPath();
            path.setContent(stroke.path());
            path.getStyleClass().addAll("drawing-stroke", "drawing-" + stroke.role());
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
