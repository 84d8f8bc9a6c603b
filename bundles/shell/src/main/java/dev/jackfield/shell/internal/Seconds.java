package dev.jackfield.shell.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Seconds with or without a fraction, above zero. */
final class Seconds implements ITypeConverter<Duration> {
    // At most nine digits each, so nothing overflows and nothing is finer than a nanosecond.
    private static final Pattern SECONDS = Pattern.compile("(?=\\.?[0-9])[0-9]{0,9}(\\.[0-9]{0,9})?");

    @Override
    public Duration convert(String text) {
        if (SECONDS.matcher(text).matches()) {
            long nanos = new BigDecimal("0" + text).movePointRight(9).longValueExact();
            if (nanos > 0) {
                return Duration.ofNanos(nanos);
            }
        }
        throw new TypeConversionException(
                "expected seconds above zero, up to 999999999, such as 10 or 0.5, got \"" + text + "\"");
    }
}
