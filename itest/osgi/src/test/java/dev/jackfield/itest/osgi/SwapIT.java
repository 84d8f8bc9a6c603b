package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Origin;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;

/** Connectors come and go while requests are flowing. */
class SwapIT {
    private static final int ROUNDS = 5;

    /** Enough for several connections of each plug; the soak does the same for thousands of swaps. */
    private static final int REQUESTS = 60;

    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with("jackfield");

    @Test
    void losesNothingWhenTheConnectorsBundleIsReplaced() throws Exception {
        Bundle plain = framework.bundle("connector-plain");
        Bundle other = another();
        UnaryOperator<String> plug = framework.probe("plug", UnaryOperator.class);
        BiFunction<String, Consumer<String>, Runnable> pumps = framework.probe("pump", BiFunction.class);
        Tally tally = new Tally();

        try (Origin origin = new Origin("Hello "::concat)) {
            Runnable stop = pumps.apply(origin.url(), tally);
            for (int i = 0; i < ROUNDS; i++) {
                tally.awaitMore(REQUESTS);
                replace(plain, other);
                assertThat(plug.apply("plain")).isEqualTo(FrameworkExtension.owner(other));

                tally.awaitMore(REQUESTS);
                replace(other, plain);
                assertThat(plug.apply("plain")).isEqualTo(FrameworkExtension.owner(plain));
            }
            tally.awaitMore(REQUESTS);
            stop.run();
            assertThat(origin.answered()).as("what the origin counted").isEqualTo(tally.count());
        }

        assertThat(tally.failures()).isEmpty();
    }

    @Test
    void whatWasPulledStaysSoThoughNobodyUsesThePanel() throws Exception {
        UnaryOperator<String> plug = framework.probe("plug", UnaryOperator.class);
        Supplier<String> pull = framework.probe("pull", Supplier.class);
        assertThat(pull.get()).isEqualTo("true");
        assertThat(plug.apply("plain")).isEqualTo("nobody");
        Bundle probes = framework.bundle("itest-osgi");
        Bundle http = framework.bundle("http");
        probes.stop();
        http.stop();
        http.start();
        probes.start();

        plug = framework.probe("plug", UnaryOperator.class);
        assertThat(plug.apply("plain")).isEqualTo("nobody");
    }

    @Test
    void isFilledAgainWhenItsOwnBundleIsStartedAgain() throws Exception {
        UnaryOperator<String> plug = framework.probe("plug", UnaryOperator.class);
        String before = plug.apply("plain");
        Bundle connector = framework.bundle("connector");
        connector.stop();
        connector.start();

        plug = framework.probe("plug", UnaryOperator.class);
        assertThat(plug.apply("plain")).isEqualTo(before);
    }

    @Test
    void givesWayToALambdaOfHigherRankingAndComesBack() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
        BiFunction<String, Integer, AutoCloseable> lambdas = framework.probe("lambda", BiFunction.class);
        UnaryOperator<String> plug = framework.probe("plug", UnaryOperator.class);
        String before = plug.apply("plain");

        try (Origin origin = new Origin("Hello "::concat)) {
            // A kept connection of the old plug must not serve the next request.
            assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
            try (AutoCloseable lambda = lambdas.apply("plain", 1000)) {
                assertThat(plug.apply("plain")).isEqualTo(FrameworkExtension.owner(framework.bundle("itest-osgi")));
                assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
                assertThat(((LongSupplier) lambda).getAsLong()).isEqualTo(1);
            }
            assertThat(plug.apply("plain")).isEqualTo(before);
            assertThat(get.apply(origin.url()).join()).startsWith("200 Hello");
        }
    }

    @Test
    void waitsForAConnectorToBePluggedIn() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
        Supplier<String> readings = framework.probe("readings", Supplier.class);
        Bundle plain = framework.bundle("connector-plain");
        plain.stop();

        try (Origin origin = new Origin("Hello "::concat)) {
            CompletableFuture<String> outcome = get.apply(origin.url());
            assertThat(readings.get()).contains("queued=1", "active=0");
            plain.start();

            assertThat(outcome.join()).startsWith("200 Hello");
        }
    }

    @Test
    void failsWhenNothingIsPluggedInForLong() throws Exception {
        Function<String, CompletableFuture<String>> get = framework.probe("get", Function.class);
        framework.bundle("connector-plain").stop();

        try (Origin origin = new Origin("Hello "::concat)) {
            assertThat(get.apply(origin.url()).join()).startsWith("595 ").contains("plain");
        }
    }

    /** Somebody else's, with a plain connector, too. */
    private Bundle another() throws Exception {
        return framework
                .context()
                .installBundle("another", Reissue.named(Jars.named("connector-plain"), "com.example.plain"));
    }

    private static void replace(Bundle old, Bundle other) throws Exception {
        old.stop();
        other.start();
    }
}
