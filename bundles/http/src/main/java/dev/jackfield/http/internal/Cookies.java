package dev.jackfield.http.internal;

import java.util.Map;

/** Which jar a configured client uses. */
public enum Cookies {
    /** None at all. */
    NONE,
    /** The service, with all others that use it. */
    SHARED,
    /** One in memory, that nobody else has. */
    OWN;

    /** How it is configured: {@code true} and {@code false} are from when there was one client, and one jar, for all. */
    static final Map<String, Cookies> TEXTS = Settings.words(
            Map.entry("none", NONE),
            Map.entry("shared", SHARED),
            Map.entry("own", OWN),
            Map.entry("false", NONE),
            Map.entry("true", SHARED));
}
