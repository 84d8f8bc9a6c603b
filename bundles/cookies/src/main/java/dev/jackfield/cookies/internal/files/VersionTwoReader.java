package dev.jackfield.cookies.internal.files;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.SameSite;
import dev.jackfield.cookies.internal.jar.CookieChecks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the seed's structure of version 2. */
public final class VersionTwoReader {
    private static final Pattern TWO = Pattern.compile(VersionTwo.VERSION + "(\\.0+)?");

    private final String text;
    private final boolean strict;
    private final List<Placed> cookies = new ArrayList<>();

    private VersionTwoReader(String text, boolean strict) {
        this.text = text;
        this.strict = strict;
    }

    /** A cookie and its place among all. */
    private record Placed(Cookie cookie, double order) {}

    /** From JSON, which is refused as a whole if something in it is wrong. */
    public static List<Cookie> read(String text) {
        return new VersionTwoReader(text, true).jar(JsonReader.read(text));
    }

    /** From plain maps, where what is wrong is left out. */
    public static List<Cookie> read(Map<String, ?> structure) {
        return new VersionTwoReader("", false).jar(PlainMaps.json(structure));
    }

    private List<Cookie> jar(Json json) {
        Map<String, Json> jar = members(json, "a jar");
        if (isVersionTwo(jar.get(VersionTwo.VERSION_KEY))) {
            // The seed keeps whatever else somebody has put there.
            jar.forEach((host, paths) -> {
                if (paths instanceof Json.Members hosted) {
                    hosted.all().forEach((path, names) -> orNothing(() -> names(host, path, names)));
                }
            });
        }
        return cookies.stream()
                .sorted(Comparator.comparingDouble(Placed::order))
                .map(Placed::cookie)
                .toList();
    }

    private static boolean isVersionTwo(Json version) {
        return version instanceof Json.Number number
                        && TWO.matcher(number.value()).matches()
                || version instanceof Json.Text text
                        && TWO.matcher(text.value()).matches();
    }

    private void names(String host, String path, Json names) {
        members(names, "names")
                .forEach((name, attributes) -> orNothing(() -> cookie(host, path, name, attributes, false)));
    }

    private void orNothing(Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            if (strict) {
                throw e;
            }
        }
    }

    private void cookie(String host, String path, String name, Json json, boolean twin) {
        Map<String, Json> attributes = members(json, "attributes");
        Json hostOnly = attributes.get(VersionTwo.HOST_ONLY);
        if (!twin && hostOnly instanceof Json.Members) {
            orNothing(() -> cookie(host, path, name, hostOnly, true));
        }
        ReadCookie cookie = new ReadCookie();
        cookie.domain = host;
        cookie.path = path;
        cookie.name = name;
        cookie.value = text(attributes.get(VersionTwo.VALUE));
        cookie.hostOnly = twin
                || hostOnly instanceof Json.Number
                || hostOnly instanceof Json.Text
                || !attributes.containsKey(VersionTwo.DOMAIN) && !host.startsWith(".");
        cookie.expires = moment(attributes, VersionTwo.EXPIRES);
        cookie.secure = flag(attributes.get(VersionTwo.SECURE));
        cookie.httpOnly = flag(attributes.get(VersionTwo.HTTP_ONLY));
        cookie.partitioned = flag(attributes.get(VersionTwo.PARTITIONED));
        cookie.sameSite = sameSite(text(attributes.get(VersionTwo.SAME_SITE)));
        moment(attributes, VersionTwo.CREATED).ifPresent(made -> cookie.created = made);
        cookie.used = moment(attributes, VersionTwo.USED).orElse(cookie.created);
        double order = number(attributes, VersionTwo.ORDER)
                .map(BigDecimal::doubleValue)
                .orElse((double) cookies.size());
        try {
            cookies.add(new Placed(cookie.checked(), order));
        } catch (IllegalArgumentException e) {
            throw Place.wrong(text, json.at(), "expected a cookie that can be: " + e.getMessage());
        }
    }

    private Map<String, Json> members(Json json, String what) {
        if (json instanceof Json.Members members) {
            return members.all();
        }
        throw Place.wrong(text, json.at(), "expected " + what + " in braces, got something else");
    }

    /** The seed knows a name without a value, and Perl writes some numbers as such. */
    private String text(Json json) {
        if (json instanceof Json.Text value) {
            return value.value();
        }
        if (json instanceof Json.Number number) {
            return number.value();
        }
        if (isNothing(json)) {
            return "";
        }
        throw Place.wrong(text, json.at(), "expected a text, got something else");
    }

    private static boolean isNothing(Json json) {
        return json == null || json instanceof Json.Word word && word.value().equals("null");
    }

    /** It is there or not, and in the seed nearly always without a value. */
    private static boolean flag(Json json) {
        return json != null && !(json instanceof Json.Word word && word.value().equals("false"));
    }

    private Optional<Instant> moment(Map<String, Json> attributes, String key) {
        return number(attributes, key).map(ReadCookie::moment);
    }

    private Optional<BigDecimal> number(Map<String, Json> attributes, String key) {
        Json json = attributes.get(key);
        if (isNothing(json)) {
            return Optional.empty();
        }
        return Optional.of(Decimals.parse(text(json))
                .orElseThrow(
                        () -> Place.wrong(text, json.at(), "expected a number as " + key + ", got something else")));
    }

    private static SameSite sameSite(String value) {
        return switch (CookieChecks.lowerCase(value)) {
            case "strict" -> SameSite.STRICT;
            case "lax" -> SameSite.LAX;
            case "none" -> SameSite.NONE;
            default -> SameSite.DEFAULT;
        };
    }
}
