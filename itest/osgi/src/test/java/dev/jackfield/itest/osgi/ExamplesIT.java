package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Origin;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;

/** The connectors that are there to be copied: over another one, under names of their own, configured while they run. */
class ExamplesIT {
    private static final String CONNECTOR = "dev.jackfield.connector.Connector";
    private static final String TRACE = "dev.jackfield.connector.trace.TracingConnector";
    private static final String CACHE = "dev.jackfield.connector.cache.CachingConnector";
    private static final String FAULT = "dev.jackfield.connector.fault";

    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with(
            "jackfield-http", "connector-trace", "connector-cache", "connector-fault", "org.apache.felix.configadmin");

    private final Configuring configuring = new Configuring(framework);

    private BiFunction<String, String, CompletableFuture<String>> get;
    private UnaryOperator<String> plug;

    @BeforeEach
    void findProbes() throws Exception {
        get = framework.probe("get-by-route", BiFunction.class);
        plug = framework.probe("plug", UnaryOperator.class);
    }

    @Test
    void areConnectorsLikeAnyOther() throws Exception {
        try (Origin origin = new Origin("Hello "::concat)) {
            for (String name : new String[] {"trace", "cache", "fault"}) {
                assertThat(plug.apply(name)).isEqualTo(FrameworkExtension.owner(framework.bundle("connector-" + name)));
                assertThat(get.apply(origin.url(), name).join()).as(name).startsWith("200 Hello");
            }
        }
    }

    @Test
    void spoilsWhatTheConfigurationSaysWhileItRuns() throws Exception {
        try (Origin origin = new Origin("Hello "::concat)) {
            configuring.change(FAULT, Map.of("reset", "1"), CONNECTOR);
            assertThat(get.apply(origin.url(), "fault").join())
                    .startsWith("596 ")
                    .contains("reset, as configured");
            assertThat(get.apply(origin.url(), "plain").join()).startsWith("200 Hello");

            configuring.change(FAULT, Map.of("reset", "1", "reset.after", 100_000, "bytewise", 1.0), CONNECTOR);
            assertThat(get.apply(origin.url(), "fault").join()).startsWith("200 Hello");
        }
    }

    @Test
    void standOverWhatTheConfigurationSays() throws Exception {
        try (Origin origin = new Origin("Hello "::concat)) {
            configuring.change(FAULT, Map.of("reset", 1), CONNECTOR);
            configuring.change(CACHE, Map.of("below", "fault"), CONNECTOR);

            assertThat(get.apply(origin.url(), "cache").join())
                    .startsWith("596 ")
                    .contains("reset, as configured");
        }
    }

    @Test
    void neverStandOverEachOtherWhenAllOfThemTakeThePlaceOfThePlainOne() throws Exception {
        configuring.change(TRACE, Map.of("jackfield.name", "plain", "service.ranking", 1), CONNECTOR);
        configuring.change(FAULT, Map.of("jackfield.name", "plain", "service.ranking", 2), CONNECTOR);
        configuring.change(CACHE, Map.of("jackfield.name", "plain", "service.ranking", 3), CONNECTOR);

        // Who is told first of a service that comes, this test or the panel, is up to the framework.
        BiFunction<String, String, String> inUse = framework.probe("in-use", BiFunction.class);

        try (Origin origin = new Origin("Hello "::concat)) {
            for (String name : new String[] {"cache", "fault", "trace"}) {
                Bundle bundle = framework.bundle("connector-" + name);
                String owner = FrameworkExtension.owner(bundle);
                assertThat(inUse.apply("plain", owner)).isEqualTo(owner);
                assertThat(get.apply(origin.url(), "plain").join()).as(name).startsWith("200 Hello");
                bundle.stop();
            }
            assertThat(get.apply(origin.url(), "plain").join()).startsWith("200 Hello");
        }
    }

    @Test
    void waitForWhatIsBelow() throws Exception {
        Function<String, CompletableFuture<String>> usual = framework.probe("get", Function.class);
        Bundle plain = framework.bundle("connector-plain");
        plain.stop();

        try (Origin origin = new Origin("Hello "::concat)) {
            CompletableFuture<String> waiting = get.apply(origin.url(), "cache");
            plain.start();

            assertThat(waiting.join()).startsWith("200 Hello");
            assertThat(usual.apply(origin.url()).join()).startsWith("200 Hello");
        }
    }

    @Test
    void comeBackWithThePanel() throws Exception {
        Bundle panel = framework.bundle("connector");
        panel.stop();
        panel.start();
        plug = framework.probe("plug", UnaryOperator.class);
        get = framework.probe("get-by-route", BiFunction.class);

        areConnectorsLikeAnyOther();
    }

    @Test
    void keepOffWhatIsForOthersOrWasPulled() throws Exception {
        Supplier<String> pull = framework.probe("pull", Supplier.class);
        configuring.change(
                FAULT,
                Map.of("jackfield.name", "plain", "service.ranking", 10, "reset", 1, "jackfield.hosts", "a.test"),
                CONNECTOR);

        try (Origin origin = new Origin("Hello "::concat)) {
            assertThat(get.apply(origin.url(), "trace").join()).startsWith("200 Hello");
            assertThat(pull.get()).isEqualTo("true");
            assertThat(get.apply(origin.url(), "trace").join())
                    .startsWith("595 ")
                    .contains("plain");
        }
    }
}
