package dev.jackfield.cookies;

import dev.jackfield.cookies.internal.files.VersionTwoReader;
import dev.jackfield.cookies.internal.files.VersionTwoWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The seed's structure of version 2 as plain maps: what {@link CookieFormat#JSON} has as text, for those who keep it in
 * memory, or save it by other means.
 *
 * <p>It has hosts, and {@code version}, which is 2. A host has paths, a path has names, a name has attributes: {@code value};
 * {@code _expires}, in seconds since 1970; {@code domain}, for cookies of a domain; {@code samesite}; {@code secure},
 * {@code httponly} and {@code partitioned}, where it is the key that counts. Keys of ours are told at {@link
 * CookieFormat#JSON}.
 *
 * <p><i>Thread-safe</i>, as far as nobody changes the maps meanwhile.
 */
public final class CookieStructure {
    private CookieStructure() {}

    /**
     * Makes a structure.
     *
     * @param cookies in the order in which they were made
     * @return new maps that can be changed, of texts and numbers; attributes without a value have an empty text. Seconds are
     *     a {@link Long}, or a {@link java.math.BigDecimal} if there is a fraction
     */
    public static Map<String, Object> write(Collection<Cookie> cookies) {
        return VersionTwoWriter.write(cookies, "");
    }

    /**
     * Reads a structure, which anybody may have made. What is no cookie is left out. Hosts may have capitals, Unicode, or a
     * dot before them, which without {@code _hostonly} makes the cookie one of a domain.
     *
     * @param structure of maps, texts and numbers; if its version is another one, it is empty
     * @return in the order in which they were made, as far as that is known, those that have expired included
     */
    public static List<Cookie> read(Map<String, ?> structure) {
        return VersionTwoReader.read(structure);
    }
}
