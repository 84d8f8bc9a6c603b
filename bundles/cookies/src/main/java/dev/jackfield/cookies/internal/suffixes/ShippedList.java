package dev.jackfield.cookies.internal.suffixes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Mozilla's list as the build has put it into this bundle; read only if somebody asks, who may be a loop. So what is beyond
 * ASCII in it, which takes longer than all else, is left for those who ask for such a host.
 */
public final class ShippedList {
    private static final String NAME = "effective_tld_names.dat";

    private ShippedList() {}

    /** All that matters for hosts in ASCII. */
    public static SuffixList plain() {
        return Plain.LIST;
    }

    public static SuffixList whole() {
        return Whole.LIST;
    }

    private static final class Plain {
        static final SuffixList LIST = SuffixListReader.readPlain(text());
    }

    private static final class Whole {
        static final SuffixList LIST = SuffixListReader.read(text());
    }

    private static String text() {
        try (InputStream in = ShippedList.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + NAME + " in this bundle, where the build puts it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
