package dev.jackfield.connector.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.resolver.Family;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainOptionsTest {
    @Test
    void hasDefaults() {
        assertThat(PlainOptions.defaults()).isEqualTo(new PlainOptions(Family.ANY, false, Duration.ofMillis(250)));
        assertThat(PlainOptions.ofSystemProperties()).isEqualTo(PlainOptions.defaults());
    }

    @Test
    void changesOneThingAtATime() {
        PlainOptions options =
                PlainOptions.defaults().withFamily(Family.IPV4).withSerial(true).withStagger(PlainOptions.MOST_STAGGER);
        assertThat(options).isEqualTo(new PlainOptions(Family.IPV4, true, Duration.ofSeconds(2)));
    }

    @Test
    void hasARangeForTheStagger() {
        PlainOptions options = PlainOptions.defaults();
        assertThat(options.withStagger(Duration.ofMillis(10)).stagger()).hasMillis(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withStagger(Duration.ofMillis(9)))
                .withMessage("stagger: expected 10 to 2000 ms, got PT0.009S");
        assertThatIllegalArgumentException().isThrownBy(() -> options.withStagger(Duration.ofMillis(2001)));
    }

    @Test
    void readsSystemProperties() {
        assertThat(with(Map.of(
                        PlainOptions.FAMILY, "IPv6", PlainOptions.SERIAL, "true", PlainOptions.STAGGER, " 100 ")))
                .isEqualTo(new PlainOptions(Family.IPV6, true, Duration.ofMillis(100)));
        assertThat(with(Map.of(PlainOptions.FAMILY, "", PlainOptions.SERIAL, " ", PlainOptions.STAGGER, "")))
                .isEqualTo(PlainOptions.defaults());
        assertThat(with(Map.of(PlainOptions.FAMILY, "any", PlainOptions.SERIAL, "false")))
                .isEqualTo(PlainOptions.defaults());
    }

    @Test
    void refusesWrongSystemProperties() {
        refuses(PlainOptions.FAMILY, "ipv5", "family: expected any, ipv4 or ipv6, got \"ipv5\"");
        refuses(
                PlainOptions.STAGGER,
                "\u0662\u0665\u0660",
                "stagger: expected a number of milliseconds, got \"\u0662\u0665\u0660\"");
        refuses(PlainOptions.SERIAL, "yes", "serial: expected true or false, got \"yes\"");
        refuses(PlainOptions.STAGGER, "soon", "stagger: expected a number of milliseconds, got \"soon\"");
        refuses(PlainOptions.STAGGER, "5000", "stagger: expected 10 to 2000 ms, got PT5S");
    }

    private static void refuses(String name, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of(name, value)))
                .withMessage("jackfield." + message);
    }

    private static PlainOptions with(Map<String, String> properties) {
        properties.forEach(System::setProperty);
        try {
            return PlainOptions.ofSystemProperties();
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }
}
