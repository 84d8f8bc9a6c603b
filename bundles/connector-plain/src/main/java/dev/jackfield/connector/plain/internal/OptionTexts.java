package dev.jackfield.connector.plain.internal;

import dev.jackfield.connector.plain.PlainOptions;
import dev.jackfield.resolver.Family;
import java.time.Duration;

/** Options as text, wherever it comes from. */
public final class OptionTexts {
    private OptionTexts() {}

    /**
     * Reads options; null and empty texts stand for what is not set.
     *
     * @throws IllegalArgumentException if one has a wrong value
     */
    public static PlainOptions read(PlainOptions otherwise, String family, String serial, String stagger) {
        return new PlainOptions(
                isMissing(family) ? otherwise.family() : family(family.strip()),
                isMissing(serial) ? otherwise.serial() : serial(serial.strip()),
                isMissing(stagger) ? otherwise.stagger() : stagger(stagger.strip()));
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }

    private static Family family(String text) {
        for (Family family : Family.values()) {
            if (family.name().equalsIgnoreCase(text)) {
                return family;
            }
        }
        throw wrong("family", "any, ipv4 or ipv6", text);
    }

    private static boolean serial(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("serial", "true or false", text);
        };
    }

    private static Duration stagger(String text) {
        // Long.parseLong would take the digits of every script.
        if (text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong("stagger", "a number of milliseconds", text);
        }
        return Duration.ofMillis(Long.parseLong(text));
    }

    private static IllegalArgumentException wrong(String name, String expected, String got) {
        return new IllegalArgumentException(name + ": expected " + expected + ", got \"" + got + "\"");
    }
}
