package dev.jackfield.itest.fuzz;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.orRefusal;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.address.HostName;
import java.util.Arrays;
import java.util.Optional;

/** Names of hosts, in ASCII or beyond. */
final class HostNameParser implements Parser {

    @Override
    public void feed(byte[] input) {
        String text = Text.of(input);
        Optional<HostName> name = orRefusal(() -> HostName.of(text));
        same(HostName.parse(text), name, () -> "of() and parse()");
        name.ifPresent(HostNameParser::sound);
    }

    private static void sound(HostName name) {
        String text = name.text();
        holds(
                text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "-_.".indexOf(c) >= 0),
                () -> "Not for the DNS: " + text);
        String[] labels = (text.endsWith(".") ? text.substring(0, text.length() - 1) : text).split("\\.", -1);
        holds(text.length() <= (text.endsWith(".") ? 254 : 253), () -> "Too long: " + text);
        holds(
                Arrays.stream(labels).allMatch(label -> !label.isEmpty() && label.length() <= 63),
                () -> "Labels too long or empty: " + text);
        same(HostName.of(text), name, () -> "Converted again");
        String unicode = name.toUnicode();
        // Those are allowed only in names that are all ASCII, and in what their A-labels encode.
        boolean ofHosts = Arrays.stream(unicode.split("\\."))
                .noneMatch(label -> label.contains("_") || label.startsWith("-") || label.endsWith("-"));
        if (ofHosts) {
            same(HostName.of(unicode), name, () -> "There and back");
        }
    }
}
