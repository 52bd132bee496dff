package dev.linkscope.ui.timeline;

import dev.linkscope.domain.fix.Span;
import java.time.Instant;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * Mouse and keyboard of a lane. A wheel with Ctrl or a pinch zooms around the pointer; a drag with
 * Shift or the middle button and a sideways wheel move; a plain drag marks and judges. A double
 * click on the mark zooms to it, beside it clears it, and without a mark writes a note.
 */
final class LaneGestures {
    private static final double WHEEL_ZOOM = 1.25;
    private static final double KEY_ZOOM = 1.5;
    private static final double KEY_PAN = 0.1;
    private static final double KEY_STEP = 0.01;
    private static final double WHEEL_PIXELS = 400;

    /** Less than this is a click of an unsteady hand. */
    private static final double DRAG = 4;

    private final Node lane;
    private final TimeView view;
    private final Supplier<TimeAxis> axis;
    private final LaneActions actions;
    private double pressedX;
    private Instant pressedAt = Instant.EPOCH;
    private Drag drag = Drag.NONE;

    private enum Drag {
        NONE,
        PRESSED,
        MARKING,
        MOVING
    }

    /**
     * Gestures of a lane, from now on.
     *
     * @param axis where moments lie on it now
     */
    LaneGestures(Node lane, TimeView view, Supplier<TimeAxis> axis, LaneActions actions) {
        this.lane = lane;
        this.view = view;
        this.axis = axis;
        this.actions = actions;
        lane.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        lane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> view.point(null));
        lane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        lane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        lane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        lane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        lane.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        lane.addEventHandler(ZoomEvent.ZOOM, this::pinch);
        lane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void point(MouseEvent event) {
        view.point(axis.get().at(event.getX()));
    }

    private void press(MouseEvent event) {
        lane.requestFocus();
        pressedX = event.getX();
        pressedAt = axis.get().at(pressedX);
        boolean moves = event.getButton() == MouseButton.MIDDLE || event.isShiftDown();
        boolean marks = event.getButton() == MouseButton.PRIMARY;
        drag = moves ? Drag.MOVING : marks ? Drag.PRESSED : Drag.NONE;
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (drag == Drag.PRESSED && Math.abs(event.getX() - pressedX) >= DRAG) {
            drag = Drag.MARKING;
        }
        if (drag == Drag.MARKING) {
            Instant at = axis.get().at(event.getX());
            view.mark(at.isBefore(pressedAt) ? new Span(at, pressedAt) : new Span(pressedAt, at));
            view.point(at);
        } else if (drag == Drag.MOVING) {
            TimeAxis now = axis.get();
            view.pan((pressedX - event.getX()) / Math.max(1, now.width()));
            pressedX = event.getX();
            point(event);
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        boolean marked = drag == Drag.MARKING;
        drag = Drag.NONE;
        if (marked) {
            actions.judge();
        }
        event.consume();
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY
                || event.getClickCount() != 2
                || !event.isStillSincePress()) {
            return;
        }
        Instant at = axis.get().at(event.getX());
        Span mark = view.markedProperty().get();
        if (mark == null) {
            actions.note(at);
        } else if (at.isBefore(mark.from()) || at.isAfter(mark.to())) {
            view.mark(null);
        } else {
            view.show(mark);
        }
        event.consume();
    }

    private void wheel(ScrollEvent event) {
        double sideways = event.getDeltaX();
        if (event.isControlDown() && event.getDeltaY() != 0) {
            view.zoom(
                    event.getDeltaY() > 0 ? 1 / WHEEL_ZOOM : WHEEL_ZOOM,
                    axis.get().at(event.getX()));
        } else if (Math.abs(sideways) > Math.abs(event.getDeltaY())) {
            view.pan(-sideways / WHEEL_PIXELS);
        } else {
            // The page scrolls.
            return;
        }
        view.point(axis.get().at(event.getX()));
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        if (event.getZoomFactor() > 0) {
            view.zoom(1 / event.getZoomFactor(), axis.get().at(event.getX()));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        boolean done =
                switch (event.getCode()) {
                    case LEFT, KP_LEFT -> sideways(event, -1);
                    case RIGHT, KP_RIGHT -> sideways(event, 1);
                    case PLUS, ADD, EQUALS -> done(() -> view.zoom(1 / KEY_ZOOM));
                    case MINUS, SUBTRACT -> done(() -> view.zoom(KEY_ZOOM));
                    case DIGIT0, NUMPAD0 -> !event.isShortcutDown() && done(view::showAll);
                    case END -> done(view::showNow);
                    case N -> !event.isShortcutDown() && done(this::noteOrNow);
                    case ENTER -> view.markedProperty().get() != null && done(actions::judge);
                    case ESCAPE ->
                            view.markedProperty().get() != null && done(() -> view.mark(null));
                    default -> false;
                };
        if (done) {
            event.consume();
        }
    }

    private boolean sideways(KeyEvent event, int sign) {
        if (event.isAltDown()) {
            return false;
        }
        if (event.isShiftDown()) {
            view.extendMark(sign * (event.isShortcutDown() ? KEY_PAN : KEY_STEP));
        } else if (event.isShortcutDown()) {
            view.movePointer(sign * KEY_STEP);
        } else {
            view.pan(sign * KEY_PAN);
        }
        return true;
    }

    private void noteOrNow() {
        Instant at = view.cursorProperty().get();
        if (at == null) {
            view.showNow();
        } else {
            actions.note(at);
        }
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }
}
