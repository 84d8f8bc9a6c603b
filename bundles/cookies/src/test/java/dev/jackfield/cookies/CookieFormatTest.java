package dev.jackfield.cookies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CookieFormatTest {
    @TempDir
    private Path folder;

    private static Tried full() {
        Tried tried = new Tried();
        tried.set(
                "https://w.h.test/x",
                "z=1; Max-Age=100; Secure; HttpOnly; SameSite=Strict",
                "a=\"b c\"; Domain=h.test; Path=/x");
        tried.pass(Duration.ofMillis(1250));
        tried.set(
                "https://w.h.test/x",
                "a=host; Domain=w.h.test",
                "a=only; Partitioned; Secure",
                "nameless",
                "e=",
                "l=caf\u00e9");
        tried.set("http://::1/", "six=1").set("http://127.0.0.1/", "four=1");
        return tried;
    }

    private static List<Cookie> again(CookieFormat format, List<Cookie> cookies) {
        return format.parse(format.format(cookies));
    }

    @Test
    void jsonHoldsAllThereIs() {
        Tried tried = full();
        tried.pass(Duration.ofSeconds(3)).get("https://w.h.test/x");
        List<Cookie> all = tried.jar.all();
        assertThat(all).hasSize(9);
        assertThat(again(CookieFormat.JSON, all)).isEqualTo(all);
        assertThat(CookieFormat.JSON.format(all)).isEqualTo(CookieFormat.JSON.format(again(CookieFormat.JSON, all)));
    }

    @Test
    void jsonIsTheSeedsStructure() {
        Tried tried = new Tried();
        tried.set("https://w.h.test/x", "a=b; Max-Age=100; Secure; Domain=h.test", "c=d");
        JsonObject jar = JsonParser.parseString(CookieFormat.JSON.format(tried.jar.all()))
                .getAsJsonObject();
        long now = Tried.BEGIN.getEpochSecond();
        assertThat(jar.get("version").getAsInt()).isEqualTo(2);
        assertThat(jar.getAsJsonObject("h.test").getAsJsonObject("/").getAsJsonObject("a"))
                .isEqualTo(JsonParser.parseString("{\"value\": \"b\", \"_expires\": " + (now + 100)
                        + ", \"domain\": \"h.test\", \"secure\": null, \"_created\": " + now + ", \"_used\": " + now
                        + ", \"_order\": 0}"));
        assertThat(jar.getAsJsonObject("w.h.test")
                        .getAsJsonObject("/")
                        .getAsJsonObject("c")
                        .keySet())
                .containsExactly("value", "_created", "_used", "_order", "_hostonly");
    }

    @Test
    void readsWhatTheSeedWrites() {
        List<Cookie> cookies = CookieFormat.JSON.parse("""
                {"version":"2","junk":"x","list":[1,{"a":[]}],
                 "H.test":{"/":{"a":{"value":"b","httponly":null,"_expires":1700000000.5,"priority":"high"},
                                "n":{"value":null}},
                           "/x":{"7":{"value":42,"domain":"h.test","secure":""}}}}
                """);
        assertThat(cookies).extracting(Cookie::pair).containsExactly("a=b", "n=", "7=42");
        assertThat(cookies).extracting(Cookie::hostOnly).containsExactly(true, true, false);
        assertThat(cookies).extracting(Cookie::httpOnly).containsExactly(true, false, false);
        assertThat(cookies).extracting(Cookie::secure).containsExactly(false, false, true);
        assertThat(cookies).extracting(Cookie::domain).containsOnly("h.test");
        assertThat(cookies.get(0).expires()).contains(Instant.ofEpochSecond(1_700_000_000, 500_000_000));
    }

    @Test
    void jsonHoldsTimesToTheNanosecond() {
        Instant odd = Instant.ofEpochSecond(1_700_000_000, 123_456_789);
        Instant before = Instant.ofEpochSecond(-1, 1);
        Cookie cookie = new Cookie(
                "a",
                "b",
                "h.test",
                true,
                "/",
                Optional.of(HttpDate.LAST.minusNanos(1)),
                false,
                false,
                SameSite.DEFAULT,
                false,
                before,
                odd);
        assertThat(again(CookieFormat.JSON, List.of(cookie))).containsExactly(cookie);
        assertThat(CookieFormat.JSON.format(List.of(cookie)))
                .contains("\"_created\": -0.999999999,", "\"_used\": 1700000000.123456789,");
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000.25, 1700000000, 250000000",
        "1.7e9, 1700000000, 0",
        "'\"1700000000\"', 1700000000, 0",
        "1700000000.1234567899, 1700000000, 123456789",
        "1e-300, 0, 0",
        "-1e300, -253402300799, 0",
        "253402300799.5, 253402300799, 0"
    })
    void readsTimesInAnyForm(String written, long seconds, int nanos) {
        assertThat(CookieFormat.JSON.parse("{\"version\":2,\"h.test\":{\"/\":{\"a\":{\"_expires\":" + written + "}}}}"))
                .extracting(Cookie::expires)
                .containsExactly(Optional.of(Instant.ofEpochSecond(seconds, nanos)));
    }

    @ParameterizedTest
    @CsvSource({"1e-999999999", "1e999999999", "'\" 1\"'", "'\"\"'", "true"})
    void refusesTimesThatNobodyMeans(String written) {
        assertThatThrownBy(() -> CookieFormat.JSON.parse(
                        "{\"version\":2,\"h.test\":{\"/\":{\"a\":{\"_expires\":" + written + "}}}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Line 1, column 45: expected a ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"version\":1,\"h.test\":{\"/\":{\"a\":{\"value\":\"b\"}}}}", "{\"version\":[2]}"})
    void anotherVersionIsAnEmptyJar(String text) {
        assertThat(CookieFormat.JSON.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Line 1, column 1: expected a value of JSON, got the end",
                "[] | Line 1, column 1: expected a jar in braces, got something else",
                "{\"version\":2 | Line 1, column 13: expected a comma or }, got the end",
                "{\"version\":2,} | Line 1, column 14: expected a key in quotes, got something else",
                "{\"version\":2}x | Line 1, column 14: expected the end of the text, got something else",
                "{\"version\":02} | Line 1, column 12: expected a number without noughts before it, got something else",
                "{\"a\":1,\"a\":2} | Line 1, column 8: expected each key once, got something else",
                "{\"a\":\"\\x\"} | Line 1, column 8: expected an escape of JSON, got something else",
                "{\"a\":\"\\u00g0\"} | Line 1, column 11: expected four hexadecimal digits, got something else",
                "{\"a\":tru} | Line 1, column 6: expected a value of JSON, got something else",
                "{\"version\":2,\"h.test\":{\"/\":1}} | Line 1, column 28: expected names in braces, got something else",
                "{\"version\":2,\"h.test\":{\"/\":{\"a\":{\"value\":{}}}}} | Line 1, column 42: expected a text, got something else",
                "{\"version\":2,\"h.test\":{\"/\":{\"a\":{\"_expires\":\"soon\"}}}} | Line 1, column 45: expected a number as _expires, got something else",
                "{\"version\":2,\"h.test\":{\"x\":{\"a\":{}}}} | Line 1, column 33: expected a cookie that can be: Expected a path that begins with /, got another in cookie a of h.testx",
                "{\"version\":2,\"h test\":{\"/\":{\"a\":{}}}} | Line 1, column 33: expected a cookie that can be: Expected a domain in lower case, with A-labels, without a dot at either end, or an IP address in its usual form, got \"h test\""
            })
    void tellsWhereJsonIsWrong(String text, String message) {
        assertThatThrownBy(() -> CookieFormat.JSON.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsTooDeepForAJar() {
        assertThatThrownBy(() -> CookieFormat.JSON.parse("[".repeat(100_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Line 1, column 18: expected a jar, which is not that deep, got something else");
    }

    @Test
    void countsLines() {
        assertThatThrownBy(() -> CookieFormat.JSON.parse("{\n  \"version\": 2,\n  oops"))
                .hasMessage("Line 3, column 3: expected a key in quotes, got something else");
    }

    @Test
    void netscapeKeepsWhatItCan() {
        List<Cookie> all = full().jar.all();
        List<Cookie> read = again(CookieFormat.NETSCAPE, all);
        assertThat(read)
                .extracting(Cookie::pair)
                .isEqualTo(all.stream().map(Cookie::pair).toList());
        assertThat(read)
                .extracting(Cookie::hostOnly)
                .isEqualTo(all.stream().map(Cookie::hostOnly).toList());
        assertThat(read)
                .extracting(Cookie::domain)
                .isEqualTo(all.stream().map(Cookie::domain).toList());
        assertThat(read)
                .extracting(Cookie::httpOnly)
                .isEqualTo(all.stream().map(Cookie::httpOnly).toList());
        assertThat(read)
                .extracting(Cookie::expires)
                .isEqualTo(all.stream().map(Cookie::expires).toList());
    }

    @Test
    void netscapeIsWhatCurlReads() {
        Tried tried = new Tried();
        tried.set("https://w.h.test/x/", "a=b; Max-Age=100; Secure; HttpOnly; Domain=h.test", "c=d e");
        assertThat(CookieFormat.NETSCAPE.format(tried.jar.all()).lines().filter(line -> line.contains("\t")))
                .containsExactly(
                        "#HttpOnly_.h.test\tTRUE\t/x\tTRUE\t" + (Tried.BEGIN.getEpochSecond() + 100) + "\ta\tb",
                        "w.h.test\tFALSE\t/x\tFALSE\t0\tc\td e");
        assertThat(CookieFormat.NETSCAPE.format(List.of())).startsWith("# Netscape HTTP Cookie File\n");
    }

    @Test
    void netscapeLeavesOutWhatItCannotHold() {
        Tried tried = new Tried();
        tried.set("http://h.test/", "a\tb=1", "c=2; Path=/x\ty", "d=3\t4");
        assertThat(again(CookieFormat.NETSCAPE, tried.jar.all()))
                .extracting(Cookie::pair)
                .containsExactly("d=3\t4");
    }

    @Test
    void readsWhatCurlWrites() {
        List<Cookie> cookies = CookieFormat.NETSCAPE.parse("# Netscape HTTP Cookie File\r\n"
                + "# https://curl.se/docs/http-cookies.html\r\n\r\n"
                + "#HttpOnly_.h.test\tTRUE\t/\tTRUE\t1700000000\ta\tb\r\n"
                + "127.0.0.1\tFALSE\t/x\tFALSE\t0\tc\t\r\n"
                + "localhost\tFALSE\t/\tFALSE\t-1\td");
        assertThat(cookies).extracting(Cookie::pair).containsExactly("a=b", "c=", "d=");
        assertThat(cookies).extracting(Cookie::domain).containsExactly("h.test", "127.0.0.1", "localhost");
        assertThat(cookies)
                .extracting(Cookie::expires)
                .containsExactly(
                        Optional.of(Instant.ofEpochSecond(1_700_000_000)),
                        Optional.empty(),
                        Optional.of(Instant.ofEpochSecond(-1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h.test | Line 1, column 1: expected a domain and a tab, got the end of the line",
                "h.test;TRUE;/;FALSE;0 | Line 1, column 21: expected seconds since 1970 and a tab, got the end of the line",
                "h.test;yes;/;FALSE;0;a;b | Line 1, column 8: expected TRUE or FALSE, got \"yes\"",
                "h.test;TRUE;/;;0;a;b | Line 1, column 15: expected TRUE or FALSE, got \"\"",
                "h.test;TRUE;/;FALSE;soon;a;b | Line 1, column 21: expected seconds since 1970, got \"soon\"",
                "h.test;TRUE;x;FALSE;0;a;b | Line 1, column 1: expected a cookie that can be: Expected a path that begins with /, got another in cookie a of .h.testx"
            })
    void tellsWhereNetscapeIsWrong(String line, String message) {
        assertThatThrownBy(() -> CookieFormat.NETSCAPE.parse("# one\n\n" + line.replace(';', '\t') + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message.replace("Line 1", "Line 3"));
    }

    /** A colon makes no address, and a leading dot no name. */
    @ParameterizedTest
    @CsvSource({
        "x:y",
        ".h:\\0test",
        "::g",
        "[::1]",
        "..h.test",
        ".",
        "''",
        "h..test",
        "fe80::1%eth0",
        "h.1",
        "1.2.3.256"
    })
    void refusesWhatIsNoHost(String written) {
        String host = written.replace("\\0", "\0");
        String shown = "or an IP address in its usual form, got \"" + written.replace("\\0", "?") + "\"";
        assertThatThrownBy(() -> CookieFormat.NETSCAPE.parse(host + "\tFALSE\t/\tFALSE\t0\ta\tb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Line 1, column 1: expected a cookie that can be: ")
                .hasMessageEndingWith(shown);
        assertThatThrownBy(() -> CookieFormat.JSON.parse(
                        "{\"version\":2,\"" + host.replace("\0", "\\u0000") + "\":{\"/\":{\"a\":{}}}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0::1, 2001:db8::1",
        "::ffff:1.2.3.4, ::ffff:1.2.3.4",
        "127.1, 127.0.0.1",
        "0X7f.1, 127.0.0.1",
        "H.Test., h.test",
        ".h.test, h.test",
        "b\u00fccher.test, xn--bcher-kva.test",
        "a~b_.test, a~b_.test",
        "xn--a.test, xn--a.test"
    })
    void readsHostsAsTheClientHasThem(String host, String expected) {
        assertThat(CookieFormat.NETSCAPE.parse(host + "\tFALSE\t/\tFALSE\t0\ta\tb"))
                .extracting(Cookie::domain)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void writesAndReadsFilesAsAWhole(CookieFormat format) throws Exception {
        Path file = folder.resolve("jar");
        Files.writeString(file, "old");
        List<Cookie> all = full().jar.all();
        format.write(file, all);
        assertThat(format.read(file))
                .extracting(Cookie::pair)
                .isEqualTo(all.stream().map(Cookie::pair).toList());
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void nobodyElseMayReadANewFile() throws Exception {
        Path file = folder.resolve("jar");
        CookieFormat.JSON.write(file, List.of());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        CookieFormat.JSON.write(file, List.of());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void writesWhereALinkPoints() throws Exception {
        Path file = Files.writeString(folder.resolve("jar"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        CookieFormat.JSON.write(link, List.of());
        assertThat(link).isSymbolicLink();
        assertThat(CookieFormat.JSON.read(file)).isEmpty();
    }

    @Test
    void tellsWhichFileIsWrong() throws Exception {
        Path file = Files.write(folder.resolve("jar"), "{\"caf\u00e9\"".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> CookieFormat.JSON.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ": Line 1, column 8: expected a colon, got the end");
        assertThatThrownBy(() -> CookieFormat.JSON.read(folder.resolve("none"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> CookieFormat.JSON.write(folder.resolve("none/jar"), List.of()))
                .isInstanceOf(IOException.class);
    }
}
