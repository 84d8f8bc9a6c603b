package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Origin;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Names are looked up by the resolver of highest ranking, from the next connect on. */
class ResolverIT {
    private static final String NAME = "swapped.test";

    /** Far less than the client's limit of inactivity, which is how long a lost question would take. */
    private static final long PATIENCE_SECONDS = 10;

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

    @ParameterizedTest(name = "fails then: {0}")
    @ValueSource(booleans = {false, true})
    void losesNoRequestWhenOneGoesThatIsBeingAsked(boolean fails) throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
        Function<Boolean, CompletableFuture<AutoCloseable>> mutes = framework.probe("mute-resolver", Function.class);

        try (Origin origin = new Origin("Hello "::concat)) {
            CompletableFuture<AutoCloseable> mute = mutes.apply(fails);
            CompletableFuture<String> outcome = get.apply(origin.url().replace("127.0.0.1", "localhost"));
            mute.get(PATIENCE_SECONDS, TimeUnit.SECONDS).close();
            assertThat(outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).startsWith("200 Hello");
        }
    }

    @ParameterizedTest(name = "fails then: {0}")
    @ValueSource(booleans = {false, true})
    void losesNoRequestWhenTheOnlyOneGoesForAWhile(boolean fails) throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
        Function<Boolean, CompletableFuture<AutoCloseable>> mutes = framework.probe("mute-resolver", Function.class);
        UnaryOperator<String> plug = framework.probe("plug", UnaryOperator.class);
        Bundle resolvers = framework.bundle("resolver");

        try (Origin origin = new Origin("Hello "::concat)) {
            CompletableFuture<AutoCloseable> mute = mutes.apply(fails);
            resolvers.stop();
            CompletableFuture<String> outcome = get.apply(origin.url().replace("127.0.0.1", "localhost"));
            mute.get(PATIENCE_SECONDS, TimeUnit.SECONDS).close();
            assertThat(plug.apply("plain")).isEqualTo("nobody");
            resolvers.start();
            assertThat(outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).startsWith("200 Hello");
        }
    }
}
