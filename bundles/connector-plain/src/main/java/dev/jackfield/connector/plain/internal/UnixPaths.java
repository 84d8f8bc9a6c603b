package dev.jackfield.connector.plain.internal;

import java.nio.charset.Charset;
import java.util.Locale;

/** How long the path of a UNIX domain socket may be, which neither the JDK nor the system says well. */
public final class UnixPaths {
    /** The JDK keeps an octet free behind the NUL: one less than fits into {@code sun_path} on Linux and Windows. */
    private static final int USUAL = 106;

    /** The same for macOS and the BSDs, whose {@code sun_path} has 104 octets instead of 108. */
    private static final int BSD = 102;

    /** In octets, on this system. */
    public static final int LONGEST = longest(System.getProperty("os.name", ""));

    /** In which the JDK hands paths to the system. */
    public static final Charset ENCODING = encoding(System.getProperty("sun.jnu.encoding", ""));

    private UnixPaths() {}

    /** The length of a path as the system sees it. */
    public static int octets(String path) {
        return path.getBytes(ENCODING).length;
    }

    static int longest(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("mac") || name.endsWith("bsd") ? BSD : USUAL;
    }

    private static Charset encoding(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return Charset.defaultCharset();
        }
    }
}
