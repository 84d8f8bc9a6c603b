package dev.jackfield.connector.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.connector.Layer;
import java.nio.ByteBuffer;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine of another JCA provider: BoringSSL. */
class ConscryptTest {
    private static final TlsProfile PROFILE = TestKeys.profile().withProvider("Conscrypt");

    private final SSLContext server = TestKeys.server();

    @BeforeAll
    static void install() {
        Security.addProvider(Conscrypt.newProvider());
    }

    @AfterAll
    static void remove() {
        Security.removeProvider("Conscrypt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void connects(String protocol) throws Exception {
        InMemory wires = connect(Tls.of(PROFILE.withProtocols(List.of(protocol))));
        assertThat(wires.negotiated().protocol()).isEqualTo(protocol);
        assertThat(wires.resumed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void resumes(String protocol) throws Exception {
        Layer layer = Tls.of(PROFILE.withProtocols(List.of(protocol)));
        assertThat(connect(layer).resumed()).isFalse();
        assertThat(connect(layer).resumed()).isTrue();
        Layer fresh = Tls.of(PROFILE.withProtocols(List.of(protocol)).withResumption(false));
        assertThat(connect(fresh).resumed()).isFalse();
        assertThat(connect(fresh).resumed()).isFalse();
    }

    @Test
    void offersProtocols() throws Exception {
        InMemory wires = InMemory.connect(
                Tls.of(PROFILE),
                "origin.example",
                List.of("h2", "http/1.1"),
                () -> TlsPeer.engine(server, engine -> {
                    SSLParameters parameters = engine.getSSLParameters();
                    parameters.setApplicationProtocols(new String[] {"http/1.1"});
                    engine.setSSLParameters(parameters);
                }));
        assertThat(wires.negotiated().application()).isEqualTo("http/1.1");
    }

    @Test
    void refusesAnotherHost() {
        assertThatThrownBy(() -> InMemory.connect(
                        Tls.of(PROFILE), "other.example", List.of(), () -> TlsPeer.engine(server, engine -> {})))
                .hasMessageContaining("The certificate of the peer is refused: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void carriesALot(String protocol) throws Exception {
        InMemory wires = InMemory.connect(Tls.of(PROFILE.withProtocols(List.of(protocol))));
        assertThat(wires.carries(wires.client, wires.server, 300_000)).isTrue();
        assertThat(wires.carries(wires.server, wires.client, 300_000)).isTrue();
    }

    @Test
    void readsOnAfterItsOwnEnd() throws Exception {
        InMemory wires = InMemory.connect(Tls.of(PROFILE));
        wires.client.shutdownOutput();
        assertThat(wires.server.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        assertThat(wires.carries(wires.server, wires.client, 1000)).isTrue();
    }

    /** JSSE can. */
    @Test
    void cannotWriteAfterThePeersEnd() throws Exception {
        InMemory wires = InMemory.connect(Tls.of(PROFILE));
        wires.server.shutdownOutput();
        assertThat(wires.client.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        assertThatThrownBy(() -> wires.client.write(new ByteBuffer[] {ByteBuffer.allocate(1)}, 0, 1))
                .hasMessageContaining("The peer has ended the TLS connection");
    }

    @Test
    void saysGoodBye() throws Exception {
        InMemory wires = InMemory.connect(Tls.of(PROFILE));
        wires.client.close();
        assertThat(wires.server.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }

    @Test
    void tellsOfProvidersThatAreNotThere() {
        assertThatThrownBy(() -> Tls.of(PROFILE.withProvider("Nobody")))
                .hasMessageContainingAll("provider: expected one that is installed", "got \"Nobody\"");
    }

    @Test
    void tellsOfAProviderThatHasGone() {
        Security.addProvider(new Passing());
        Layer layer = Tls.of(PROFILE.withProvider("Passing").withCiphers(List.of()));
        Security.removeProvider("Passing");
        assertThatThrownBy(() -> connect(layer))
                .hasMessageContaining("The TLS profile cannot be used: no such provider: Passing");
    }

    private static final class Passing extends Provider {
        private static final long serialVersionUID = 1L;

        Passing() {
            super("Passing", "1", "says that it can do TLS");
            putService(new Service(this, "SSLContext", "TLS", "none.Such", List.of(), Map.of()));
        }
    }

    private InMemory connect(Layer layer) throws Exception {
        return InMemory.connect(layer, "origin.example", List.of(), () -> TlsPeer.engine(server, engine -> {}))
                .greet()
                .close();
    }
}
