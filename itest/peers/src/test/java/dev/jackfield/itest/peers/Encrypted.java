package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Credentials;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.Panel;
import dev.jackfield.connector.Route;
import dev.jackfield.connector.tls.Negotiated;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.connector.tls.TlsProfile;
import dev.jackfield.connector.tls.Trust;
import dev.jackfield.connector.tls.certificates.TestPki;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.HttpClient;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loops;
import dev.jackfield.testkit.BackAtZero;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/**
 * A client with a TLS profile of its own, {@code own}, by which all its https URLs go; what its handshakes came to; and a
 * look at whether anything is left behind.
 */
abstract class Encrypted {
    /** Whom the certificates are for. No resolver knows it. */
    static final String HOST = "origin.test";

    static final Link OWN = Link.of("tls", "own");

    final Panel panel = Panel.open();
    final Tls tls = Tls.open();
    final BlockingQueue<Negotiated> handshakes = new LinkedBlockingQueue<>();
    final Loops loops = Loops.create(1);
    final HttpClient client = HttpClient.create(
            ClientOptions.defaults().withIdle(Duration.ofSeconds(10)).withTls(OWN), loops, panel);
    private Guard plugged = () -> {};

    Encrypted() {
        panel.plug("tls", 1, new Overheard(tls, handshakes));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        client.close();
        new BackAtZero(() -> Map.of(
                        "connections", client.readings().connections(),
                        "queued", client.readings().queued(),
                        "channels", loops.load().channels(),
                        "timers", loops.load().timers()))
                .check();
        loops.close();
    }

    /** What {@code high} is, but for whom to trust. */
    static TlsProfile trusting(TestPki pki) {
        return TlsProfile.high().withTrust(new Trust.Authorities(List.of(pki.trusted())));
    }

    /** From now on. */
    final void use(TlsProfile profile) {
        Guard before = plugged;
        plugged = tls.plug("own", 0, profile);
        before.close();
    }

    /** To a port of this machine, whatever the host's name. */
    static Request request(String host, int port, String path) {
        return Request.get("https://" + host + path).withRoute(to(port));
    }

    static Route to(int port) {
        return Route.of(Link.of("plain", HostPort.of("127.0.0.1", port), Credentials.NONE));
    }

    final Response get(int port, String path) throws Exception {
        return get(request(HOST, port, path));
    }

    final Response get(Request request) throws Exception {
        return client.send(request).get(20, TimeUnit.SECONDS);
    }

    /** A failure of the handshake that encrypts up to the origin. */
    final HttpFailure refusal(int port) {
        HttpFailure failure = failure(request(HOST, port, "/"));
        assertThat(failure).hasMessageContaining("hop 2 of 2, tls(own) to " + HOST + ":443");
        assertThat(failure.code()).isEqualTo(596);
        return failure;
    }

    final HttpFailure failure(Request request) {
        ExecutionException thrown = catchThrowableOfType(
                ExecutionException.class, () -> client.send(request).get(20, TimeUnit.SECONDS));
        assertThat(thrown).as("failure of " + request).isNotNull();
        return (HttpFailure) thrown.getCause();
    }

    /** What the next handshake came to, of those not asked for yet. */
    final Negotiated handshake() throws InterruptedException {
        Negotiated next = handshakes.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("handshake").isNotNull();
        return next;
    }
}
