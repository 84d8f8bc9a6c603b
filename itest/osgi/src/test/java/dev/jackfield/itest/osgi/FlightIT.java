package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Origin;
import java.io.InputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** The Flight Recorder hears of requests in a framework, too, whatever becomes of the bundle. */
class FlightIT {
    private static final String REQUEST = "dev.jackfield.Request";

    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with("jackfield");

    @TempDir
    Path directory;

    /** The recorder has threads of its own, which stay. */
    @BeforeAll
    static void begin() {
        try (Recording first = new Recording()) {
            first.start();
        }
    }

    @Test
    void aRecordingGoesOnWhenTheBundleIsReplacedAndKeepsNothingOfTheOldOne() throws Exception {
        Path file = directory.resolve("requests.jfr");
        ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
        WeakReference<ClassLoader> old;
        try (Origin origin = new Origin("Hello "::concat);
                Recording recording = new Recording()) {
            recording.enable(REQUEST);
            recording.start();
            get(origin.url() + "first");
            old = new WeakReference<>(loader(), gone);
            replace(framework.bundle("http"));
            get(origin.url() + "second");
            assertThat(FlightRecorder.getFlightRecorder().getEventTypes().stream()
                            .filter(type -> type.getName().equals(REQUEST)))
                    .as("what is registered with the recorder")
                    .hasSize(1);
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(events)
                .extracting(event -> event.getString("url").replaceAll(".*/", ""))
                .containsExactlyInAnyOrder("first", "second");
        long begin = System.nanoTime();
        while (gone.remove(100) == null) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("time until the class loader of the old bundle is gone, " + old)
                    .isLessThan(Duration.ofSeconds(20));
            System.gc();
        }
    }

    private void get(String url) throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
        assertThat(get.apply(url).get(10, TimeUnit.SECONDS)).startsWith("200 ");
    }

    private ClassLoader loader() {
        return framework.bundle("http").adapt(BundleWiring.class).getClassLoader();
    }

    private void replace(Bundle bundle) throws Exception {
        try (InputStream same = URI.create(bundle.getLocation()).toURL().openStream()) {
            bundle.update(same);
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        framework
                .context()
                .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle), event -> refreshed.countDown());
        assertThat(refreshed.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
