package dev.jackfield.connector.plain.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.plain.PlainOptions;
import dev.jackfield.resolver.Family;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredOptionsTest {
    @Test
    void needsNoConfiguration() {
        assertThat(ConfiguredOptions.first(Map.of("component.id", 7L))).isEqualTo(PlainOptions.defaults());
    }

    @Test
    void takesValuesOfAnyType() {
        PlainOptions wanted = new PlainOptions(Family.IPV4, true, Duration.ofMillis(300));
        assertThat(ConfiguredOptions.first(Map.of("family", "ipv4", "serial", true, "stagger", 300)))
                .isEqualTo(wanted);
        assertThat(ConfiguredOptions.first(Map.of("family", "ipv4", "serial", "true", "stagger", "300")))
                .isEqualTo(wanted);
    }

    @Test
    void comesBeforeTheSystemProperties() {
        System.setProperty(PlainOptions.FAMILY, "ipv6");
        System.setProperty(PlainOptions.SERIAL, "true");
        try {
            PlainOptions options = ConfiguredOptions.first(Map.of("family", "ipv4"));
            assertThat(options.family()).isEqualTo(Family.IPV4);
            assertThat(options.serial()).isTrue();
        } finally {
            System.clearProperty(PlainOptions.FAMILY);
            System.clearProperty(PlainOptions.SERIAL);
        }
    }

    @Test
    void doesNotUseWhatIsWrong() {
        assertThat(ConfiguredOptions.first(Map.of("serial", true, "stagger", 1)))
                .isEqualTo(PlainOptions.defaults());
        PlainOptions current = PlainOptions.defaults().withFamily(Family.IPV6);
        assertThat(ConfiguredOptions.changed(Map.of("serial", "perhaps"), current))
                .isEqualTo(current);
        System.setProperty(PlainOptions.STAGGER, "never");
        try {
            assertThat(ConfiguredOptions.first(Map.of("serial", true)))
                    .isEqualTo(PlainOptions.defaults().withSerial(true));
        } finally {
            System.clearProperty(PlainOptions.STAGGER);
        }
    }

    @Test
    void goesBackToTheDefaultsWhenAKeyIsGone() {
        PlainOptions current = PlainOptions.defaults().withFamily(Family.IPV6);
        assertThat(ConfiguredOptions.changed(Map.of("serial", true), current))
                .isEqualTo(PlainOptions.defaults().withSerial(true));
    }
}
