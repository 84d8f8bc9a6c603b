package dev.jackfield.connector.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Layer;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumptionTest {
    private final SSLContext server = TestKeys.server("");

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void goesOnWithTheSessionBefore(String protocol) throws Exception {
        Layer layer = Tls.of(TestKeys.profile().withProtocols(List.of(protocol)));
        assertThat(connect(layer).resumed()).isFalse();
        assertThat(connect(layer).resumed()).isTrue();
        assertThat(connect(layer).resumed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void neverGoesOnIfNotWanted(String protocol) throws Exception {
        Layer layer = Tls.of(TestKeys.profile().withProtocols(List.of(protocol)).withResumption(false));
        assertThat(connect(layer).resumed()).isFalse();
        assertThat(connect(layer).resumed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void profilesShareNoSessions(String protocol) throws Exception {
        TlsProfile profile = TestKeys.profile().withProtocols(List.of(protocol));
        Layer one = Tls.of(profile);
        connect(one);
        assertThat(connect(Tls.of(profile)).resumed()).isFalse();
        assertThat(connect(one).resumed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void otherHostsGetOtherSessions(String protocol) throws Exception {
        Layer layer = Tls.of(TestKeys.profile().withProtocols(List.of(protocol)));
        connect(layer);
        assertThat(connect(layer, "a.chain.example").resumed()).isFalse();
    }

    private InMemory connect(Layer layer) throws Exception {
        return connect(layer, "origin.example");
    }

    private InMemory connect(Layer layer, String host) throws Exception {
        return InMemory.connect(layer, host, List.of(), () -> TlsPeer.engine(server, engine -> {}))
                .greet()
                .close();
    }
}
