package dev.jackfield.itest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieContext;
import dev.jackfield.cookies.CookieFormat;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.cookies.SetCookies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cookies.txt} between a real curl and us: each keeps and sends what the other would. */
class JarIT {
    private static final String HOST = "w.h.test";
    private static final List<String> LINES = List.of(
            "host=only",
            "domain=wide; Domain=h.test; Path=/",
            "deep=1; Path=/dir/deeper",
            "near=2; Path=/dir",
            "kept=3; Max-Age=1000; HttpOnly",
            "dated=4; Expires=Fri, 06 Nov 2099 08:49:37 GMT",
            "gone=5; Max-Age=0",
            "secret=6; Secure",
            "foreign=7; Domain=other.test",
            "elsewhere=8; Path=/dirty",
            "empty=",
            "quoted=\"a b\"");

    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireCurl() {
        Peers.require("curl", Curl.installed());
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, ""));
        server.createContext("/dir/set", exchange -> {
            LINES.forEach(line -> exchange.getResponseHeaders().add("Set-Cookie", line));
            answer(exchange, "");
        });
        server.createContext(
                "/dir/echo",
                exchange -> answer(
                        exchange, String.join("\n", exchange.getRequestHeaders().getOrDefault("Cookie", List.of()))));
        server.start();
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(200, octets.length == 0 ? -1 : octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String curl(String path, String... options) throws Exception {
        int port = server.getAddress().getPort();
        String[] all = new String[options.length + 3];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = "--resolve";
        all[options.length + 1] = HOST + ":" + port + ":127.0.0.1";
        all[options.length + 2] = "http://" + HOST + ":" + port + path;
        return Curl.run(all);
    }

    private static MemoryJar ours() {
        MemoryJar jar = MemoryJar.create();
        jar.store(new SetCookies(context("/dir/set"), LINES, Optional.empty()));
        return jar;
    }

    private static CookieContext context(String path) {
        return new CookieContext(false, HOST, path);
    }

    private static List<String> sent(MemoryJar jar) {
        return jar.cookies(context("/dir/echo")).stream()
                .map(Cookie::pair)
                .sorted()
                .toList();
    }

    /** Where a cookie brings no path, curl keeps the slash at the end of the folder's, against RFC 6265bis section 5.1.4. */
    private static String described(Cookie cookie) {
        String place = cookie.toString().replaceFirst("(?<=.)/$", "");
        return place + " " + cookie.value() + " " + cookie.secure() + cookie.httpOnly()
                + cookie.expires().isPresent();
    }

    @Test
    void readsWhatCurlHasKept() throws Exception {
        Path file = folder.resolve("cookies.txt");
        curl("/dir/set", "--cookie-jar", file.toString());

        List<Cookie> read = CookieFormat.NETSCAPE.read(file);

        assertThat(read)
                .extracting(JarIT::described)
                .containsExactlyInAnyOrderElementsOf(
                        ours().all().stream().map(JarIT::described).toList());
        MemoryJar jar = MemoryJar.create();
        jar.add(read);
        assertThat(sent(jar)).isEqualTo(sent(ours()));
    }

    @Test
    void writesWhatCurlSends() throws Exception {
        Path file = folder.resolve("cookies.txt");
        CookieFormat.NETSCAPE.write(file, ours().all());

        String cookie = curl("/dir/echo", "--cookie", file.toString());

        assertThat(cookie.strip().split("; ")).containsExactlyInAnyOrderElementsOf(sent(ours()));
        assertThat(sent(ours())).hasSizeGreaterThan(5);
    }

    @Test
    void curlKeepsItsFileThroughOurHands() throws Exception {
        Path theirs = folder.resolve("theirs.txt");
        Path again = folder.resolve("again.txt");
        curl("/dir/set", "--cookie-jar", theirs.toString());

        CookieFormat.NETSCAPE.write(again, CookieFormat.NETSCAPE.read(theirs));

        assertThat(curl("/dir/echo", "--cookie", again.toString()).split("; "))
                .containsExactlyInAnyOrder(
                        curl("/dir/echo", "--cookie", theirs.toString()).split("; "));
    }
}
