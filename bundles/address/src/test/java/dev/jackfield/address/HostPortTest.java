package dev.jackfield.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "example.com:80,example.com,80",
                "1.2.3.4:80,1.2.3.4,80",
                "[::1]:443,::1,443",
                "[10.0.1]:80,10.0.1,80",
                "[::1] 17,::1,17",
                "::1 443,::1,443",
                "localhost 443,localhost,443",
                "  localhost\t443 ,localhost,443",
                "a:0,a,0",
                "a:00065535,a,65535",
                "b\u00fccher.example:80,b\u00fccher.example,80"
            })
    void readsHostsWithPorts(String text, String host, int port) {
        assertThat(HostPort.parse(text)).isEqualTo(HostPort.of(host, port));
        assertThat(HostPort.parse(text, 9)).isEqualTo(HostPort.of(host, port));
    }

    @ParameterizedTest
    @CsvSource({"::1,::1", "[::1],::1", "::1:80,::1:80", "127.1,127.1", "localhost,localhost", "[::1] ,::1"})
    void fillsInTheDefaultPort(String text, String host) {
        assertThat(HostPort.parse(text, 443)).isEqualTo(HostPort.of(host, 443));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPort.parse(text))
                .withMessageEndingWith("got \"" + text + "\": there is no port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":80",
                "a:",
                "a:b!",
                "a:-1",
                "a:+1",
                "a:65536",
                "a:99999999999999999999",
                "a:80:80",
                "a: 80",
                "a :80",
                "a 80 80",
                "a\n80",
                "a\n:80",
                "a:80\n",
                "a\u0000:80",
                "a#80",
                "a/b:80",
                "unix/:80",
                "unix/:tmp",
                "a:/tmp/x",
                "a:http=",
                "a:=80",
                "a:http=0",
                "a:http=65536",
                "a:http=x",
                "/tmp/x\u0000",
                "a:1.2",
                "[]:80",
                "[::1",
                "::1]:80",
                "[[::1]]:80",
                "[::1]80",
                "[name]:80",
                "[::1%eth0]:80",
                "fe80::1%eth0:80",
                "fe80::1%25eth0 80",
                "1:2:3 80",
                "1:2:3:4:5:6:7:8:80",
                "a\u00a0b:80",
                "a:\u0661"
            })
    void refusesTheRest(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPort.parse(text, 443))
                .withMessageMatching("Expected a host.*, got .*");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void refusesPortsOutOfRange(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPort.of("a", port))
                .withMessage("Expected a port from 0 to 65535, got " + port);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPort.parse("a:80", port))
                .withMessage("Expected a default port from 0 to 65535, got " + port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "10.1", "::1", "::ffff:1.2.3.4", "xn--bcher-kva.example"})
    void writesWhatItReads(String host) {
        HostPort hostPort = HostPort.of(host, 8080);
        assertThat(HostPort.parse(hostPort.toString())).isEqualTo(hostPort);
    }

    @ParameterizedTest
    @CsvSource({
        "a:http, 80, http, a:http=80",
        "a:HTTP, 80, HTTP, a:HTTP=80",
        "a:tftp, 69, tftp, a:tftp=69",
        "a:http=8080, 8080, http, a:http=8080",
        "a ssmtp, 465, ssmtp, a:ssmtp=465",
        "a z3950, 210, z3950, a:z3950=210",
        "a no.such_s+1, 0, no.such_s+1, a:no.such_s+1",
        "a:x=y=80, 80, x=y, a:x=y=80"
    })
    void readsServices(String text, int port, String service, String written) {
        HostPort target = HostPort.parse(text);
        assertThat(target).isEqualTo(new HostPort("a", port, service)).hasToString(written);
        assertThat(HostPort.parse(written)).isEqualTo(target);
    }

    @Test
    void knowsThePortHoweverTheServiceIsGiven() {
        assertThat(new HostPort("a", 0, "https")).isEqualTo(new HostPort("a", 443, "https"));
        assertThat(HostPort.of("a", "https")).isEqualTo(new HostPort("a", 443, "https"));
        assertThat(HostPort.of("a", "0443")).isEqualTo(HostPort.of("a", 443));
    }

    @Test
    void fillsInTheDefaultService() {
        assertThat(HostPort.parse("a", "https=8443")).isEqualTo(new HostPort("a", 8443, "https"));
        assertThat(HostPort.parse("a:80", "https")).isEqualTo(HostPort.of("a", 80));
        assertThat(HostPort.parse("unix/", "/a b")).isEqualTo(HostPort.unix("/a b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPort.parse("a", ""))
                .withMessageEndingWith("got \"a\": there is no port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b:80 ", "unix/:/a b:80 ", " /a b:80 "})
    void readsPaths(String text) {
        HostPort target = HostPort.parse(text, 80);
        assertThat(target).isEqualTo(HostPort.unix("/a b:80 ")).hasToString("unix/:/a b:80 ");
        assertThat(target.unix()).contains(new UnixAddress("/a b:80 "));
        assertThat(target.literal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fe80::1%251 80", "[fe80::1%25251]:80", "fe80::1%251\t80"})
    void readsZones(String text) {
        HostPort target = HostPort.parse(text);
        assertThat(target.host()).isEqualTo("fe80::1%251");
        assertThat(target.literal()).contains(new Ipv6(0xfe80L << 48, 1, "251"));
        assertThat(target).hasToString("[fe80::1%25251]:80");
    }

    @Test
    void refusesServicesThatAreTooLong() {
        String longest = "x".repeat(HostPort.MAX_SERVICE);
        assertThat(HostPort.of("a", longest).service()).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPort.of("a", longest + "x"))
                .withMessageStartingWith("Expected a port from 0 to 65535, a service such as https, name=port or");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HostPort("a", 1, longest + "x"))
                .withMessageStartingWith("Expected the name of a service, of at most 62 letters");
    }

    @Test
    void tellsLiteralsFromNames() {
        assertThat(HostPort.of("127.1", 80).literal()).contains(new Ipv4(0x7f000001));
        assertThat(HostPort.of("::1", 80).literal()).contains(new Ipv6(0, 1));
        assertThat(HostPort.of("localhost", 80).literal()).isEmpty();
    }
}
