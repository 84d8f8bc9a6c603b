package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectOptionsTest {
    private final Site site = new Site();

    @TempDir
    Path folder;

    private String hosts;

    @BeforeEach
    void writeHosts() throws IOException {
        hosts = Files.writeString(
                        folder.resolve("hosts"),
                        "127.0.0.1 four.test both.test\n::1 six.test both.test\n127.0.0.9 dead.test\n127.0.0.1 dead.test\n")
                .toString();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void looksUpInAnotherHostsFile() {
        Typed typed = Typed.line("get", "--hosts", hosts, named("four.test"));
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("small body");
        assertThat(Typed.line("--hosts", hosts, "get", named("four.test")).out())
                .isEqualTo("small body");
        assertThat(Typed.line("head", "--hosts", hosts, named("four.test")).status())
                .isZero();
        assertThat(Typed.line("request", "--hosts", hosts, "GET", named("four.test"))
                        .status())
                .isZero();
    }

    @Test
    void goesFromOneAddressToTheNextInEitherMode() {
        assertThat(Typed.line("get", "--hosts", hosts, named("dead.test")).out())
                .isEqualTo("small body");
        assertThat(Typed.line("get", "--serial", "--hosts", hosts, named("dead.test"))
                        .out())
                .isEqualTo("small body");
    }

    @Test
    void keepsToAFamily() {
        assertThat(Typed.line("resolve", "--hosts", hosts, "both.test:80").out().lines())
                .containsExactlyInAnyOrder("127.0.0.1:80", "[::1]:80");
        assertThat(Typed.line("resolve", "-4", "--hosts", hosts, "both.test:80")
                        .out()
                        .lines())
                .containsExactly("127.0.0.1:80");
        assertThat(Typed.line("resolve", "-6", "--hosts", hosts, "both.test")
                        .out()
                        .lines())
                .containsExactly("::1");
        Typed wrong = Typed.line("get", "-4", "--hosts", hosts, named("six.test"));
        assertThat(wrong.status()).isEqualTo(6);
        assertThat(wrong.err()).contains("six.test");
        assertThat(Typed.line("get", "-6", site.url("/small")).status()).isEqualTo(6);
    }

    @Test
    void asksTheNameServersItIsTold() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> refuse(server));
            Typed typed = Typed.line(
                    "resolve", "-4", "--hosts", hosts, "--dns", "127.0.0.1:" + server.getLocalPort(), "x.test");
            assertThat(asked.get(10, TimeUnit.SECONDS)).isEqualTo("x.test");
            assertThat(typed.status()).isEqualTo(6);
            assertThat(typed.err()).contains("x.test").hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name.test", "127.0.0.1:99999", "127.0.0.1:", "::1:53:x", ""})
    void refusesNameServersThatAreNoAddresses(String server) {
        Typed typed = Typed.line("resolve", "--dns", server, "x.test");
        assertThat(typed.status()).as(typed.err()).isEqualTo(2);
        assertThat(Typed.line("get", "--dns", server, "x.test").status()).isEqualTo(2);
    }

    @Test
    void refusesWhatContradictsItself() {
        assertThat(Typed.line("get", "-4", "-6", "x.test").err()).contains("-4 and -6: expected one of them, got both");
        assertThat(Typed.line("resolve", "-4", "-6", "x.test").status()).isEqualTo(2);
        assertThat(Typed.line("demo", "-4", "-6").status()).isEqualTo(2);
    }

    @Test
    void refusesAHostsFileThatIsNotThere() {
        Typed typed = Typed.line("get", "--hosts", folder.resolve("none").toString(), "x.test");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("--hosts: expected a file that can be read");
        assertThat(Typed.line("get", "--hosts", folder.toString(), "x.test").status())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jackfield.family", "jackfield.serial", "jackfield.stagger", "jackfield.dns"})
    void saysWhichSystemPropertyIsWrong(String name) {
        System.setProperty(name, "foo");
        try {
            assertThatIllegalArgumentException()
                    .isThrownBy(Fittings::openPanel)
                    .withMessageStartingWith(name + ": ")
                    .withMessageContaining("foo");
        } finally {
            System.clearProperty(name);
        }
    }

    @Test
    void refusesMalformedNames() {
        assertThat(Typed.line("resolve", "a b c").status()).isEqualTo(2);
        assertThat(Typed.line("resolve", "127.0.0.1:99999").status()).isEqualTo(2);
        Typed unknown = Typed.line("resolve", "127.0.0.1:no-such-service");
        assertThat(unknown.status()).isEqualTo(6);
        assertThat(unknown.err()).contains("no-such-service");
    }

    @Test
    void resolvesLiteralsServicesAndPaths() {
        assertThat(Typed.line("resolve", "0x7f.1").out().strip()).isEqualTo("127.0.0.1");
        assertThat(Typed.line("resolve", "[::1]:https").out().strip()).isEqualTo("[::1]:443");
        assertThat(Typed.line("resolve", "127.0.0.1:any=17").out().strip()).isEqualTo("127.0.0.1:17");
        assertThat(Typed.line("resolve", "unix/:/tmp/x").out().strip()).isEqualTo("unix/:/tmp/x");
    }

    @Test
    void worksWithTheDemo() {
        Typed typed =
                Typed.line("demo", "--serial", "-4", "--seconds", "0.3", "--swap-every", "0.1", "--connections", "1");
        assertThat(typed.err()).isEmpty();
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains(" 0 failed");
    }

    private String named(String host) {
        return site.url("/small").replace("127.0.0.1", host);
    }

    /** Answers REFUSED to one question, and tells the name. */
    private static String refuse(DatagramSocket server) {
        try {
            DatagramPacket query = new DatagramPacket(new byte[512], 512);
            server.receive(query);
            byte[] octets = query.getData();
            octets[2] |= (byte) 0x80;
            octets[3] = 5;
            server.send(query);
            StringBuilder name = new StringBuilder();
            for (int at = 12; octets[at] != 0; at += 1 + octets[at]) {
                name.append(name.isEmpty() ? "" : ".").append(new String(octets, at + 1, octets[at]));
            }
            return name.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
