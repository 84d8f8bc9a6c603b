package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Random texts made of what the parsers know: each is refused in the promised way, or is written and read as the same. */
class RandomTextTest {
    private static final int TEXTS = 20_000;
    private static final String[] PIECES = {
        "::",
        ":",
        ":",
        "1",
        "ffff",
        "fe80::",
        "ff02::1",
        "%",
        "%25",
        "eth0",
        "251",
        "0x7f",
        "010",
        "1.2.3.4",
        ".",
        "[",
        "]",
        "[::1]",
        "[fe80::1%",
        "a",
        "localhost",
        "http",
        "https=8443",
        "=",
        "80",
        "65536",
        "-1",
        "+",
        "*",
        "_",
        "#",
        " ",
        "\t",
        "\n",
        "/",
        "unix/",
        "unix/:",
        "unix/:/",
        "\u0000",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u00fc",
        "\u0661",
        "\u2028",
        "\uff0e",
        "\ud800",
        "\udc00",
        "\ud83d\ude00"
    };

    private final Random random = new Random(20261122);

    @Test
    void addresses() {
        int read = roundTrips(IpAddress::parse);
        assertThat(read).isGreaterThan(100);
        roundTrips(Ipv4::parse);
        roundTrips(Ipv6::parse);
        roundTrips(Ipv6::parseScoped);
        roundTrips(IpAddress::parseScoped);
        roundTrips(text -> thrown(() -> IpAddress.of(text)));
    }

    @Test
    void hostsWithServices() {
        assertThat(roundTrips(HostService::parse)).isGreaterThan(1000);
        assertThat(roundTrips(text -> HostService.parseScoped(text, ""))).isGreaterThan(1000);
        assertThat(roundTrips(text -> HostService.parseScoped(text, "443"))).isGreaterThan(1000);
    }

    @Test
    void hostsWithPorts() {
        assertThat(roundTrips(text -> thrown(() -> HostPort.parse(text)))).isGreaterThan(300);
        assertThat(roundTrips(text -> thrown(() -> HostPort.parse(text, 80)))).isGreaterThan(300);
        assertThat(roundTrips(text -> thrown(() -> HostPort.parse(text, "https"))))
                .isGreaterThan(300);
    }

    /** What a record lets in, its text must let in again. */
    @Test
    void hostsWithPortsMadeByHand() {
        int made = 0;
        for (int i = 0; i < TEXTS; i++) {
            String host = text(3);
            String service = text(2);
            int port = random.nextInt(3) == 0 ? 0 : random.nextInt(-1, 65537);
            Optional<HostPort> target = thrown(() -> new HostPort(host, port, service));
            target.ifPresent(it -> assertThat(HostPort.parse(it.toString())).isEqualTo(it));
            Optional<HostPort> other = thrown(() -> HostPort.of(host, service));
            other.ifPresent(it -> assertThat(HostPort.parse(it.toString())).isEqualTo(it));
            made += target.isPresent() ? 1 : 0;
        }
        assertThat(made).isGreaterThan(100);
    }

    @Test
    void tables() {
        for (int i = 0; i < TEXTS; i++) {
            String text = text(8);
            assertThat(Protocol.of(text)).isEmpty();
            assertThat(ServiceNames.parse(text + " x 1/tcp\ny " + text).port(text, "tcp"))
                    .isNotNull();
        }
    }

    private <T> int roundTrips(Function<String, Optional<? extends T>> parser) {
        int read = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(5);
            Optional<? extends T> first = parser.apply(text);
            if (first.isPresent()) {
                read++;
                assertThat(parser.apply(first.get().toString()))
                        .as("%s, from %s", first, text)
                        .isEqualTo(first);
            }
        }
        return read;
    }

    private static <T> Optional<T> thrown(Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("Expected ").message().hasSizeLessThan(800);
            return Optional.empty();
        }
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(most + 1); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
