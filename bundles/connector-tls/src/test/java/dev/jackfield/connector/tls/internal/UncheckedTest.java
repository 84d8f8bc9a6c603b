package dev.jackfield.connector.tls.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Link;
import dev.jackfield.connector.tls.InMemory;
import dev.jackfield.connector.tls.Logged;
import dev.jackfield.connector.tls.TestKeys;
import dev.jackfield.connector.tls.TlsProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UncheckedTest {
    @RegisterExtension
    final Logged logged = new Logged();

    private List<String> afterTwoHandshakes(TlsProfile profile) {
        ProfileLayer layer = new ProfileLayer(profile);
        InMemory.connect(layer).close();
        InMemory.connect(layer).close();
        return logged.lines();
    }

    @Test
    void aProfileThatChecksNothingIsLoggedOnce() {
        assertThat(afterTwoHandshakes(TlsProfile.low()))
                .containsExactly(
                        "WARNING A TLS profile that trusts anyone is in use, so whoever is on the way can read all");
    }

    @Test
    void aProfileThatDoesNotCheckTheHostIsLoggedOnce() {
        assertThat(afterTwoHandshakes(TestKeys.profile().withHostChecked(false)))
                .singleElement()
                .asString()
                .startsWith("WARNING A TLS profile that does not check the host is in use, so ");
    }

    @Test
    void aProfileThatChecksIsNotLogged() {
        assertThat(afterTwoHandshakes(TestKeys.profile())).isEmpty();
    }

    @Test
    void aServiceThatIsRefusedIsLogged() {
        TlsService tls = new TlsService();
        Map<String, Object> properties = Map.of("jackfield.name", "mine", "service.id", 1L);
        tls.bindProfile(TestKeys.profile().withProvider("NoSuch"), properties);
        assertThat(tls.profiles()).containsExactly("high", "low");
        assertThat(logged.lines())
                .singleElement()
                .asString()
                .startsWith("WARNING TLS profile \"mine\": provider: expected one")
                .endsWith("got \"NoSuch\"; it is not plugged in");
    }

    @Test
    void aServiceWhoseChangeIsRefusedStaysAsItWas() throws Exception {
        TlsService tls = new TlsService();
        TlsProfile profile = TestKeys.profile();
        tls.bindProfile(profile, Map.of("jackfield.name", "mine", "service.id", 1L));
        Layer before = tls.configured(Link.of("tls", "mine"));

        tls.updatedProfile(profile, Map.of("jackfield.name", "a/b", "service.id", 1L));

        assertThat(tls.configured(Link.of("tls", "mine"))).isSameAs(before);
        assertThat(logged.lines()).singleElement().asString().endsWith("got \"a/b\"; the profile stays as it was");
        tls.unbindProfile(profile, Map.of("service.id", 1L));
        assertThat(tls.profiles()).containsExactly("high", "low");
    }
}
