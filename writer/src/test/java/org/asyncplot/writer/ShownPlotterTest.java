// SPDX-License-Identifier: Apache-2.0
package org.asyncplot.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asyncplot.core.plotter.PlotView;
import org.asyncplot.core.plotter.Plotter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS)
class ShownPlotterTest {
    /** As it should be. */
    static final class Named implements Plotter {
        @Override
        public void paint(Graphics2D graphics, PlotView view) {
            graphics.fillRect(0, 0, 1, 1);
        }
    }

    /** Cannot be made. */
    static final class Needing implements Plotter {
        private final int side;

        Needing(int side) {
            this.side = side;
        }

        @Override
        public void paint(Graphics2D graphics, PlotView view) {
            graphics.fillRect(0, 0, side, side);
        }
    }

    /** Is made by nobody. */
    abstract static class Unfinished implements Plotter {
    }

    @Test
    void shouldTellAViewerClassClassPathAndOptions() throws Exception {
        ShownPlotter choice = ShownPlotter.of(Named.class, "unit=2", "title=a=b c");

        assertThat(choice.arguments()).startsWith("--plotter", Named.class.getName(), "--class-path")
            .endsWith("--option", "unit=2", "--option", "title=a=b c");
        List<String> entries = List.of(choice.arguments().get(3).split(File.pathSeparator));
        assertThat(entries).first().isEqualTo(Path.of(Named.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        assertThat(entries).allMatch(entry -> Path.of(entry).isAbsolute()).doesNotHaveDuplicates().anyMatch(entry -> entry.contains("agrona"));
        assertThat(choice.make()).isInstanceOf(Named.class);
        assertThat(choice.text()).isEqualTo(Named.class.getName() + " with unit=2, title=a=b c");
    }

    @Test
    void shouldSayInOneLineWhyAClassCannotBeShown() {
        Plotter anonymous = new Plotter() {
            @Override
            public void paint(Graphics2D graphics, PlotView view) {
                graphics.dispose();
            }
        };
        Plotter lambda = (graphics, view) -> graphics.dispose();
        assertRefused(anonymous.getClass(), "it is anonymous");
        assertRefused(lambda.getClass(), "it is anonymous");
        assertRefused(Needing.class, "it has no constructor without arguments");
        assertRefused(Unfinished.class, "it is abstract");
        assertRefused(Plotter.class, "it is an interface");
        assertRefused(null, "needs a class");
        assertRefused(Named.class, "'unit' is not KEY=VALUE", "unit");
        assertRefused(Named.class, "'=2' is not KEY=VALUE", "=2");
    }

    private static void assertRefused(Class<? extends Plotter> type, String why, String... options) {
        assertThatThrownBy(() -> ShownPlotter.of(type, options)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why)
            .message().hasLineCount(1);
    }

    @Test
    void shouldSayWhatToDoWithAClassThatIsOnlyInMemory() throws Exception {
        Class<? extends Plotter> inMemory = new MemoryLoader().define().asSubclass(Plotter.class);

        assertThatThrownBy(() -> ShownPlotter.of(inMemory).arguments()).hasMessageContaining("only in memory").hasMessageContaining("on the class path");
    }

    /** As a shell or a program in one source file has its classes. */
    private static final class MemoryLoader extends ClassLoader {
        MemoryLoader() {
            super(ShownPlotterTest.class.getClassLoader());
        }

        Class<?> define() throws IOException {
            String resource = ClassPath.resource(Named.class.getName());
            try (InputStream stream = getParent().getResourceAsStream(resource)) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                stream.transferTo(bytes);
                return defineClass(Named.class.getName(), bytes.toByteArray(), 0, bytes.size());
            }
        }

        @Override
        public java.net.URL getResource(String name) {
            return null;
        }
    }
}
