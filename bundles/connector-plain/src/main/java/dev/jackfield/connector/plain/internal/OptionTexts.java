package dev.jackfield.connector.plain.internal;

import dev.jackfield.connector.plain.PlainOptions;
import dev.jackfield.resolver.Family;
import java.time.Duration;

/** Options as text, wherever it comes from. */
public final class OptionTexts {
    private OptionTexts() {}

    /**
     * Reads options; null stands for what is not set.
     *
     * @throws IllegalArgumentException if one has a wrong value
     */
    public static PlainOptions read(PlainOptions otherwise, String family, String serial, String stagger) {
        return new PlainOptions(
                family == null ? otherwise.family() : family(family.strip()),
                serial == null ? otherwise.serial() : serial(serial.strip()),
                stagger == null ? otherwise.stagger() : stagger(stagger.strip()));
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
        try {
            return Duration.ofMillis(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw wrong("stagger", "a number of milliseconds", text);
        }
    }

    private static IllegalArgumentException wrong(String name, String expected, String got) {
        return new IllegalArgumentException(name + ": expected " + expected + ", got \"" + got + "\"");
    }
}
