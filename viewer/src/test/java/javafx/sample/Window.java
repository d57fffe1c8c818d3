// SPDX-License-Identifier: Apache-2.0
package javafx.sample;

/** Stands for JavaFX where a sample breaks a rule about it. */
public final class Window {
}
