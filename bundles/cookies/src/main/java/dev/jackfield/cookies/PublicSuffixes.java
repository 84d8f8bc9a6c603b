package dev.jackfield.cookies;

import dev.jackfield.cookies.internal.suffixes.ShippedList;
import dev.jackfield.cookies.internal.suffixes.SuffixList;
import dev.jackfield.cookies.internal.suffixes.SuffixListReader;
import dev.jackfield.cookies.internal.suffixes.SuffixTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Domains under which anybody can have a name, such as {@code co.uk}, so that nobody may set cookies for all of it: a list in
 * the form of <a href="https://publicsuffix.org/">Mozilla's</a>. What it does not list at all is public at its last label.
 *
 * <p>Hosts are in lower case, with A-labels, and without a dot at the end. An IP address is nobody's suffix and has none.
 *
 * <p><i>Immutable.</i>
 */
public final class PublicSuffixes {
    private static final String A_LABEL = "xn--";
    private static final PublicSuffixes SHIPPED = new PublicSuffixes(ShippedList::plain, ShippedList::whole);
    private static final PublicSuffixes NONE = of(new SuffixList(SuffixTable.EMPTY, ""));

    private final Supplier<SuffixList> plain;
    private final Supplier<SuffixList> whole;

    private PublicSuffixes(Supplier<SuffixList> plain, Supplier<SuffixList> whole) {
        this.plain = plain;
        this.whole = whole;
    }

    private static PublicSuffixes of(SuffixList list) {
        return new PublicSuffixes(() -> list, () -> list);
    }

    /** The two parts of Mozilla's list. */
    public enum Section {
        /** Delegated by those who run the DNS. */
        ICANN,
        /** Names of owners who let others have names below, such as {@code github.io}. */
        PRIVATE
    }

    /**
     * Mozilla's list as of the day of the release, both sections. It is read when it is needed for the first time, which
     * takes some tens of milliseconds, and again for the first host with an A-label.
     *
     * @return always the same
     */
    public static PublicSuffixes shipped() {
        return SHIPPED;
    }

    /**
     * No list at all: not even a last label is public.
     *
     * @return always the same
     */
    public static PublicSuffixes none() {
        return NONE;
    }

    /**
     * Reads a list from a file.
     *
     * @param file in UTF-8, in the form of {@code public_suffix_list.dat}
     * @return the list
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no such list; tells the line
     */
    public static PublicSuffixes read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a list to its end.
     *
     * @param in in UTF-8, in the form of {@code public_suffix_list.dat}; is not closed
     * @return the list
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no such list; tells the line
     */
    public static PublicSuffixes read(InputStream in) throws IOException {
        return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    /**
     * Reads a list: a rule on each line, up to the first blank. Lines that begin with {@code //} are comments, some of which
     * tell the sections and the version.
     *
     * @param text at least one rule
     * @return the list
     * @throws IllegalArgumentException if there is no rule, or one that cannot be; tells the line
     */
    public static PublicSuffixes parse(String text) {
        return of(SuffixListReader.read(text));
    }

    /**
     * What the list says of itself.
     *
     * @return such as {@code 2026-10-06_16-13-12_UTC}, or empty if it says nothing
     */
    public String version() {
        return plain.get().version();
    }

    /**
     * When the list was made.
     *
     * @return the moment that is its version, or empty if that is none
     */
    public Optional<Instant> date() {
        return plain.get().date();
    }

    /**
     * How much is in it.
     *
     * @return the number of its rules
     */
    public int rules() {
        return whole.get().table().rules();
    }

    /**
     * Whether anybody can have a name below.
     *
     * @param host a name
     * @return whether it is itself a public suffix
     */
    public boolean isSuffix(String host) {
        return table(host).suffixAt(host) == 0;
    }

    /**
     * What of a name is public.
     *
     * @param host a name
     * @return its longest public suffix, which may be all of it; empty for an IP address
     */
    public Optional<String> suffix(String host) {
        int at = table(host).suffixAt(host);
        return at < 0 ? Optional.empty() : Optional.of(host.substring(at));
    }

    /**
     * What of a name somebody owns: its public suffix and one label more.
     *
     * @param host a name
     * @return that domain; empty for a public suffix and for an IP address
     */
    public Optional<String> registrable(String host) {
        int at = table(host).suffixAt(host);
        return at <= 0 ? Optional.empty() : Optional.of(host.substring(host.lastIndexOf('.', at - 2) + 1));
    }

    /**
     * Where the rule stands by which a name has its public suffix.
     *
     * @param host a name
     * @return the section; empty if no rule lists it
     */
    public Optional<Section> section(String host) {
        return table(host).section(host);
    }

    private SuffixTable table(String host) {
        return (host.contains(A_LABEL) ? whole : plain).get().table();
    }

    /** How much is in it and of when it is. */
    @Override
    public String toString() {
        return this == NONE
                ? "no public suffixes"
                : rules() + " public suffixes" + (version().isEmpty() ? "" : " of " + version());
    }
}
