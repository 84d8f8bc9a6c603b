package dev.jackfield.cookies;

import java.time.Duration;
import java.util.Objects;

/**
 * What a jar takes in, and how much. <i>Immutable.</i>
 *
 * @param profile which document holds. Default: {@link CookieProfile#RFC_6265BIS}
 * @param maxPair most octets of a name and its value together, from 1; longer ones are no cookies. Default: 4096
 * @param maxAttribute most octets of an attribute, from 1; longer ones are ignored. Default: 1024
 * @param maxPerDomain most cookies of one domain, from 1; at more, others of it are dropped, those without Secure and unused
 *     for longest first. Default: 180
 * @param maxCookies most cookies in all, from 1; at more, those unused for longest are dropped. Default: 3000
 * @param longestLife the longest that a cookie is kept from its arrival; zero for as long as it says. Default: 400 days
 * @param suffixes domains that nobody may set cookies for. Default: {@link PublicSuffixes#shipped()}
 */
public record CookieRules(
        CookieProfile profile,
        int maxPair,
        int maxAttribute,
        int maxPerDomain,
        int maxCookies,
        Duration longestLife,
        PublicSuffixes suffixes) {

    private static final CookieRules DEFAULTS = new CookieRules(
            CookieProfile.RFC_6265BIS, 4096, 1024, 180, 3000, Duration.ofDays(400), PublicSuffixes.shipped());

    /** Checks the ranges. */
    public CookieRules {
        Objects.requireNonNull(profile, "profile");
        atLeastOne("maxPair", maxPair);
        atLeastOne("maxAttribute", maxAttribute);
        atLeastOne("maxPerDomain", maxPerDomain);
        atLeastOne("maxCookies", maxCookies);
        if (longestLife.isNegative()) {
            throw new IllegalArgumentException("Expected longestLife of zero or more, got " + longestLife);
        }
        Objects.requireNonNull(suffixes, "suffixes");
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("Expected " + name + " of 1 or more, got " + value);
        }
    }

    /**
     * The defaults.
     *
     * @return always the same
     */
    public static CookieRules defaults() {
        return DEFAULTS;
    }

    /**
     * By another document.
     *
     * @param value which
     * @return new rules
     */
    public CookieRules withProfile(CookieProfile value) {
        return new CookieRules(value, maxPair, maxAttribute, maxPerDomain, maxCookies, longestLife, suffixes);
    }

    /**
     * With another limit on names and values.
     *
     * @param octets from 1
     * @return new rules
     */
    public CookieRules withMaxPair(int octets) {
        return new CookieRules(profile, octets, maxAttribute, maxPerDomain, maxCookies, longestLife, suffixes);
    }

    /**
     * With another limit on attributes.
     *
     * @param octets from 1
     * @return new rules
     */
    public CookieRules withMaxAttribute(int octets) {
        return new CookieRules(profile, maxPair, octets, maxPerDomain, maxCookies, longestLife, suffixes);
    }

    /**
     * With another limit on the cookies of a domain.
     *
     * @param count from 1
     * @return new rules
     */
    public CookieRules withMaxPerDomain(int count) {
        return new CookieRules(profile, maxPair, maxAttribute, count, maxCookies, longestLife, suffixes);
    }

    /**
     * With another limit on all cookies.
     *
     * @param count from 1
     * @return new rules
     */
    public CookieRules withMaxCookies(int count) {
        return new CookieRules(profile, maxPair, maxAttribute, maxPerDomain, count, longestLife, suffixes);
    }

    /**
     * With another limit on their age.
     *
     * @param value zero for none
     * @return new rules
     */
    public CookieRules withLongestLife(Duration value) {
        return new CookieRules(profile, maxPair, maxAttribute, maxPerDomain, maxCookies, value, suffixes);
    }

    /**
     * With other public suffixes.
     *
     * @param value which
     * @return new rules
     */
    public CookieRules withSuffixes(PublicSuffixes value) {
        return new CookieRules(profile, maxPair, maxAttribute, maxPerDomain, maxCookies, longestLife, value);
    }
}
