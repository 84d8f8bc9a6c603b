package dev.jackfield.connector.tls.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Link;
import dev.jackfield.connector.tls.Logged;
import dev.jackfield.connector.tls.Tls;
import dev.jackfield.connector.tls.certificates.TestPki;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ProfileComponentTest {
    private static final Link MINE = Link.of("tls", "mine");

    private final Tls tls = Tls.open();

    @RegisterExtension
    final Logged logged = new Logged();

    @Test
    void isAProfileAsLongAsItIsThere() {
        ProfileComponent component = new ProfileComponent(tls, Map.of("name", "mine"));
        assertThat(tls.profiles()).containsExactly("high", "low", "mine");

        component.deactivate();
        assertThat(tls.profiles()).containsExactly("high", "low");
        assertThat(logged.messages()).isEmpty();
    }

    @Test
    void putsTheNewOneInBeforeItPullsTheOld() throws Exception {
        ProfileComponent component = new ProfileComponent(tls, Map.of("name", "mine"));
        Object before = tls.configured(MINE);
        List<Object> seen = new ArrayList<>();
        tls.watch(() -> {
            try {
                seen.add(tls.configured(MINE));
            } catch (Exception e) {
                seen.add(e);
            }
        });

        component.modified(Map.of("name", "mine", "handshake", 5));

        assertThat(seen).singleElement().isSameAs(tls.configured(MINE)).isNotSameAs(before);
    }

    @Test
    void leavesTheOldOneWhereTheNewOneIsWrong(@TempDir Path folder) throws Exception {
        TestPki.of("a.test").client("me").writePkcs12(folder.resolve("me.p12"), "right");
        ProfileComponent component = new ProfileComponent(tls, Map.of("name", "mine"));
        Object before = tls.configured(MINE);

        component.modified(Map.of(
                "service.pid", "pid~1", "name", "mine", "keys", "*=" + folder + "/me.p12", "keys.password", "wr0ng"));

        assertThat(tls.configured(MINE)).isSameAs(before);
        assertThat(logged.messages())
                .containsExactly("Configuration pid~1: " + folder
                        + "/me.p12: expected the right password, got another; the profile stays as it was");
    }

    @Test
    void leavesTheOldOneWhereNobodyKnowsTheProviderOrACipher() throws Exception {
        ProfileComponent component = new ProfileComponent(tls, Map.of("name", "mine"));
        Object before = tls.configured(MINE);

        component.modified(Map.of("name", "mine", "provider", "Nope"));
        component.modified(Map.of("name", "mine", "ciphers", "NOPE"));

        assertThat(tls.configured(MINE)).isSameAs(before);
        assertThat(logged.messages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).endsWith("; the profile stays as it was"));
    }

    @Test
    void canBeWrongFromTheBeginning() {
        ProfileComponent component = new ProfileComponent(tls, Map.of("name", "a/b"));
        assertThat(tls.profiles()).containsExactly("high", "low");
        assertThat(logged.messages()).singleElement().asString().endsWith("got \"a/b\"; no such profile is plugged in");

        component.modified(Map.of("name", "mine"));
        assertThat(tls.profiles()).contains("mine");
        component.deactivate();
        assertThat(tls.profiles()).doesNotContain("mine");
    }
}
