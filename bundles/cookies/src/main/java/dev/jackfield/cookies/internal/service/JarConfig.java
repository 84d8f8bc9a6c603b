package dev.jackfield.cookies.internal.service;

import dev.jackfield.cookies.CookieFormat;
import dev.jackfield.cookies.CookieProfile;
import dev.jackfield.cookies.CookieRules;
import dev.jackfield.cookies.PublicSuffixes;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration {@code dev.jackfield.cookies}, as told in the description of the exported package.
 *
 * @param file where cookies are kept
 * @param format of that file
 * @param keepSession whether cookies without an end are loaded
 */
record JarConfig(CookieRules rules, Optional<Path> file, CookieFormat format, boolean keepSession) {
    static final JarConfig DEFAULTS =
            new JarConfig(CookieRules.defaults(), Optional.empty(), CookieFormat.NETSCAPE, false);

    private static final String PROFILE = "profile";
    private static final String MAX_PAIR = "max.pair";
    private static final String MAX_ATTRIBUTE = "max.attribute";
    private static final String MAX_PER_DOMAIN = "max.per.domain";
    private static final String MAX_COOKIES = "max.cookies";
    private static final String LONGEST_LIFE = "longest.life";
    private static final String PUBLIC_SUFFIXES = "public.suffixes";
    private static final String FILE = "file";
    private static final String FORMAT = "format";
    private static final String KEEP_SESSION = "keep.session";
    private static final Set<String> ALL = Set.of(
            PROFILE,
            MAX_PAIR,
            MAX_ATTRIBUTE,
            MAX_PER_DOMAIN,
            MAX_COOKIES,
            LONGEST_LIFE,
            PUBLIC_SUFFIXES,
            FILE,
            FORMAT,
            KEEP_SESSION);

    /**
     * Reads a configuration: all of it or nothing. Reads the file of public suffixes, too.
     *
     * @throws IllegalArgumentException if something in it is wrong; tells what
     */
    static JarConfig read(Map<String, Object> config) {
        Settings settings = new Settings(config);
        settings.checkKeys(ALL);
        CookieRules usual = CookieRules.defaults();
        CookieRules rules = new CookieRules(
                settings.choice(
                        PROFILE,
                        "6265bis",
                        Map.of("6265bis", CookieProfile.RFC_6265BIS, "6265", CookieProfile.RFC_6265)),
                settings.number(MAX_PAIR, 1, usual.maxPair()),
                settings.number(MAX_ATTRIBUTE, 1, usual.maxAttribute()),
                settings.number(MAX_PER_DOMAIN, 1, usual.maxPerDomain()),
                settings.number(MAX_COOKIES, 1, usual.maxCookies()),
                Duration.ofDays(settings.number(
                        LONGEST_LIFE, 0, (int) usual.longestLife().toDays())),
                path(settings, PUBLIC_SUFFIXES).map(JarConfig::suffixes).orElse(usual.suffixes()));
        Optional<Path> file = path(settings, FILE);
        boolean json = file.filter(path -> path.toString().endsWith(".json")).isPresent();
        CookieFormat byName = json ? CookieFormat.JSON : CookieFormat.NETSCAPE;
        CookieFormat format = settings.choice(
                FORMAT, "auto", Map.of("auto", byName, "netscape", CookieFormat.NETSCAPE, "json", CookieFormat.JSON));
        return new JarConfig(rules, file, format, settings.flag(KEEP_SESSION, false));
    }

    private static Optional<Path> path(Settings settings, String key) {
        String text = settings.text(key);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(key + ": expected a path: " + e.getMessage(), e);
        }
    }

    private static PublicSuffixes suffixes(Path file) {
        try {
            return PublicSuffixes.read(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(PUBLIC_SUFFIXES + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(PUBLIC_SUFFIXES + ": expected a file that can be read, got " + e, e);
        }
    }
}
