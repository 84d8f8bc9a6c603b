package dev.jackfield.address;

import dev.jackfield.address.internal.idn.HostNames;
import dev.jackfield.address.internal.idn.Uts46;
import java.util.Optional;

/**
 * The name of a host, in the form in which it is looked up: ASCII, in lower case, labels beyond ASCII as A-labels.
 * <i>Immutable.</i>
 *
 * <p>A name beyond ASCII is converted by UTS-46, non-transitional, with the table of Unicode 18: {@code faß.de} is
 * {@code xn--fa-hia.de}. The rules for joiners and mixed directions hold, and of ASCII only letters, digits and hyphens
 * inside of labels are allowed.
 *
 * <p>A name in ASCII may be any that is in the DNS: letters, digits, hyphens anywhere, and {@code _}, as in the names of
 * services. What its A-labels encode is checked.
 *
 * <p>A final dot stays. What comes out may read like an IPv4 address, so who takes literals has to look for them in
 * {@link #text()}.
 *
 * @param text 1 to 253 characters, not counting a final dot; labels of 1 to 63 characters (RFC 1035 section 2.3.4)
 */
public record HostName(String text) {
    /**
     * Converts and checks.
     *
     * @throws IllegalArgumentException if there is no such form; tells which label and why
     */
    public HostName {
        text = HostNames.toAscii(text);
    }

    /**
     * Reads a name.
     *
     * @param text in Unicode or ASCII, or label by label in either, at most 1000 characters
     * @return its ASCII form
     * @throws IllegalArgumentException if there is none; tells which label and why
     */
    public static HostName of(String text) {
        return new HostName(text);
    }

    /**
     * Reads a name, where it is no error if there is none.
     *
     * @param text in Unicode or ASCII, or label by label in either, at most 1000 characters
     * @return its ASCII form, or empty if there is none
     */
    public static Optional<HostName> parse(String text) {
        try {
            return Optional.of(new HostName(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The name for people to read. Do not decide by it: different names can look the same.
     *
     * @return with its A-labels decoded
     */
    public String toUnicode() {
        return Uts46.toUnicode(text);
    }

    /**
     * The ASCII form.
     *
     * @return {@link #text()}
     */
    @Override
    public String toString() {
        return text;
    }
}
