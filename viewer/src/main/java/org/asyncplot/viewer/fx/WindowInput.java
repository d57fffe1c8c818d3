// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/** Keys and mouse. The toolkit's thread. */
final class WindowInput {
    private final WindowModel model;
    private final Renderer renderer;
    private final OverlayView overlay;
    private final PlayKeys time;
    private final Runnable changed;
    private final Runnable copy;
    private final Runnable save;
    private final Runnable align;
    private final Runnable close;
    private boolean boxing;
    private double pressX;
    private double pressY;

    WindowInput(WindowModel model, Renderer renderer, OverlayView overlay, PlayKeys time, Runnable changed, Runnable copy, Runnable save,
                Runnable align, Runnable close) {
        this.model = model;
        this.renderer = renderer;
        this.overlay = overlay;
        this.time = time;
        this.changed = changed;
        this.copy = copy;
        this.save = save;
        this.align = align;
        this.close = close;
    }

    void attach(Scene scene, Stage stage) {
        scene.setOnKeyPressed(event -> key(event, stage));
        scene.setOnKeyTyped(this::typed);
        scene.setOnScroll(this::wheel);
        scene.setOnMouseMoved(this::move);
        scene.setOnMouseExited(event -> renderer.point(null));
        scene.setOnMousePressed(this::press);
        scene.setOnMouseDragged(this::drag);
        scene.setOnMouseReleased(this::release);
        scene.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                model.whole();
                changed.run();
            }
        });
    }

    private void key(KeyEvent event, Stage stage) {
        if (event.isShortcutDown()) {
            shortcut(event.getCode());
        } else if (!time.pressed(event.getCode(), event.isShiftDown())) {
            plain(event.getCode(), stage);
        }
        changed.run();
    }

    private void shortcut(KeyCode code) {
        switch (code) {
            case C -> copy.run();
            case S -> save.run();
            case W, Q -> close.run();
            default -> { }
        }
    }

    private void plain(KeyCode code, Stage stage) {
        switch (code) {
            case SPACE -> model.togglePause();
            case L, HOME -> model.live();
            case A -> model.whole();
            case T -> model.toggleTheme();
            case C -> align.run();
            case F1 -> overlay.help(!overlay.helpShown());
            case F11 -> stage.setFullScreen(!stage.isFullScreen());
            case ESCAPE -> overlay.help(false);
            default -> { }
        }
    }

    /** Where brackets and question marks lie differs between keyboards, so they are known by what they type. */
    private void typed(KeyEvent event) {
        switch (event.getCharacter()) {
            case "[" -> model.follow(0.5);
            case "]" -> model.follow(2);
            case "?" -> overlay.help(!overlay.helpShown());
            default -> {
                if (!time.typed(event.getCharacter())) {
                    return;
                }
            }
        }
        changed.run();
    }

    private void wheel(ScrollEvent event) {
        double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        double multiplier = event.getMultiplierY() == 0 ? 40 : event.getMultiplierY();
        if (delta != 0) {
            model.wheel(event.getX() * model.scale(), event.getY() * model.scale(), delta / multiplier, event.isShiftDown());
            changed.run();
        }
    }

    private void move(MouseEvent event) {
        renderer.point(new double[] {event.getX() * model.scale(), event.getY() * model.scale()});
    }

    private void press(MouseEvent event) {
        pressX = event.getX();
        pressY = event.getY();
        boolean inside = model.press(pressX * model.scale(), pressY * model.scale());
        boxing = inside && (event.getButton() == MouseButton.SECONDARY || event.isShiftDown());
    }

    private void drag(MouseEvent event) {
        if (boxing) {
            overlay.box(pressX, pressY, event.getX(), event.getY());
        } else if (event.getButton() == MouseButton.PRIMARY) {
            model.pan(event.getX() * model.scale(), event.getY() * model.scale());
            changed.run();
        }
        move(event);
    }

    private void release(MouseEvent event) {
        if (boxing) {
            boxing = false;
            overlay.withoutBox();
            model.box(event.getX() * model.scale(), event.getY() * model.scale());
            changed.run();
        } else {
            // The last stretch of a quick move comes with the button only.
            drag(event);
        }
    }
}
