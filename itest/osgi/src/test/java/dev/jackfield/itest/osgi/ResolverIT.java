package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Origin;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Names are looked up by the resolver of highest ranking, from the next connect on. */
class ResolverIT {
    private static final String NAME = "swapped.test";

    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with("jackfield");

    @Test
    void offersTwoAndPrefersTheStandardOne() throws Exception {
        ServiceReference<?>[] resolvers =
                framework.context().getAllServiceReferences("dev.jackfield.resolver.Resolver", null);
        Arrays.sort(resolvers);

        assertThat(resolvers).hasSize(2);
        assertThat(resolvers[0].getProperty("jackfield.name")).isEqualTo("system");
        assertThat(resolvers[0].getProperty(Constants.SERVICE_RANKING)).isEqualTo(-100);
        assertThat(resolvers[1].getProperty("jackfield.name")).isNotEqualTo("system");
    }

    @Test
    void canBeReplacedWhileRequestsAreSent() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
        BiFunction<String, Integer, AutoCloseable> resolvers = framework.probe("resolver", BiFunction.class);

        try (Origin origin = new Origin("Hello "::concat)) {
            String url = origin.url().replace("127.0.0.1", NAME);
            for (int i = 0; i < 20; i++) {
                try (AutoCloseable lambda = resolvers.apply(NAME, 10)) {
                    assertThat(lambda).isNotNull();
                    assertThat(get.apply(url).join()).startsWith("200 Hello");
                    assertThat(get.apply(origin.url().replace("127.0.0.1", "other.test"))
                                    .join())
                            .startsWith("595 ")
                            .contains("the lambda knows " + NAME + " alone");
                }
                assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
            }
            try (AutoCloseable lambda = resolvers.apply(NAME, -10)) {
                assertThat(lambda).isNotNull();
                assertThat(get.apply(origin.url().replace("127.0.0.1", "localhost"))
                                .join())
                        .as("the standard resolver, which knows localhost, has the higher ranking")
                        .startsWith("200 Hello");
            }
        }
    }
}
