package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.connector.Connector;
import dev.jackfield.connector.Layer;
import dev.jackfield.connector.Plug;
import dev.jackfield.connector.Wire;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ExplainTest {
    private final Site site = new Site();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void tellsHowTheAnswerCameAbout() {
        Typed typed = Typed.line("explain", site.url("/small"));
        assertThat(typed.err()).isEmpty();
        assertThat(typed.status()).isZero();
        assertThat(typed.out().lines().map(line -> line.replaceAll("\\d+\\.\\d{3} ms", "T")))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("1. GET " + site.url("/small")),
                        route -> assertThat(route).isEqualTo("   route       plain"),
                        plugs -> assertThat(plugs)
                                .matches("   plugs       plain, generation \\d+, of dev\\.jackfield\\..*"),
                        pooled -> assertThat(pooled).isEqualTo("   connection  new"),
                        answers -> assertThat(answers).isEqualTo("   answers     at T " + site.withoutScheme("")),
                        tried -> assertThat(tried)
                                .isEqualTo("   tried       at T " + site.withoutScheme("") + ", for T: connected"),
                        peer -> assertThat(peer).isEqualTo("   peer        " + site.withoutScheme("")),
                        times -> assertThat(times)
                                .isEqualTo(
                                        "   times       begun at T, connecting at T, sending at T, head at T, end at T"),
                        outcome -> assertThat(outcome).isEqualTo("   outcome     HTTP/1.1 200 OK"),
                        blank -> assertThat(blank).isEmpty(),
                        answer -> assertThat(answer).isEqualTo("HTTP/1.1 200 OK, 10 octets of body"));
    }

    @Test
    void tellsACordByWhatItIsAndWhatDidTheWork() {
        try (Bench bench = new Bench()) {
            bench.line("plug", "between", "plain");
            bench.line("plug", "mine", "between");
            Typed typed = bench.line("explain", "--route", "mine", site.url("/small"));
            assertThat(typed.status()).as(typed.err()).isZero();
            String to = " to " + site.withoutScheme("") + " by ";
            long between = bench.panel.connector("between").orElseThrow().generation();
            Plug<Connector> plain = bench.panel.connector("plain").orElseThrow();
            assertThat(typed.out().lines().map(line -> line.replaceAll("\\d+\\.\\d{3} ms", "T")))
                    .anyMatch(line ->
                            line.matches("   plugs       mine, generation \\d+, of operator, a cord to between"))
                    .contains("   hops        at T mine" + to + "between, generation " + between
                            + ", of operator, a cord to plain")
                    .contains("               at T between" + to + "plain, generation " + plain.generation() + ", of "
                            + plain.owner());
        }
    }

    @Test
    void tellsACordAmongTheLayers() {
        try (Bench bench = new Bench()) {
            bench.panel.plug("same", 0, (Layer) (below, target, attempt) -> {
                CompletableFuture<Wire> done = new CompletableFuture<>();
                attempt.loop().execute(() -> done.complete(below));
                return done;
            });
            bench.line("plug", "mine", "same");
            Typed typed = bench.line("explain", "--route", "plain > mine", site.url("/small"));
            assertThat(typed.status()).as(typed.err()).isZero();
            assertThat(typed.out())
                    .contains("hop 2 of 2, mine to ", "mine to " + site.withoutScheme("") + " by same, ");
        }
    }

    @Test
    void tellsOfACircle() {
        try (Bench bench = new Bench()) {
            bench.panel.plug(
                    "trace",
                    0,
                    (target, attempt) -> bench.panel
                            .connector("plain", target)
                            .orElseThrow()
                            .plugged()
                            .connect(target, attempt));
            bench.line("plug", "plain", "trace");
            long trace = bench.panel.connector("trace").orElseThrow().generation();
            Typed typed = bench.line("explain", site.url("/small"));
            assertThat(typed.status()).isEqualTo(7);
            assertThat(typed.err())
                    .startsWith(
                            "jackfield: 595 CONNECT: Expected links that do not leave the work to each other in a circle,"
                                    + " got plain by trace, generation " + trace);
        }
    }

    @Test
    void takesTheOptionsOfGet() throws Exception {
        Path file = folder.resolve("body");
        Typed typed = Typed.line(
                "explain", "-i", "-o", file.toString(), "-X", "POST", "-H", "X-Mine: yes", site.url("/small"));
        assertThat(typed.status()).isZero();
        assertThat(typed.out().toLowerCase()).contains("1. post ", "\nx-site: yes");
        assertThat(Files.readString(file)).isEqualTo("small body");
        assertThat(site.last().headers().getFirst("X-Mine")).isEqualTo("yes");
        assertThat(Typed.line("explain", "-f", site.url("/missing")).status()).isEqualTo(22);
        assertThat(Typed.line("explain", "-v", site.url("/small")).err()).contains("> GET /small HTTP/1.1");
        assertThat(Typed.line("explain", "-o", "", site.url("/small")).status()).isEqualTo(2);
    }

    @Test
    void tellsWhatWasTriedInVain() throws Exception {
        ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        gone.close();
        String address = "127.0.0.1:" + gone.getLocalPort();
        Typed typed = Typed.line("explain", address);
        assertThat(typed.status()).isEqualTo(7);
        assertThat(typed.out())
                .contains(
                        "   connection  none, for it could not be made",
                        "   tried       at ",
                        address + ", for ",
                        "refused");
        assertThat(typed.err()).startsWith("jackfield: 595 CONNECT: ");
    }

    @Test
    void showsNoPassword() {
        Typed typed = Typed.line(
                "explain", "--route", "plain > socks5(me:secret@127.0.0.1:1)", "http://you:hidden@origin.test/");
        assertThat(typed.out() + typed.err()).contains("me:***@").doesNotContain("secret", "hidden");
    }

    @Test
    void tellsOfATimeThatIsUp() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Typed typed = Typed.line("explain", "-m", "0.2", "127.0.0.1:" + mute.getLocalPort());
            assertThat(typed.status()).isEqualTo(28);
            assertThat(typed.out()).contains("sending at ").doesNotContain("head at ");
        }
    }
}
