package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Affinity;
import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.loop.Loops;
import java.io.IOException;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What layers remember is shared where a connection could be. */
class SharingTest {
    private static final Request ANY = Request.get("https://127.0.0.1:1/");

    @RegisterExtension
    final ClientRule rule = new ClientRule(ClientOptions.defaults().withTimeout(Duration.ofSeconds(5)));

    private final List<Affinity> seen = new CopyOnWriteArrayList<>();

    private final Connector plain = (target, attempt) -> {
        seen.add(attempt.affinity());
        return CompletableFuture.failedFuture(new IOException("on purpose"));
    };

    @BeforeEach
    void plugIn() {
        Layer never = new SpokenLayer(true);
        rule.panel().plug("tls", 0, never);
        rule.panel().plug("plain", 5, plain);
    }

    @Test
    void byTheSameClientSessionAndPreparation() {
        Function<NetworkChannel, Duration> preparation = socket -> Duration.ZERO;
        List<Request> different = List.of(
                ANY,
                ANY.withSession("alice"),
                ANY.withSession("bob"),
                ANY.withPreparation(preparation),
                ANY.withPreparation(socket -> Duration.ZERO),
                ANY.withPreparation(preparation).withSession("alice"),
                ANY.withRoute("plain(127.0.0.1:2) > tls(high)"));
        List<Affinity> known = new ArrayList<>();
        for (Request request : different) {
            Affinity affinity = affinity(rule.client(), request);
            assertThat(known).doesNotContain(affinity);
            assertThat(affinity(rule.client(), request)).isEqualTo(affinity);
            known.add(affinity);
        }
    }

    @Test
    void neverByTwoClients() {
        try (Loops loops = Loops.create(1);
                HttpClient other = HttpClient.create(ClientOptions.defaults(), loops, rule.panel())) {
            assertThat(affinity(other, ANY)).isNotEqualTo(affinity(rule.client(), ANY));
        }
    }

    private Affinity affinity(HttpClient client, Request request) {
        seen.clear();
        ClientRule.failure(client.send(request));
        return seen.get(0);
    }
}
