package dev.jackfield.anyevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {
    private final HttpSettings settings = HttpSettings.defaults();

    @Test
    void beginsWithTheSeedsNumbers() {
        assertThat(settings).isEqualTo(new HttpSettings(10, 300, "Jackfield/0.1.0", 4, 3, HttpProxy.NONE, false));
    }

    @Test
    void checksEachRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withMaxRecurse(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withTimeout(0));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withTimeout(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withMaxPerHost(0));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withPersistentTimeout(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpParameters.none().withTimeout(-1));
    }

    @Test
    void parametersShowNoSecrets() {
        HttpParameters parameters =
                HttpParameters.none().withHeader("Authorization", "secret").withSessionid("secret");

        assertThat(parameters).hasToString("parameters [sessionid], headers [authorization]");
    }

    @Test
    void headersHaveAStatus() {
        assertThatIllegalArgumentException().isThrownBy(() -> HttpHeaders.of(Map.of("URL", "none")));
    }
}
