package dev.jackfield.cookies.internal.suffixes;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A list as it was read.
 *
 * @param version as its comment tells it, or empty
 */
public record SuffixList(SuffixTable table, String version) {
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss'_UTC'");

    public Optional<Instant> date() {
        try {
            return Optional.of(LocalDateTime.parse(version, VERSION).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
