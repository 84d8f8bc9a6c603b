package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Origin;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.ServiceReference;

/** Declarative Services put the client together from the bundles' services. */
class WiringIT {
    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with("jackfield");

    @Test
    void offersTheClientAsAService() throws Exception {
        // All: this side has no such class, so the service is of no use to it.
        ServiceReference<?>[] clients =
                framework.context().getAllServiceReferences("dev.jackfield.http.HttpClient", null);

        assertThat(clients).extracting(ServiceReference::getBundle).containsExactly(framework.bundle("http"));
    }

    @Test
    void plugsThePlainConnectorIn() throws Exception {
        UnaryOperator<String> plug = framework.probe("plug", UnaryOperator.class);

        assertThat(plug.apply("plain")).isEqualTo(FrameworkExtension.owner(framework.bundle("connector-plain")));
        assertThat(plug.apply("no-such-name")).isEqualTo("nobody");
    }

    @Test
    void gets() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);

        try (Origin origin = new Origin("Hello "::concat)) {
            assertThat(get.apply(origin.url()).join()).isEqualTo("200 Hello Jackfield/0.1.0");
        }
    }
}
