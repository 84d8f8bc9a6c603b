package dev.jackfield.connector.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.address.HostName;
import dev.jackfield.address.HostPort;
import dev.jackfield.connector.Dial;
import dev.jackfield.connector.Wire;
import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What the peer is told in the clear: the host's name, and the protocols. */
class NamesTest {

    @Test
    void tellsTheNameOfTheTarget() {
        assertThat(told("origin.example", TestKeys.profile())).containsExactly("origin.example");
        assertThat(told("ORIGIN.example.", TestKeys.profile())).containsExactly("origin.example");
        assertThat(told("bücher.chain.example", TestKeys.profile())).containsExactly("xn--bcher-kva.chain.example");
    }

    @Test
    void tellsNoAddress() {
        assertThat(told("127.0.0.1", TestKeys.profile())).isEmpty();
        assertThat(told("::1", anyone())).isEmpty();
        assertThat(told("fe80::1%eth0", anyone())).isEmpty();
    }

    @Test
    void tellsAnotherNameOrNone() {
        TlsProfile profile = TestKeys.profile();
        assertThat(told("origin.example", profile.withSni(new Sni.None()))).isEmpty();
        assertThat(told("127.0.0.1", profile.withSni(new Sni.Other(HostName.of("front.example")))))
                .containsExactly("front.example");
    }

    @Test
    void offersWhatTheAttemptSpeaks() {
        assertThat(chosen(TestKeys.profile(), List.of("h2", "http/1.1"), "http/1.1"))
                .isEqualTo("http/1.1");
        assertThat(chosen(TestKeys.profile(), List.of("http/1.1"))).isEmpty();
        assertThat(chosen(TestKeys.profile(), List.of(), "http/1.1")).isEmpty();
    }

    @Test
    void offersWhatTheProfileSaysInstead() {
        assertThat(chosen(TestKeys.profile().withAlpn(List.of("imap")), List.of("http/1.1"), "http/1.1", "imap"))
                .isEqualTo("imap");
    }

    @Test
    void needsAHostToCheck() {
        assertThat(failure(HostPort.unix("/run/x"), TestKeys.profile()))
                .hasMessage("Expected a host to check the certificate against, got unix/:/run/x");
        assertThat(failure(HostPort.of("x..example", 443), TestKeys.profile())).isInstanceOf(IOException.class);
    }

    @Test
    void aUnixSocketWillDoWhereNoHostIsChecked() {
        ManualLoop loop = new ManualLoop();
        PipeWire.Pair pair = PipeWire.pair(loop);
        TlsPeer.over(pair.far());
        CompletableFuture<Wire> client = Tls.of(anyone())
                .over(pair.near(), HostPort.unix("/run/x"), Dial.on(loop))
                .toCompletableFuture();
        loop.settle();
        assertThat(client).isCompleted();
    }

    @Test
    void refusesAnotherHost() {
        Assertions.assertThatThrownBy(() -> InMemory.connect(
                        Tls.of(TestKeys.profile()), "other.example", List.of(), () -> TlsPeer.engine(engine -> {})))
                .hasMessageContaining("The certificate of the peer is refused: ")
                .hasMessageContaining("other.example");
    }

    private static TlsProfile anyone() {
        return TlsProfile.low();
    }

    private static List<String> told(String host, TlsProfile profile) {
        InMemory wires = InMemory.connect(Tls.of(profile), host, List.of(), () -> TlsPeer.engine(engine -> {}));
        return ((ExtendedSSLSession) wires.engine.getSession())
                .getRequestedServerNames().stream()
                        .map(name -> ((SNIHostName) name).getAsciiName())
                        .toList();
    }

    private static String chosen(TlsProfile profile, List<String> speaks, String... server) {
        InMemory wires = InMemory.connect(
                Tls.of(profile), "origin.example", speaks, () -> TlsPeer.engine(engine -> speak(engine, server)));
        return wires.negotiated().application();
    }

    private static void speak(SSLEngine engine, String... protocols) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        engine.setSSLParameters(parameters);
    }

    private static Throwable failure(HostPort target, TlsProfile profile) {
        ManualLoop loop = new ManualLoop();
        PipeWire.Pair pair = PipeWire.pair(loop);
        CompletableFuture<Wire> client =
                Tls.of(profile).over(pair.near(), target, Dial.on(loop)).toCompletableFuture();
        loop.settle();
        assertThat(pair.near().isOpen()).isFalse();
        return Assertions.catchThrowable(() -> client.getNow(null)).getCause();
    }
}
