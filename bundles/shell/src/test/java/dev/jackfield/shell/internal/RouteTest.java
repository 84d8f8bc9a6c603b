package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class RouteTest {
    private final Site site = new Site();
    private final Proxy proxy = new Proxy();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        proxy.close();
        site.close();
    }

    @Test
    void goesAlongARoute() {
        Typed typed = Typed.line("get", "--route", route(), named("far.test"));
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("small body");
        assertThat(proxy.asked).containsExactly(named("far.test").replaceAll("http://(.*)/small", "$1"));
    }

    @Test
    void readsTheRouteElsewhere() throws IOException {
        Path file = Files.writeString(folder.resolve("route"), "plain >\n  socks5(" + proxy.address() + ")\n");
        assertThat(Typed.line("get", "--route", "@" + file, site.url("/small")).out())
                .isEqualTo("small body");
        assertThat(Typed.with(Files.readAllBytes(file), "head", "--route", "@-", site.url("/small"))
                        .status())
                .isZero();
        assertThat(proxy.asked).hasSize(2);
    }

    @Test
    void goesByAProxyAsItIsTyped() {
        assertThat(Typed.line("get", "-x", "socks5h://" + proxy.address(), site.url("/small"))
                        .out())
                .isEqualTo("small body");
        assertThat(Typed.line("get", "-x", proxy.address(), site.url("/small")).out())
                .isEqualTo("small body");
        assertThat(proxy.asked).containsExactly(site.withoutScheme(""), "GET " + site.url("/small"));
    }

    @Test
    void goesByTheProxiesOfTheEnvironmentUnlessToldOtherwise() {
        Map<String, String> environment = Map.of("http_proxy", "http://" + proxy.address());
        assertThat(Typed.in(environment, "get", site.url("/small")).out()).isEqualTo("small body");
        assertThat(proxy.asked).hasSize(1);
        assertThat(Typed.in(environment, "get", "--route", "plain", site.url("/small"))
                        .out())
                .isEqualTo("small body");
        assertThat(Typed.in(environment, "get", "--no-proxy", "*", site.url("/small"))
                        .out())
                .isEqualTo("small body");
        assertThat(Typed.in(environment, "get", "-x", "", site.url("/small")).out())
                .isEqualTo("small body");
        assertThat(proxy.asked).hasSize(1);
        assertThat(Typed.in(environment, "get", "--no-proxy", "10.0.0.0/8", site.url("/small"))
                        .status())
                .isZero();
        assertThat(proxy.asked).hasSize(2);
    }

    @Test
    void saysWhichVariableOrOptionIsWrong() {
        Typed typed = Typed.in(Map.of("http_proxy", "http://user:secret@:x"), "get", site.url("/small"));
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).startsWith("jackfield: http_proxy: Column ").doesNotContain("secret");
        Typed option = Typed.line("get", "-x", "http://user:secret@:x", site.url("/small"));
        assertThat(option.status()).isEqualTo(2);
        assertThat(option.err()).startsWith("jackfield: --proxy: Column ").doesNotContain("secret");
        Typed list = Typed.line("get", "--no-proxy", "a,b:x", site.url("/small"));
        assertThat(list.status()).isEqualTo(2);
        assertThat(list.err()).startsWith("jackfield: --no-proxy: Column ");
    }

    @ParameterizedTest
    @CsvSource({
        "'plain  > > tls', 'plain > > tls', 9",
        "'plain > ', 'plain >', 9",
        "'plain tls(high)', 'plain tls(...', 7",
        "'plain > socks5(u:secret', 'plain > socks5(...', 16",
        "'plain>socks5(u:secret@h)', 'plain > socks5(...', 16",
        "'plain > socks5(u:secret@h:1) > tls(a b', 'plain > socks5(u:***@h:1) > tls(...', 33",
        "'plain > secret@h:1', 'plain > ...', 9",
        "'plain > sec@secret(h:1)', 'plain > ...', 9",
        "'', '', 1",
    })
    void pointsAtWhatIsWrongAndShowsNoPassword(String route, String shown, int column) {
        Typed typed = Typed.line("get", "--route", route, site.url("/small"));
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).startsWith("jackfield: --route: Column ").doesNotContain("secret");
        String[] lines = typed.err().lines().toArray(String[]::new);
        assertThat(lines).hasSize(4);
        assertThat(lines[1].strip()).isEqualTo(shown);
        assertThat(lines[2]).isEqualTo("  " + " ".repeat(column - 1) + "^");
    }

    @Test
    void tellsOneFailureOfARouteFromTheOther() throws IOException {
        int nobody = closedPort();
        try (Proxy refusing = new Proxy("HTTP/1.1 403 Not you\r\nContent-Length: 0\r\n\r\n")) {
            Typed refused = Typed.line("get", "--route", "plain > socks5(" + refusing.address() + ")", site.url("/"));
            assertThat(refused.status()).isEqualTo(97);
            assertThat(refused.err()).startsWith("jackfield: 595 CONNECT: hop 2 of 2, socks5(");
            Typed tunnel = Typed.line("get", "--route", "plain > connect(" + refusing.address() + ")", site.url("/"));
            assertThat(tunnel.status()).isEqualTo(97);
            assertThat(tunnel.err()).contains("403");
        }
        String hosts = Files.writeString(folder.resolve("hosts"), "").toString();
        Typed lost = Typed.line(
                "get",
                "--hosts",
                hosts,
                "--dns",
                "127.0.0.1:" + nobody,
                "--route",
                "plain > socks5(no-such-proxy.test:1080)",
                site.url("/small"));
        assertThat(lost.status()).as(lost.err()).isEqualTo(5);
        assertThat(Typed.line("get", "-x", "127.0.0.1:" + nobody, site.url("/small"))
                        .status())
                .isEqualTo(7);
        Typed unknown = Typed.line("get", "--route", "plain > no-such-layer", site.url("/small"));
        assertThat(unknown.status()).isEqualTo(7);
        assertThat(unknown.err()).contains("no-such-layer");
    }

    @Test
    void givesUpOnASilentProxy() throws IOException {
        // Connections are queued by the system, and nobody ever takes one.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String by = "plain > socks5(127.0.0.1:" + silent.getLocalPort() + ")";
            Typed typed = Typed.line("get", "--timeout", "0.2", "--route", by, site.url("/small"));
            assertThat(typed.status()).as(typed.err()).isEqualTo(28);
            assertThat(typed.err()).contains("hop 2 of 2").contains("within 200 ms");
            Typed tls = Typed.line("get", "--timeout", "0.2", "https://127.0.0.1:" + silent.getLocalPort());
            assertThat(tls.status()).as(tls.err()).isEqualTo(28);
        }
    }

    @Test
    void showsEachHopAndTheHeadAsItLeaves() {
        Typed typed = Typed.line("get", "-v", "--route", route(), site.url("/small"));
        assertThat(typed.err().lines())
                .anyMatch(line -> line.startsWith("* hop 1 of 2, plain to " + proxy.address() + " ("))
                .anyMatch(line -> line.startsWith("* hop 2 of 2, socks5(" + proxy.address() + ") to "))
                .contains("> GET /small HTTP/1.1")
                .filteredOn(line -> line.startsWith("> "))
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl));
    }

    @Test
    void showsWhatAForwardingProxyIsAskedButNotInConfidence() {
        Typed typed = Typed.line("get", "-v", "-x", "http://user:secret@" + proxy.address(), site.url("/small"));
        assertThat(typed.out()).isEqualTo("small body");
        assertThat(typed.err())
                .contains("> GET " + site.url("/small") + " HTTP/1.1")
                .contains("> Proxy-Authorization: Basic ***")
                .doesNotContain("secret", "dXNlcjpzZWNyZXQ");
    }

    private String route() {
        return "plain > socks5(" + proxy.address() + ")";
    }

    private String named(String host) {
        return site.url("/small").replace("127.0.0.1", host);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
