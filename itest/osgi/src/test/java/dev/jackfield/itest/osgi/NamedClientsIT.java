package dev.jackfield.itest.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;

/** Configurations of the factory are clients with names. */
class NamedClientsIT extends ClientsScene {
    private static final String PID = "dev.jackfield.http.client";
    private static final int RESTARTS = 3;

    @Test
    void isTakenByItsName() throws Exception {
        config.change(PID + "~backend", Map.of("user.agent", "Named"));

        assertThat(backend().apply(origin.url()).join()).startsWith("200 Named,");
        assertThat(get().apply(origin.url()).join()).startsWith("200 Jackfield/");
        Supplier<String> clients = framework.probe("clients", Supplier.class);
        assertThat(clients.get().lines()).hasSize(2).anyMatch(line -> line.contains(" 'backend' 1 [IDLE]"));
    }

    @Test
    void isNeverTakenByAccident() throws Exception {
        config.change(PID + "~backend", Map.of("user.agent", "Named"));
        for (int i = 0; i < RESTARTS; i++) {
            framework.bundle("http").stop();
            framework.bundle("http").start();

            assertThat(get().apply(origin.url()).join()).startsWith("200 Jackfield/");
            assertThat(backend().apply(origin.url()).join()).startsWith("200 Named,");
        }
    }

    @Test
    void changesInterruptNothing() throws Exception {
        config.change(PID + "~backend", Map.of("user.agent", "Before"));
        CompletableFuture<String> held = backend().apply(origin.url() + "hold");
        origin.awaitHeld(1);

        config.change(PID + "~backend", Map.of("user.agent", "After"));
        config.change(PID + "~backend", Map.of("user.agnt", "Wrong"));

        assertThat(backend().apply(origin.url()).join()).startsWith("200 After,");
        origin.release();
        assertThat(held.join()).startsWith("200 Before,");
    }

    @Test
    void endsWithItsConfiguration() throws Exception {
        config.change(PID + "~backend", Map.of("user.agent", "Named"));
        CompletableFuture<String> held = backend().apply(origin.url() + "hold");
        origin.awaitHeld(1);

        config.change(PID + "~backend", Map.of());

        assertThat(held.join()).isEqualTo("599 The client was closed");
        origin.awaitOpen(0);
        assertThat(names()).isEmpty();
        assertThat(get().apply(origin.url()).join()).startsWith("200 Jackfield/");
    }

    @Test
    void ofTwoWithANameTheFirstIsTaken() throws Exception {
        config.change(PID + "~one", Map.of("name", "backend", "user.agent", "One"));
        config.change(PID + "~two", Map.of("name", "backend", "user.agent", "Two"));
        assertThat(backend().apply(origin.url()).join()).startsWith("200 One,");

        // Whoever uses it by its name is made anew.
        config.change(PID + "~one", Map.of("name", "other", "user.agent", "One"), "java.util.function.Function");

        assertThat(backend().apply(origin.url()).join()).startsWith("200 Two,");
        assertThat(names()).containsExactlyInAnyOrder("backend", "other");
    }

    @Test
    void withAWrongConfigurationSendsNothingUntilItIsMended() throws Exception {
        config.change(PID + "~backend", Map.of("route", "plain > socks5(127.0.0.1:9050"));
        assertThat(backend().apply(origin.url()).join())
                .startsWith("599 Configuration dev.jackfield.http.client~backend: route: ");

        config.change(PID + "~backend", Map.of("user.agent", "Mended"));

        assertThat(backend().apply(origin.url()).join()).startsWith("200 Mended,");
    }

    @Test
    void withoutANameIsNoClientUntilItIsMended() throws Exception {
        BiConsumer<String, Map<String, Object>> set = framework.probe("config", BiConsumer.class);
        set.accept(PID + "~one", Map.of("name", "no (name)", "user.agent", "One"));
        // Handed on in the same order.
        config.change(PID + "~two", Map.of("name", "other"));
        assertThat(names()).containsExactly("other");

        config.change(PID + "~one", Map.of("name", "backend", "user.agent", "Mended"));

        assertThat(backend().apply(origin.url()).join()).startsWith("200 Mended,");
    }

    private Function<String, CompletableFuture<String>> backend() throws Exception {
        return framework.probe("get-backend", Function.class);
    }

    private List<Object> names() throws Exception {
        ServiceReference<?>[] named =
                framework.context().getAllServiceReferences(Configuring.CLIENT, "(jackfield.client=*)");
        return named == null
                ? List.of()
                : Arrays.stream(named)
                        .map(service -> service.getProperty("jackfield.client"))
                        .toList();
    }
}
