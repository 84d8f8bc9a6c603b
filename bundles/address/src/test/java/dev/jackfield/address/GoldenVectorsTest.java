package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonArray;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every vector of the original, with its deviations. The counts guard against a filter that lets nothing through. */
class GoldenVectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void parsesIpv4() {
        assertThat(parses("parse_ipv4", Ipv4::parse)).isEqualTo(329);
    }

    @Test
    void parsesIpv6() {
        assertThat(parses("parse_ipv6", Ipv6::parse)).isEqualTo(822);
    }

    @Test
    void parsesAddresses() {
        assertThat(parses("parse_address", IpAddress::parse)).isEqualTo(834);
    }

    @Test
    void formatsIpv4() {
        assertThat(formats("format_ipv4", octets -> IpAddress.of(octets).toString()))
                .isEqualTo(232);
    }

    @Test
    void formatsIpv6() {
        assertThat(formats("format_ipv6", octets -> ipv6(octets).toString())).isEqualTo(548);
    }

    @Test
    void formatsAddresses() {
        assertThat(formats("format_address", octets -> IpAddress.of(octets).toString()))
                .isEqualTo(766);
    }

    /** Services by name, UNIX sockets and {@code #} as a separator are not for host-ports; nor are names in brackets. */
    @Test
    void parsesHostPorts() {
        SoftAssertions softly = new SoftAssertions();
        long count = Vector.of("parse_hostport")
                .filter(vector -> {
                    String text = vector.in().get(0);
                    return !text.contains("#")
                            && !text.contains("/")
                            && !text.contains("\n")
                            && !text.matches("\\s*\\[[^]]*[g-z][^]]*].*");
                })
                .filter(vector -> vector.in().get(1).matches("[0-9]*"))
                .peek(vector -> softly.assertThat(hostPort(vector))
                        .as(vector.toString())
                        .isEqualTo(expectedHostPort(vector.expected().getAsJsonArray())))
                .count();
        softly.assertAll();
        assertThat(count).isEqualTo(443);
    }

    @Test
    void formatsHostPorts() {
        SoftAssertions softly = new SoftAssertions();
        long count = Vector.of("format_hostport")
                .filter(vector -> vector.in().get(1).matches("[0-9]{1,5}")
                        && !vector.in().get(0).contains("/"))
                .peek(vector -> softly.assertThat(
                                formatted(vector.in().get(0), vector.in().get(1)))
                        .as(vector.toString())
                        .isEqualTo(expectedFormat(vector)))
                .count();
        softly.assertAll();
        assertThat(count).isEqualTo(30);
    }

    private static long parses(String function, Function<String, Optional<? extends IpAddress>> parser) {
        SoftAssertions softly = new SoftAssertions();
        long count = Vector.of(function)
                .peek(vector -> softly.assertThat(parser.apply(vector.in().get(0))
                                .map(address -> HEX.formatHex(address.octets()))
                                .orElse(null))
                        .as(vector.toString())
                        // The original's token for UNIX sockets is no host address here.
                        .isEqualTo(vector.in().get(0).equals("unix/") ? null : vector.text()))
                .count();
        softly.assertAll();
        return count;
    }

    private static long formats(String function, Function<byte[], String> formatter) {
        SoftAssertions softly = new SoftAssertions();
        long count = Vector.of(function)
                .peek(vector -> {
                    byte[] octets = HEX.parseHex(vector.in().get(0));
                    // "0100" is the original's token for UNIX sockets.
                    if (vector.text() == null || vector.text().equals("unix/")) {
                        assertThatIllegalArgumentException().isThrownBy(() -> IpAddress.of(octets));
                    } else {
                        softly.assertThat(formatter.apply(octets))
                                .as(vector.toString())
                                .isEqualTo(vector.text());
                    }
                })
                .count();
        softly.assertAll();
        return count;
    }

    private static Ipv6 ipv6(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new Ipv6(buffer.getLong(), buffer.getLong());
    }

    private static String hostPort(Vector vector) {
        String text = vector.in().get(0);
        String service = vector.in().get(1);
        try {
            HostPort parsed =
                    service.isEmpty() ? HostPort.parse(text) : HostPort.parse(text, Integer.parseInt(service));
            return parsed.host() + "|" + parsed.port();
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }

    private static String expectedHostPort(JsonArray expected) {
        if (expected.isEmpty()) {
            return "refused";
        }
        String port = expected.get(1).getAsString();
        boolean numeric = port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65535;
        return numeric ? expected.get(0).getAsString() + "|" + Integer.parseInt(port) : "refused";
    }

    private static String formatted(String host, String port) {
        try {
            return HostPort.of(host, Integer.parseInt(port)).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The original also formats what it cannot parse again: an empty host, one with a blank, a port out of range. */
    private static String expectedFormat(Vector vector) {
        String host = vector.in().get(0);
        boolean nonsense = host.isEmpty()
                || host.contains(" ")
                || Integer.parseInt(vector.in().get(1)) > 65535;
        return nonsense ? null : vector.text();
    }
}
