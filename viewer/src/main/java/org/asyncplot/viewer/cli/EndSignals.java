// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Takes the signals that ask a process to end, so that it ends itself before the JVM begins to. {@code sun.misc.Signal} is there for
 * programs on every JVM, but the compiler warns of it and cannot be told not to, so it is called by its name.
 */
final class EndSignals implements AutoCloseable {
    /** No platform has all of them. */
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");
    private static final Runnable NOTHING = () -> { };

    private final List<Runnable> restorations = new ArrayList<>();

    private EndSignals() {
    }

    /**
     * Takes what can be taken: a signal that is ignored stays ignored.
     *
     * @param taken is told a signal's number on a thread of its own
     * @return to be closed when the JVM shall end by signals again
     */
    static EndSignals take(IntConsumer taken) {
        EndSignals signals = new EndSignals();
        for (String name : NAMES) {
            Runnable restoration = take(name, taken);
            if (restoration != NOTHING) {
                signals.restorations.add(restoration);
            }
        }
        return signals;
    }

    private static Runnable take(String name, IntConsumer taken) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Method number = type.getMethod("getNumber");
            Object handler = Proxy.newProxyInstance(EndSignals.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) ->
                switch (method.getName()) {
                    case "handle" -> {
                        taken.accept((int) number.invoke(arguments[0]));
                        yield null;
                    }
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> name;
                });
            Object signal = type.getConstructor(String.class).newInstance(name);
            Method handle = type.getMethod("handle", type, handlerType);
            Object before = handle.invoke(null, signal, handler);
            return () -> restore(handle, signal, before);
        } catch (InvocationTargetException notHere) {
            // Not on this platform, or the JVM was told to leave signals alone.
            return NOTHING;
        } catch (ReflectiveOperationException otherJvm) {
            return NOTHING;
        }
    }

    private static void restore(Method handle, Object signal, Object before) {
        try {
            handle.invoke(null, signal, before);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether any was taken. */
    boolean any() {
        return !restorations.isEmpty();
    }

    @Override
    public void close() {
        restorations.forEach(Runnable::run);
        restorations.clear();
    }
}
