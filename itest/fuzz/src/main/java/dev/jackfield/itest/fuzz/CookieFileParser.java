package dev.jackfield.itest.fuzz;

import static dev.jackfield.itest.fuzz.Promise.orRefusal;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.CookieFormat;
import dev.jackfield.cookies.CookieStructure;
import dev.jackfield.cookies.MemoryJar;
import java.util.List;
import java.util.Optional;

/** Files of cookies, in either format: what can be read can be kept, and written so that it is the same again. */
final class CookieFileParser implements Parser {

    @Override
    public void feed(byte[] input) {
        String text = Text.of(input);
        for (CookieFormat format : CookieFormat.values()) {
            orRefusal(() -> format.parse(text)).flatMap(CookieFileParser::kept).ifPresent(CookieFileParser::again);
        }
    }

    private static Optional<List<Cookie>> kept(List<Cookie> cookies) {
        MemoryJar jar = MemoryJar.create();
        return orRefusal(() -> {
            jar.add(cookies);
            return jar.all();
        });
    }

    private static void again(List<Cookie> all) {
        same(CookieFormat.JSON.parse(CookieFormat.JSON.format(all)), all, () -> "JSON");
        same(CookieStructure.read(CookieStructure.write(all)), all, () -> "Maps");
        List<String> pairs = all.stream()
                .filter(cookie ->
                        !cookie.name().contains("\t") && !cookie.path().contains("\t"))
                .map(Cookie::pair)
                .toList();
        same(
                CookieFormat.NETSCAPE.parse(CookieFormat.NETSCAPE.format(all)).stream()
                        .map(Cookie::pair)
                        .toList(),
                pairs,
                () -> "cookies.txt");
    }
}
