package dev.jackfield.anyevent.internal.http;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.SameSite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the seed's structure, which anybody may have made: whatever is not as it should be is left out. */
final class StructureReader {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal FIRST = BigDecimal.valueOf(Instant.MIN.getEpochSecond());
    private static final BigDecimal LAST = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

    private final List<Placed> cookies = new ArrayList<>();

    private StructureReader() {}

    /** A cookie and its place among all. */
    private record Placed(Cookie cookie, double order) {}

    /** In the order in which they were made; none, if it is of another version. */
    static List<Cookie> read(Map<String, Object> structure) {
        StructureReader reader = new StructureReader();
        if (text(structure.get(Structure.VERSION)).matches("2(\\.0)?")) {
            structure.forEach((host, paths) -> each(
                    paths, (path, names) -> each(names, (name, cookie) -> reader.cookie(host, path, name, cookie))));
        }
        return reader.cookies.stream()
                .sorted(Comparator.comparingDouble(Placed::order))
                .map(Placed::cookie)
                .toList();
    }

    /** Something that has a name within a map. */
    private interface Named {
        void of(String name, Object value);
    }

    private static void each(Object value, Named what) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> what.of(String.valueOf(name), inner));
        }
    }

    private void cookie(String host, String path, String name, Object value) {
        if (value instanceof Map<?, ?> attributes) {
            Object hostOnly = attributes.get(Structure.HOST_ONLY);
            boolean twin = hostOnly instanceof Map;
            boolean only = hostOnly != null && !twin || !attributes.containsKey(Structure.DOMAIN);
            cookie(host, path, name, only, attributes);
            if (hostOnly instanceof Map<?, ?> other) {
                cookie(host, path, name, true, other);
            }
        }
    }

    private void cookie(String host, String path, String name, boolean hostOnly, Map<?, ?> attributes) {
        Instant created = time(attributes.get(Structure.CREATED)).orElse(Instant.EPOCH);
        Cookie cookie = new Cookie(
                name,
                text(attributes.get(Structure.VALUE)),
                host,
                hostOnly,
                path,
                time(attributes.get(Structure.EXPIRES)),
                attributes.containsKey(Structure.SECURE),
                attributes.containsKey(Structure.HTTP_ONLY),
                sameSite(text(attributes.get(Structure.SAME_SITE))),
                attributes.containsKey(Structure.PARTITIONED),
                created,
                time(attributes.get(Structure.USED)).orElse(created));
        double order = number(attributes.get(Structure.ORDER))
                .map(BigDecimal::doubleValue)
                .orElse((double) cookies.size());
        cookies.add(new Placed(cookie, order));
    }

    private static SameSite sameSite(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "strict" -> SameSite.STRICT;
            case "lax" -> SameSite.LAX;
            case "none" -> SameSite.NONE;
            default -> SameSite.DEFAULT;
        };
    }

    private static Optional<Instant> time(Object value) {
        return number(value).map(seconds -> seconds.max(FIRST).min(LAST)).map(seconds -> {
            BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
            return Instant.ofEpochSecond(
                    whole.longValue(), seconds.subtract(whole).multiply(NANOS).longValue());
        });
    }

    /** Perl writes some numbers as texts, and some writers of JSON all as fractions. */
    private static Optional<BigDecimal> number(Object value) {
        try {
            return Optional.of(new BigDecimal(text(value)));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static String text(Object value) {
        return value instanceof String || value instanceof Number ? value.toString() : "";
    }
}
