// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.fx;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import javafx.application.Platform;

/**
 * The moment at which the toolkit shows what has changed: by itself at the next tick of its clock, which comes half an interval later on
 * average. Asked here it does what the tick would do, at once. The toolkit has no public way to this; where it has changed, the clock is left.
 */
final class Pulse {
    private static final Optional<MethodHandle> POST = find();

    private Pulse() {
    }

    private static Optional<MethodHandle> find() {
        try {
            ClassLoader loader = Platform.class.getClassLoader();
            Class<?> known = Class.forName("com.sun.javafx.tk.Toolkit", false, loader);
            Class<?> own = Class.forName("com.sun.javafx.tk.quantum.QuantumToolkit", false, loader);
            MethodHandle running = MethodHandles.publicLookup().findStatic(known, "getToolkit", MethodType.methodType(known));
            MethodHandle post = MethodHandles.privateLookupIn(own, MethodHandles.lookup())
                .findVirtual(own, "postPulse", MethodType.methodType(void.class));
            return Optional.of(MethodHandles.filterReturnValue(running, post.asType(MethodType.methodType(void.class, known))));
        } catch (ReflectiveOperationException | LinkageError anotherToolkit) {
            return Optional.empty();
        }
    }

    /** Whether the clock's ticks need not be waited for. */
    static boolean isOnDemand() {
        return POST.isPresent();
    }

    /** Shows what has changed; does nothing where nothing has. The toolkit's thread. */
    static void now() {
        if (POST.isEmpty()) {
            return;
        }
        try {
            POST.get().invokeExact();
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable undeclared) {
            throw new IllegalStateException(undeclared);
        }
    }
}
