package dev.jackfield.cookies;

import dev.jackfield.cookies.internal.files.JsonWriter;
import dev.jackfield.cookies.internal.files.NetscapeReader;
import dev.jackfield.cookies.internal.files.NetscapeWriter;
import dev.jackfield.cookies.internal.files.VersionTwoReader;
import dev.jackfield.cookies.internal.files.VersionTwoWriter;
import dev.jackfield.cookies.internal.files.WholeFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * How cookies stand in files. The methods that read and write files block.
 *
 * <p><i>Immutable.</i>
 */
public enum CookieFormat {
    /**
     * {@code cookies.txt}, as Netscape made it and curl reads and writes it: a line for each cookie, with seven fields and
     * tabs between. It holds neither SameSite and Partitioned nor when a cookie was made and used, and no cookie with a tab
     * in its name or path: such a cookie is left out. A final tab belongs to the value.
     */
    NETSCAPE(StandardCharsets.ISO_8859_1),
    /**
     * The seed's structure of version 2 ({@link CookieStructure}) as JSON: host, path, name, and then the attributes, {@code
     * _expires} in seconds since 1970 among them. It holds all there is to a cookie, times to the nanosecond up to the year
     * 9999. What has another version is an empty jar, as in the seed.
     *
     * <p>Keys of ours, which the seed keeps and does not look at: {@code _hostonly}, 1 for a cookie that is for its host
     * only; {@code _created} and {@code _used}, in seconds; {@code _order}, the place among all. Beside a cookie of a domain,
     * {@code _hostonly} may hold another one of the same name that is for the host only. Without it, a cookie is for its host
     * only if it has no {@code domain}. A host that is called {@code version} has a dot behind.
     */
    JSON(StandardCharsets.UTF_8);

    /** Most octets of a file that is read: 64 MiB. */
    public static final long MAX_FILE = 64L << 20;

    private final Charset charset;

    CookieFormat(Charset charset) {
        this.charset = charset;
    }

    /**
     * Writes cookies.
     *
     * @param cookies in the order in which they were made, as {@link MemoryJar#all()} has them
     * @return the text of a file
     */
    public String format(Collection<Cookie> cookies) {
        return this == NETSCAPE
                ? NetscapeWriter.write(cookies)
                : JsonWriter.write(VersionTwoWriter.write(cookies, null));
    }

    /**
     * Reads cookies, those that have expired included.
     *
     * @param text of a file
     * @return in the order in which they were made, as far as that is known; when is 1970 if it is not
     * @throws IllegalArgumentException if that is not how cookies stand there; tells the line and the column, and no value
     */
    public List<Cookie> parse(String text) {
        return this == NETSCAPE ? NetscapeReader.read(text) : VersionTwoReader.read(text);
    }

    /**
     * Writes a file as a whole: there is the old one or the new one at any time, and nobody else may read a new one.
     *
     * @param file takes the place of what is there; of what a symbolic link points at
     * @param cookies in the order in which they were made
     * @throws IOException if it cannot be written; then the old one is there
     */
    public void write(Path file, Collection<Cookie> cookies) throws IOException {
        WholeFile.write(file, format(cookies).getBytes(charset));
    }

    /**
     * Reads a file.
     *
     * @param file of this format
     * @return see {@link #parse}
     * @throws IOException if it cannot be read, or has more than {@link #MAX_FILE} octets
     * @throws IllegalArgumentException if it is none of this format; tells the file, the line and the column
     */
    public List<Cookie> read(Path file) throws IOException {
        String text = new String(WholeFile.read(file, MAX_FILE), charset);
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
