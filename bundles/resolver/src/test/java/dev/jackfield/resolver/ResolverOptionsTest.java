package dev.jackfield.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jackfield.address.HostPort;
import dev.jackfield.resolver.ResolverOptions.Order;
import dev.jackfield.resolver.internal.OptionTexts;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverOptionsTest {
    private final Map<String, String> properties = new HashMap<>();

    @Test
    void areTheDefaultsWithoutProperties() {
        properties.put("jackfield.hosts", " ");
        assertThat(read()).isEqualTo(ResolverOptions.defaults());
    }

    @Test
    void areWhatThePropertiesSay() {
        properties.put("jackfield.hosts", "/h");
        properties.put("jackfield.dns", "192.0.2.1:54,[::1]:5353, 2001:db8::1 ,192.0.2.2");
        properties.put("jackfield.resolv.conf", "/r");
        properties.put("jackfield.services", "/s");
        properties.put("jackfield.resolver", "system");
        ResolverOptions options = read();
        assertThat(options.hosts()).isEqualTo("/h");
        assertThat(options.resolvConf()).isEqualTo("/r");
        assertThat(options.services()).isEqualTo("/s");
        assertThat(options.order()).isEqualTo(Order.SYSTEM);
        assertThat(options.servers())
                .containsExactly(
                        HostPort.of("192.0.2.1", 54),
                        HostPort.of("::1", 5353),
                        HostPort.of("2001:db8::1", 53),
                        HostPort.of("192.0.2.2", 53));
        assertThat(options.resolutionDelay()).isEqualTo(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @CsvSource({
        "jackfield.dns, name.test, 'Expected name servers by address and port'",
        "jackfield.dns, '192.0.2.1,', Expected a host",
        "jackfield.dns, 192.0.2.1:0, 'Expected name servers by address and port'",
        "jackfield.dns, 192.0.2.1:65536, Expected",
        "jackfield.dns, 192.0.2.1:\u0665\u0663, Expected",
        "jackfield.dns, 192.0.2.\u0661, 'Expected'",
        "jackfield.resolver, dns_first, 'Expected hosts-first, dns-first or system, got \"dns_first\"'",
        "jackfield.hosts, 'a\0b', Nul"
    })
    void sayWhichPropertyMakesNoSense(String property, String text, String what) {
        properties.put(property, text);
        assertThatIllegalArgumentException().isThrownBy(this::read).withMessageStartingWith(property + ": " + what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void takeEmptyPropertiesForMissing(String empty) {
        for (String property : List.of(
                ResolverOptions.HOSTS,
                ResolverOptions.DNS,
                ResolverOptions.RESOLV_CONF,
                ResolverOptions.SERVICES,
                ResolverOptions.RESOLVER)) {
            properties.put(property, empty);
        }
        assertThat(read()).isEqualTo(ResolverOptions.defaults());
    }

    @Test
    void haveALimitOfServers() {
        properties.put("jackfield.dns", String.join(",", Collections.nCopies(ResolverOptions.MOST_SERVERS, "::1")));
        assertThat(read().servers()).hasSize(32);
        properties.merge("jackfield.dns", ",::1", String::concat);
        assertThatIllegalArgumentException()
                .isThrownBy(this::read)
                .withMessage("jackfield.dns: Expected at most 32 name servers, got 33");
    }

    @Test
    void haveBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> options(1_000_001, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> options(-1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> options(0, Duration.ofSeconds(-1)));
    }

    private static ResolverOptions options(int entries, Duration time) {
        return new ResolverOptions("", List.of(), "", "", Order.HOSTS_FIRST, entries, time, time, time);
    }

    private ResolverOptions read() {
        return OptionTexts.read(properties::get, ResolverOptions.defaults());
    }
}
