package dev.jackfield.itest.fuzz;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.orRefusal;
import static dev.jackfield.itest.fuzz.Promise.readable;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.address.IpAddress;
import dev.jackfield.http.internal.url.UnsupportedScheme;
import dev.jackfield.http.internal.url.Url;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** URLs, and references from where the first line leads to. */
final class UrlParser implements Parser {
    private static final String SECRET = "hUsH-9";
    private static final Url USUAL = Url.parse("https://origin.test/a/b?c#d");

    @Override
    public void feed(byte[] input) {
        String text = Text.of(input);
        orRefusal(() -> Url.parse(text)).ifPresent(UrlParser::sound);
        int line = text.indexOf('\n');
        Url base = line < 0
                ? USUAL
                : orRefusal(() -> Url.parse(text.substring(0, line))).orElse(USUAL);
        String reference = text.substring(line + 1);
        orOtherScheme(() -> base.resolve(reference)).ifPresent(UrlParser::sound);
        if (!text.contains(SECRET)) {
            showsNoSecret("http://user:" + SECRET + "@" + text);
            showsNoSecret("http://user:" + SECRET + text + "@origin.test");
        }
    }

    private static void sound(Url url) {
        String shown = url.shown();
        holds(shown.chars().allMatch(c -> c > 0x20 && c < 0x7F), () -> "More than visible ASCII: " + shown);
        holds(url.target().startsWith("/") && url.target().indexOf('#') < 0, () -> "No target: " + url.target());
        holds(url.authority().matches("([^/?#@:\\[\\]]+|\\[[0-9a-f:.]+])(:[1-9][0-9]*)?"), () -> "No host: " + shown);
        same(Url.parse(shown), url, () -> "Shown and parsed again");
        String host = url.origin().hostPort().host();
        Optional<IpAddress> address = IpAddress.parse(host);
        // The usual form of a mapped address is that of IPv4, but here it was written as IPv6.
        holds(
                address.isEmpty() || host.equals(address.get().toString()) || host.equals("::ffff:" + address.get()),
                () -> "An address in another form than the usual: " + host);
        Url normal = url.resolve(shown);
        holds(
                Arrays.stream(normal.path().split("/"))
                        .noneMatch(segment -> segment.replaceAll("(?i)%2e", ".").matches("\\.\\.?")),
                () -> "Dot segments: " + normal.path());
        same(normal.resolve(normal.shown()), normal, () -> "Resolved again");
        same(normal.resolve(""), normal, () -> "The same document");
    }

    private static Optional<Url> orOtherScheme(Supplier<Url> resolved) {
        return orRefusal(() -> {
                    try {
                        return Optional.of(resolved.get());
                    } catch (UnsupportedScheme e) {
                        readable(e.getMessage());
                        return Optional.<Url>empty();
                    }
                })
                .flatMap(url -> url);
    }

    private static void showsNoSecret(String url) {
        try {
            Url.parse(url);
        } catch (IllegalArgumentException e) {
            readable(e.getMessage());
            holds(!e.getMessage().contains(SECRET), () -> "A password in a message: " + e.getMessage());
        }
    }
}
