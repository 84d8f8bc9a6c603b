package dev.jackfield.cookies.internal.files;

import dev.jackfield.cookies.Cookie;
import dev.jackfield.cookies.SameSite;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the seed's structure of version 2 as JSON, in ASCII. */
public final class VersionTwoWriter {
    private final StringBuilder text = new StringBuilder();

    private VersionTwoWriter() {}

    /** A cookie and its place among all. */
    private record Placed(Cookie cookie, int order) {}

    public static String write(Collection<Cookie> cookies) {
        Map<String, Map<String, Map<String, List<Placed>>>> jar = new LinkedHashMap<>();
        int order = 0;
        for (Cookie cookie : cookies) {
            List<Placed> twins = jar.computeIfAbsent(cookie.domain(), host -> new LinkedHashMap<>())
                    .computeIfAbsent(cookie.path(), path -> new LinkedHashMap<>())
                    .computeIfAbsent(cookie.name(), name -> new ArrayList<>());
            twins.removeIf(other -> other.cookie().hostOnly() == cookie.hostOnly());
            twins.add(new Placed(cookie, order++));
        }
        VersionTwoWriter writer = new VersionTwoWriter();
        writer.jar(jar);
        return writer.text.toString();
    }

    private void jar(Map<String, Map<String, Map<String, List<Placed>>>> jar) {
        text.append("{\n\"").append(VersionTwo.VERSION_KEY).append("\": ").append(VersionTwo.VERSION);
        jar.forEach((host, paths) -> {
            text.append(",\n");
            quoted(host).append(": {");
            String[] comma = {"\n"};
            paths.forEach((path, names) -> {
                text.append(comma[0]);
                comma[0] = ",\n";
                names(path, names);
            });
            text.append("}");
        });
        text.append("\n}\n");
    }

    private void names(String path, Map<String, List<Placed>> names) {
        quoted(path).append(": {");
        String comma = "\n  ";
        for (Map.Entry<String, List<Placed>> name : names.entrySet()) {
            text.append(comma);
            comma = ",\n  ";
            quoted(name.getKey()).append(": ");
            twins(name.getValue());
        }
        text.append('}');
    }

    /** The structure has room for one cookie of a name; that of the host alone goes into the other. */
    private void twins(List<Placed> twins) {
        Placed outer = twins.stream()
                .filter(placed -> !placed.cookie().hostOnly())
                .findFirst()
                .orElse(twins.get(0));
        cookie(outer);
        if (outer.cookie().hostOnly()) {
            member(VersionTwo.HOST_ONLY, "1");
        }
        for (Placed inner : twins) {
            if (inner != outer) {
                text.append(", ");
                quoted(VersionTwo.HOST_ONLY).append(": ");
                cookie(inner);
                text.append('}');
            }
        }
        text.append('}');
    }

    /** All but the brace at the end. */
    private void cookie(Placed placed) {
        Cookie cookie = placed.cookie();
        text.append('{');
        quoted(VersionTwo.VALUE).append(": ");
        quoted(cookie.value());
        cookie.expires().ifPresent(expires -> member(VersionTwo.EXPIRES, seconds(expires)));
        if (!cookie.hostOnly()) {
            text.append(", ");
            quoted(VersionTwo.DOMAIN).append(": ");
            quoted(cookie.domain());
        }
        flag(VersionTwo.SECURE, cookie.secure());
        flag(VersionTwo.HTTP_ONLY, cookie.httpOnly());
        flag(VersionTwo.PARTITIONED, cookie.partitioned());
        if (cookie.sameSite() != SameSite.DEFAULT) {
            String name = cookie.sameSite().name();
            member(
                    VersionTwo.SAME_SITE,
                    "\"" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + "\"");
        }
        member(VersionTwo.CREATED, seconds(cookie.created()));
        member(VersionTwo.USED, seconds(cookie.used()));
        member(VersionTwo.ORDER, Integer.toString(placed.order()));
    }

    private void flag(String key, boolean value) {
        if (value) {
            member(key, "null");
        }
    }

    private void member(String key, String value) {
        text.append(", ");
        quoted(key).append(": ").append(value);
    }

    private static String seconds(Instant moment) {
        long micros = moment.getNano() / 1000;
        return new BigDecimal(moment.getEpochSecond())
                .add(BigDecimal.valueOf(micros, 6))
                .stripTrailingZeros()
                .toPlainString();
    }

    private StringBuilder quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7F) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"');
    }
}
