package dev.jackfield.cookies.internal.files;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.SameSite;
import dev.jackfield.cookies.internal.jar.CookieChecks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the seed's structure of version 2 from JSON. */
public final class VersionTwoReader {
    private final String text;
    private final List<Placed> cookies = new ArrayList<>();

    private VersionTwoReader(String text) {
        this.text = text;
    }

    /** A cookie and its place among all. */
    private record Placed(Cookie cookie, double order) {}

    public static List<Cookie> read(String text) {
        VersionTwoReader reader = new VersionTwoReader(text);
        reader.jar(JsonReader.read(text));
        return reader.cookies.stream()
                .sorted(Comparator.comparingDouble(Placed::order))
                .map(Placed::cookie)
                .toList();
    }

    private void jar(Json json) {
        Map<String, Json> jar = members(json, "a jar");
        if (!isVersionTwo(jar.get(VersionTwo.VERSION_KEY))) {
            return;
        }
        jar.forEach((host, paths) -> {
            // The seed keeps whatever else somebody has put there.
            if (paths instanceof Json.Members) {
                members(paths, "paths")
                        .forEach((path, names) -> members(names, "names")
                                .forEach((name, attributes) -> cookie(host, path, name, attributes, false)));
            }
        });
    }

    private static boolean isVersionTwo(Json version) {
        return version instanceof Json.Number number && number.value().equals(VersionTwo.VERSION)
                || version instanceof Json.Text text && text.value().equals(VersionTwo.VERSION);
    }

    private void cookie(String host, String path, String name, Json json, boolean twin) {
        Map<String, Json> attributes = members(json, "attributes");
        ReadCookie cookie = new ReadCookie();
        cookie.domain = host;
        cookie.path = path;
        cookie.name = name;
        cookie.value = text(attributes.get(VersionTwo.VALUE));
        Json hostOnly = attributes.get(VersionTwo.HOST_ONLY);
        cookie.hostOnly = twin || hostOnly instanceof Json.Number || !attributes.containsKey(VersionTwo.DOMAIN);
        cookie.expires = number(attributes, VersionTwo.EXPIRES).map(ReadCookie::moment);
        cookie.secure = flag(attributes.get(VersionTwo.SECURE));
        cookie.httpOnly = flag(attributes.get(VersionTwo.HTTP_ONLY));
        cookie.partitioned = flag(attributes.get(VersionTwo.PARTITIONED));
        cookie.sameSite = sameSite(text(attributes.get(VersionTwo.SAME_SITE)));
        number(attributes, VersionTwo.CREATED).map(ReadCookie::moment).ifPresent(made -> cookie.created = made);
        cookie.used =
                number(attributes, VersionTwo.USED).map(ReadCookie::moment).orElse(cookie.created);
        try {
            double order = number(attributes, VersionTwo.ORDER).orElse((double) cookies.size());
            cookies.add(new Placed(cookie.checked(), order));
        } catch (IllegalArgumentException e) {
            throw Place.wrong(text, json.at(), "expected a cookie that can be: " + e.getMessage());
        }
        if (hostOnly instanceof Json.Members) {
            cookie(host, path, name, hostOnly, true);
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
        if (json == null || json instanceof Json.Word word && word.value().equals("null")) {
            return "";
        }
        throw Place.wrong(text, json.at(), "expected a text, got something else");
    }

    /** It is there or not, and in the seed nearly always without a value. */
    private static boolean flag(Json json) {
        return json != null && !(json instanceof Json.Word word && word.value().equals("false"));
    }

    private Optional<Double> number(Map<String, Json> attributes, String key) {
        Json json = attributes.get(key);
        if (json == null) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text(json));
            if (Double.isFinite(number)) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw Place.wrong(text, json.at(), "expected a number as " + key + ", got something else");
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
