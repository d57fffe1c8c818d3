// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.core.queue;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Opens the packages of java.base that Chronicle and Agrona reach into, so that embedding programs need no JVM flags. It has to run before
 * the first class of either is initialised. Safe to call from any thread, any number of times.
 */
public final class JvmAccess {
    /** What to put on the command line where a JVM refuses. */
    public static final String FLAGS = "--add-opens java.base/sun.nio.ch=ALL-UNNAMED --add-opens java.base/java.lang.reflect=ALL-UNNAMED "
        + "--add-opens java.base/jdk.internal.misc=ALL-UNNAMED --add-exports java.base/jdk.internal.ref=ALL-UNNAMED";

    private static final List<String> PACKAGES = List.of("sun.nio.ch", "java.lang.reflect", "jdk.internal.misc", "jdk.internal.ref");

    private JvmAccess() {
    }

    /**
     * Opens the packages that are still closed.
     *
     * @throws RunException of kind {@link RunException.Kind#REFUSED} if this JVM does not let it; the message names the flags
     */
    public static void open() {
        Module base = Object.class.getModule();
        Module self = JvmAccess.class.getModule();
        if (PACKAGES.stream().allMatch(name -> base.isOpen(name, self))) {
            return;
        }
        try {
            MethodHandle opener = trustedLookup().findVirtual(Module.class, "implAddOpensToAllUnnamed",
                MethodType.methodType(void.class, String.class));
            for (String name : PACKAGES) {
                opener.invoke(base, name);
            }
        } catch (Throwable refused) {
            throw new RunException(RunException.Kind.REFUSED, "this JVM keeps java.base closed (" + refused + "); start it with " + FLAGS, refused);
        }
    }

    /** The one lookup that may call anything; sun.misc.Unsafe is named by reflection, since naming it is a warning that cannot be silenced. */
    private static MethodHandles.Lookup trustedLookup() throws ReflectiveOperationException {
        Class<?> unsafeClass = Class.forName("sun.misc.Unsafe");
        Field theUnsafe = unsafeClass.getDeclaredField("theUnsafe");
        theUnsafe.setAccessible(true);
        Object unsafe = theUnsafe.get(null);
        Field lookup = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
        Method base = unsafeClass.getMethod("staticFieldBase", Field.class);
        Method offset = unsafeClass.getMethod("staticFieldOffset", Field.class);
        Method read = unsafeClass.getMethod("getObject", Object.class, long.class);
        return (MethodHandles.Lookup) read.invoke(unsafe, base.invoke(unsafe, lookup), offset.invoke(unsafe, lookup));
    }
}
