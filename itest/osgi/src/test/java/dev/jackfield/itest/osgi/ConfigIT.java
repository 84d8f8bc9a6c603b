package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Origin;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.ServiceEvent;

/** The client is configured under the pid {@code dev.jackfield.http}. */
class ConfigIT {
    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with("jackfield", "org.apache.felix.configadmin");

    @Test
    void takesAConfigurationWhileItRuns() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
        BiFunction<String, Integer, AutoCloseable> lambdas = framework.probe("lambda", BiFunction.class);

        try (Origin origin = new Origin("Hello "::concat);
                AutoCloseable lambda = lambdas.apply("other", 0)) {
            LongSupplier connects = (LongSupplier) lambda;
            assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
            assertThat(connects.getAsLong()).isZero();

            configure("dev.jackfield.http", Map.of("connector", "other"));

            assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
            assertThat(connects.getAsLong()).isEqualTo(1);
        }
    }

    /** Updates are asynchronous; afterwards the service is a modified one, or a new one. */
    private void configure(String pid, Map<String, Object> properties) throws Exception {
        BiConsumer<String, Map<String, Object>> config = framework.probe("config", BiConsumer.class);
        CountDownLatch done = new CountDownLatch(1);
        // All: this side has no such class, and so could miss events of a service it cannot use.
        AllServiceListener listener = event -> {
            if (event.getType() != ServiceEvent.UNREGISTERING) {
                done.countDown();
            }
        };
        framework.context().addServiceListener(listener, "(objectClass=dev.jackfield.http.HttpClient)");
        config.accept(pid, properties);
        assertThat(done.await(10, TimeUnit.SECONDS))
                .as("a change of the service")
                .isTrue();
    }
}
