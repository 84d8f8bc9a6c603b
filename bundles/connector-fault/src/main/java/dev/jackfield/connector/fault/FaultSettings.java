package dev.jackfield.connector.fault;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads settings, whatever types the administrator gave them, and tells whom they strike. */
final class FaultSettings {
    /** As forms show them. */
    static final Map<String, Double> NONE = Stream.of(FaultForm.class.getDeclaredMethods())
            .collect(Collectors.toUnmodifiableMap(
                    setting -> setting.getName().replace('_', '.'),
                    setting -> ((Number) setting.getDefaultValue()).doubleValue()));

    private static final double MOST = 1e9;

    private FaultSettings() {}

    /** Each fault has a series of chances of its own, so that none depends on how others are set. */
    static boolean strikes(String fault, long connect, Map<String, Double> now) {
        double often = now.get(fault);
        long series = (long) Objects.hash(fault, now.get("seed")) << Integer.SIZE;
        return often < 1 ? new SplittableRandom(series + connect).nextDouble() < often : connect % (long) often == 0;
    }

    static Map<String, Double> read(Map<String, ?> settings) {
        settings.keySet().stream().filter(FaultSettings::unknown).findAny().ifPresent(key -> {
            throw new IllegalArgumentException(
                    "expected keys of " + new TreeSet<>(NONE.keySet()) + " or below, got \"" + key + "\"");
        });
        Map<String, Double> read = new HashMap<>(NONE);
        read.replaceAll((key, otherwise) -> settings.containsKey(key) ? number(key, settings.get(key)) : otherwise);
        return read;
    }

    /** But for those of OSGi and its administrators; a misspelt key shall not spoil less than was meant. */
    private static boolean unknown(String key) {
        return !NONE.containsKey(key)
                && !key.matches("below|(service|component|felix|event|osgi|jackfield|org[.]apache)[.].*"
                        + "|.*[.](target|cardinality[.]minimum)");
    }

    private static double number(String key, Object value) {
        try {
            double number = Double.parseDouble(value.toString());
            if (number >= 0 && number <= MOST && (number < 1 || number == Math.rint(number))) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                key + ": expected a number from 0 to 1000000000, whole from 1 on, got \"" + value + "\"");
    }
}
