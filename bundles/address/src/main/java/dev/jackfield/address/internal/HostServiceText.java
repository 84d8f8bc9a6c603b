package dev.jackfield.address.internal;

import dev.jackfield.address.HostService;
import java.util.Objects;
import java.util.Optional;

/** Puts hosts and services together, and checks that they can be taken apart again. */
public final class HostServiceText {
    private HostServiceText() {}

    public static Optional<HostService> parse(String text, String defaultService, boolean scoped) {
        Objects.requireNonNull(defaultService, "defaultService");
        return Optional.ofNullable(HostServiceScanner.lenient(text, scoped).scan(defaultService));
    }

    public static void check(String host, String service) {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(service, "service");
        if (hasControl(host)) {
            throw new IllegalArgumentException("Expected a host without controls, got " + Quoted.of(host));
        }
        if (host.indexOf(':') >= 0 && Literals.scoped(host) == null) {
            throw new IllegalArgumentException(
                    "Expected a host, or an IPv6 address without brackets where there are colons, got "
                            + Quoted.of(host));
        }
        if (!isClean(service)) {
            throw new IllegalArgumentException("Expected a service without controls, got " + Quoted.of(service));
        }
    }

    public static String format(String host, String service) {
        String front = host.indexOf(':') < 0 ? host : "[" + Zones.toBrackets(host) + "]";
        return service.isEmpty() ? front : front + ":" + service;
    }

    /** A path may have any character that a file can have in its name. */
    static boolean isClean(String service) {
        return service.startsWith("/") ? service.indexOf('\0') < 0 : !hasControl(service);
    }

    static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
