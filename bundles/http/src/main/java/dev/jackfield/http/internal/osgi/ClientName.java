package dev.jackfield.http.internal.osgi;

import java.util.Map;
import java.util.regex.Pattern;

/** The name in a configuration: what it says itself, or else what its pid has behind the {@code ~}. */
final class ClientName {
    static final String KEY = "name";

    /** As for what is on the panel; none of it means something in a filter. */
    private static final Pattern NAME = Pattern.compile("[-A-Za-z0-9_.]+");

    private ClientName() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if there is none, or it is none
     */
    static String of(Map<String, Object> config) {
        Object pid = config.getOrDefault("service.pid", "");
        Object said = config.getOrDefault(KEY, "");
        // A form that was left alone says it is empty.
        Object value = "".equals(said) ? behindTilde(pid.toString()) : said;
        String name = value.toString().strip();
        if (value instanceof String && NAME.matcher(name).matches()) {
            return name;
        }
        throw new IllegalArgumentException(KEY + ": expected letters, digits, \"-\", \"_\" and \".\", got "
                + (name.isEmpty() ? "nothing" : '"' + name.replaceAll("[^ -~]", "?") + '"'));
    }

    private static String behindTilde(String pid) {
        int tilde = pid.indexOf('~');
        return tilde < 0 ? "" : pid.substring(tilde + 1);
    }
}
