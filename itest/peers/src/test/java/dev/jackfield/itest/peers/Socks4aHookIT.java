package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Connector;
import dev.jackfield.http.Response;
import dev.jackfield.itest.origin.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The hook of the seed, and the layer that does the same, to a name that only the proxy knows. */
class Socks4aHookIT extends Behind {
    private static Origin origin;
    private static Socks4aProxy proxy;

    @BeforeAll
    static void start() throws IOException {
        origin = new Origin();
        proxy = new Socks4aProxy(Map.of("origin.hidden", InetAddress.getLoopbackAddress()));
    }

    @AfterAll
    static void stop() {
        origin.close();
        proxy.close();
    }

    @Test
    void leadsOneRequestToANameThatOnlyTheProxyKnows() throws Exception {
        assertThat(get(url("origin.hidden"), hook("user")).text()).isEqualTo(Origin.BODY);
        assertThat(proxy.asked).contains("user > origin.hidden:" + port());
    }

    @Test
    void failsIfTheProxyRefuses() throws Exception {
        assertThat(failure(url("other.hidden"), hook("")))
                .hasMessageContaining(local(proxy.port()) + " refuses other.hidden:" + port());
    }

    @Test
    void doesWhatTheLayerDoes() throws Exception {
        String route = "plain > socks4a(layer@" + local(proxy.port()) + ")";
        assertThat(get(url("origin.hidden"), route).text()).isEqualTo(Origin.BODY);
        assertThat(proxy.asked).contains("layer > origin.hidden:" + port());
        assertThat(failure(url("other.hidden"), route))
                .hasMessageStartingWith("hop 2 of 2, socks4a(layer@")
                .hasMessageEndingWith(" but it says: rejected or failed (0x5b)");
    }

    @Test
    void letsGoWhenTheRequestIsCancelled() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Response> response = send(url("origin.hidden"), hook("", silent.getLocalPort()));
            try (Socket proxy = silent.accept()) {
                proxy.setSoTimeout(10_000);
                assertThat(proxy.getInputStream().read()).isEqualTo(4);
                response.cancel(true);
                assertThat(proxy.getInputStream().readAllBytes()).endsWith("origin.hidden\0".getBytes());
            }
        }
    }

    private Connector hook(String user) {
        return hook(user, proxy.port());
    }

    private Connector hook(String user, int proxyPort) {
        Connector plain = panel.connector("plain").orElseThrow().plugged();
        return Socks4aHook.by(plain, HostPort.of("127.0.0.1", proxyPort), user);
    }

    private static String url(String host) {
        return "http://" + host + ":" + port() + "/";
    }

    private static int port() {
        return URI.create(origin.url()).getPort();
    }
}
