package dev.jackfield.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectTest {
    private final Site site = new Site();
    private final Proxy proxy = new Proxy();

    @AfterEach
    void close() {
        site.close();
        proxy.close();
    }

    @Test
    void joinsStandardInputAndOutput() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> echo = CompletableFuture.runAsync(() -> echo(server));
            Typed typed = Typed.with(Site.BIG, "connect", "127.0.0.1:" + server.getLocalPort());
            echo.join();
            assertThat(typed.err()).isEmpty();
            assertThat(typed.status()).isZero();
            assertThat(typed.octets()).isEqualTo(Site.BIG);
        }
    }

    @Test
    void goesAlongARouteAndTells() {
        byte[] request =
                "GET /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        Typed typed = Typed.with(
                request, "connect", "-v", "--route", "plain > socks5(" + proxy.address() + ")", site.withoutScheme(""));
        assertThat(typed.out()).startsWith("HTTP/1.1 200").endsWith("small body");
        assertThat(typed.err()).contains("* hop 2 of 2, socks5(");
        assertThat(proxy.asked).containsExactly(site.withoutScheme(""));
    }

    @Test
    void asksTheProxyForATunnel() {
        byte[] request =
                "GET /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(Typed.with(request, "connect", "-x", proxy.address(), site.withoutScheme(""))
                        .out())
                .endsWith("small body");
        assertThat(proxy.asked).containsExactly("CONNECT " + site.withoutScheme(""));
    }

    @Test
    void endsWhenTheOtherSideDoesWhoeverTypes() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> rude = CompletableFuture.runAsync(() -> {
                try (Socket peer = server.accept()) {
                    peer.getOutputStream().write('x');
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            CompletableFuture<Integer> never = new CompletableFuture<>();
            InputStream typing = new InputStream() {
                @Override
                public int read() {
                    return never.join();
                }
            };
            Typed typed = Typed.into(
                    OutputStream.nullOutputStream(), typing, "connect", "127.0.0.1:" + server.getLocalPort());
            rude.join();
            never.complete(-1);
            assertThat(typed.status()).isZero();
        }
    }

    @Test
    void tellsWhatGoesWrong() throws Exception {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.close();
        Typed typed = Typed.line("connect", "127.0.0.1:" + server.getLocalPort());
        assertThat(typed.status()).isEqualTo(7);
        assertThat(typed.err()).startsWith("jackfield: ").hasLineCount(1);
        Typed tls = Typed.line("connect", "--tls", "high", "--timeout", "0.2", site.withoutScheme(""));
        assertThat(tls.status()).isEqualTo(28);
        assertThat(tls.err()).contains("hop 2 of 2, tls(high) to ");
        try (Proxy refusing = new Proxy("no")) {
            Typed refused =
                    Typed.line("connect", "--route", "plain > socks5(" + refusing.address() + ")", "127.0.0.1:1");
            assertThat(refused.status()).isEqualTo(97);
        }
    }

    private static void echo(ServerSocket server) {
        try (Socket peer = server.accept()) {
            peer.getInputStream().transferTo(peer.getOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
