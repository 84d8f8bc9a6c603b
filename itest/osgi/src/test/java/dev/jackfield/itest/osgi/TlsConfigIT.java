package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.tls.certificates.TestPki;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles of TLS come and change by configuration, for new connections, while everything runs on. */
class TlsConfigIT {
    private static final String PID = "dev.jackfield.connector.tls.profile~mine";
    private static final String ROUTE = "plain > tls(mine)";
    private static final TestPki PKI = TestPki.of("localhost");
    private static final TestPki OTHER = TestPki.of("localhost");

    @RegisterExtension
    final FrameworkExtension framework =
            FrameworkExtension.with("jackfield", "org.apache.felix.configadmin", "connector-tls");

    @TempDir
    private Path folder;

    private BiConsumer<String, Map<String, Object>> config;
    private BiFunction<String, String, CompletableFuture<String>> route;
    private Function<Runnable, AutoCloseable> watch;

    @BeforeEach
    void probes() throws Exception {
        config = framework.probe("config", BiConsumer.class);
        route = framework.probe("route", BiFunction.class);
        watch = framework.probe("tls-watch", Function.class);
        PKI.root().writePem(folder, "root");
        OTHER.root().writePem(folder, "other");
        PKI.client("one").writePem(folder, "one");
        PKI.client("two").writePkcs12(folder.resolve("two.p12"), "s3cret");
    }

    @Test
    void isNotThereUntilItIsConfigured() throws Exception {
        assertThat(connected("127.0.0.1:1"))
                .contains("Expected the name of a TLS profile, one of high, low, got \"mine\"");
    }

    @Test
    void trustsOthersFromTheNextConnectionOn() throws Exception {
        try (TlsPeer peer = new TlsPeer(PKI.server(), PKI.trusted())) {
            configure(Map.of("name", "mine", "trust", folder + "/other.pem"));
            assertThat(connected(peer.target())).contains("Untrusted: expected a path to an authority that is trusted");

            configure(Map.of("name", "mine", "trust", folder + "/root.pem"));
            assertThat(connected(peer.target())).isEqualTo("TLSv1.3 as null");
        }
    }

    @Test
    void isSomebodyElseFromTheNextConnectionOn() throws Exception {
        try (TlsPeer peer = new TlsPeer(PKI.server(), PKI.trusted())) {
            configure(Map.of(
                    "name",
                    "mine",
                    "trust",
                    folder + "/root.pem",
                    "keys",
                    "*=" + folder + "/one.pem;" + folder + "/one.key"));
            assertThat(connected(peer.target())).isEqualTo("TLSv1.3 as CN=one");

            configure(Map.of(
                    "name",
                    "mine",
                    "trust",
                    folder + "/root.pem",
                    "keys",
                    "*=" + folder + "/two.p12",
                    "keys.password",
                    "s3cret"));
            assertThat(connected(peer.target())).isEqualTo("TLSv1.3 as CN=two");
        }
    }

    /** With a dot before its key, or without. */
    @ParameterizedTest
    @ValueSource(strings = {"keys.password", ".keys.password"})
    void aPasswordIsTakenAndNoPropertyOfAService(String key) throws Exception {
        try (TlsPeer peer = new TlsPeer(PKI.server(), PKI.trusted())) {
            configure(Map.of(
                    "name", "mine", ".trust", folder + "/root.pem", "keys", "*=" + folder + "/two.p12", key, "s3cret"));
            assertThat(connected(peer.target())).isEqualTo("TLSv1.3 as CN=two");
            assertThat(framework.context().getAllServiceReferences(null, null))
                    .flatExtracting(service -> Arrays.asList(service.getPropertyKeys()))
                    .contains("jackfield.name")
                    .doesNotContain(key);
            assertThat(framework.context().getAllServiceReferences(null, null))
                    .flatExtracting(service -> Arrays.stream(service.getPropertyKeys())
                            .map(service::getProperty)
                            .toList())
                    .doesNotContain("s3cret");
        }
    }

    private String connected(String target) throws Exception {
        return route.apply(ROUTE, target).get(10, TimeUnit.SECONDS);
    }

    /** Updates are asynchronous. */
    private void configure(Map<String, Object> properties) throws Exception {
        Semaphore changes = new Semaphore(0);
        try (AutoCloseable watching = watch.apply(changes::release)) {
            config.accept(PID, properties);
            assertThat(changes.tryAcquire(10, TimeUnit.SECONDS))
                    .as("a change of the profiles, told to " + watching)
                    .isTrue();
        }
    }
}
