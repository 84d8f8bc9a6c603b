package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.itest.origin.Origin;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** Somebody else's bundle with a layer comes, is used by routes, is replaced under load, and goes without a trace. */
class ThirdPartyIT {
    private static final Path JAR = Jars.named("com.example.jackfield.count");
    private static final String ROUTE = "plain > count(billing)";
    private static final int ROUNDS = 5;

    /** Enough for several connections of each generation, however the pool deals with them. */
    private static final int REQUESTS = 200;

    @RegisterExtension
    final FrameworkExtension framework = FrameworkExtension.with("jackfield");

    private BiFunction<String, String, CompletableFuture<String>> get;
    private UnaryOperator<String> layer;

    @BeforeEach
    void findProbes() throws Exception {
        get = framework.probe("get-by-route", BiFunction.class);
        layer = framework.probe("layer", UnaryOperator.class);
    }

    @Test
    void importsJackfieldAndNothingElse() throws Exception {
        BundleJar jar = new BundleJar(JAR);

        assertThat(jar.names("Import-Package")).isNotEmpty().allMatch(name -> name.startsWith("dev.jackfield."));
        assertThat(jar.names("Export-Package")).isEmpty();
        assertThat(jar.metaInfServices()).isEqualTo(jar.moduleProvides());
        assertThat(jar.moduleProvides())
                .extracting(BundleJar.Provided::service)
                .containsExactly("dev.jackfield.connector.Layer");
    }

    @Test
    void canBeCopiedAsItIs() throws Exception {
        // Built by this very pom, so without a parent everything that makes it a bundle stands in it.
        assertThat(Path.of("count/pom.xml"))
                .content()
                .doesNotContain("<parent>")
                .contains("bnd-maven-plugin");
    }

    @Test
    void appearsOnThePanelWithItsBundleAndGoesWithIt() throws Exception {
        assertThat(layer.apply("count")).isEqualTo("nobody");
        Bundle count = install();

        assertThat(layer.apply("count")).startsWith(FrameworkExtension.owner(count));
        count.stop();
        assertThat(layer.apply("count")).isEqualTo("nobody");
    }

    @Test
    void isUsedByTheTextOfARoute() throws Exception {
        Bundle count = install();
        ToLongFunction<String> counted = counts(count);

        try (Origin origin = new Origin("Hello "::concat)) {
            assertThat(get.apply(origin.url(), ROUTE).join()).startsWith("200 Hello");
            long once = counted.applyAsLong("billing");
            assertThat(once).isGreaterThan(50);
            assertThat(counted.applyAsLong("somebody else")).isZero();
            // In the middle, and twice: each link counts what it sees.
            assertThat(get.apply(origin.url(), "plain > count(a) > count(b)").join())
                    .startsWith("200 Hello");
            assertThat(counted.applyAsLong("a")).isEqualTo(once).isEqualTo(counted.applyAsLong("b"));
        }
    }

    @Test
    void saysWhatItCannotRead() throws Exception {
        install();

        try (Origin origin = new Origin("Hello "::concat)) {
            assertThat(get.apply(origin.url(), "plain > count(me:secret@127.0.0.1:1)")
                            .join())
                    .startsWith("595 ")
                    .contains("count")
                    .doesNotContain("secret");
        }
    }

    @Test
    void isReplacedByItsNextVersionUnderLoad() throws Exception {
        Bundle count = install();
        Function<String, BiFunction<String, Consumer<String>, Runnable>> pumps =
                framework.probe("pump-by-route", Function.class);
        Tally tally = new Tally();
        List<ServiceReference<?>> before = inUse();

        try (Origin origin = new Origin("Hello "::concat)) {
            Runnable stop = pumps.apply(ROUTE).apply(origin.url(), tally);
            for (int i = 2; i < 2 + ROUNDS; i++) {
                tally.awaitMore(REQUESTS);
                String old = layer.apply("count");
                count.update(Reissue.of(JAR, i + ".0.0"));
                assertThat(count.getVersion()).hasToString(i + ".0.0");
                assertThat(layer.apply("count"))
                        .startsWith(FrameworkExtension.owner(count))
                        .isNotEqualTo(old);
                tally.awaitMore(REQUESTS);
                assertThat(counts(count).applyAsLong("billing"))
                        .as("bytes that version " + i + " has seen")
                        .isPositive();
            }
            stop.run();
            assertThat(origin.answered()).as("what the origin counted").isEqualTo(tally.count());
        }

        assertThat(tally.failures()).isEmpty();
        assertThat(inUse()).as("services that the panel holds").hasSameSizeAs(before);
        assertThat(registered("dev.jackfield.connector.Layer", count)).hasSize(1);
    }

    @Test
    void isWaitedForWhileItsBundleIsStopped() throws Exception {
        Supplier<String> readings = framework.probe("readings", Supplier.class);
        Bundle count = install();
        count.stop();

        try (Origin origin = new Origin("Hello "::concat)) {
            CompletableFuture<String> outcome = get.apply(origin.url(), ROUTE);
            assertThat(readings.get()).contains("queued=1", "active=0");
            count.start();

            assertThat(outcome.join()).startsWith("200 Hello");
        }
    }

    @Test
    void leavesNothingBehindWhenItsBundleIsGone() throws Exception {
        Supplier<String> readings = framework.probe("readings", Supplier.class);
        List<ServiceReference<?>> before = inUse();
        Bundle count = install();

        try (Origin origin = new Origin("Hello "::concat)) {
            assertThat(get.apply(origin.url(), ROUTE).join()).startsWith("200 Hello");
            assertThat(inUse()).hasSize(before.size() + 1);
            count.uninstall();

            assertThat(get.apply(origin.url(), ROUTE).join()).startsWith("595 ").contains("count");
            assertThat(get.apply(origin.url(), "plain").join()).startsWith("200 Hello");
        }

        assertThat(inUse()).as("services that the panel holds").containsExactlyInAnyOrderElementsOf(before);
        assertThat(readings.get()).contains("queued=0", "active=0");
    }

    private Bundle install() throws Exception {
        Bundle bundle = framework.install(List.of(JAR)).get(0);
        bundle.start();
        return bundle;
    }

    /** What the panel's bundle has got from the registry. */
    private List<ServiceReference<?>> inUse() {
        ServiceReference<?>[] services = framework.bundle("connector").getServicesInUse();
        return services == null ? List.of() : Arrays.asList(services);
    }

    private List<ServiceReference<?>> registered(String type, Bundle by) throws Exception {
        return Arrays.stream(framework.context().getAllServiceReferences(type, null))
                .filter(service -> service.getBundle().equals(by))
                .toList();
    }

    /** The layer, as the function that it is as well. */
    @SuppressWarnings("unchecked")
    private ToLongFunction<String> counts(Bundle count) throws Exception {
        ServiceReference<?> service =
                registered(ToLongFunction.class.getName(), count).get(0);
        return (ToLongFunction<String>) framework.context().getService(service);
    }
}
