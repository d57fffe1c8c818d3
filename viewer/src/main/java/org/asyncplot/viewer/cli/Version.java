// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.viewer.cli;

/** What {@code --version} says. */
final class Version {
    private Version() {
    }

    /**
     * The program, and the Java and the system it runs on, which every report of a fault needs.
     *
     * @return one line
     */
    static String line() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "asyncplot " + (version == null ? "from classes" : version)
                + " (Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")";
    }
}
