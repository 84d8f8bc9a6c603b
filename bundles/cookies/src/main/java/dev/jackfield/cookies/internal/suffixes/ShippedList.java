package dev.jackfield.cookies.internal.suffixes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Mozilla's list as the build has put it into this bundle; read once, and only if somebody asks. */
public final class ShippedList {
    private static final String NAME = "effective_tld_names.dat";

    private ShippedList() {}

    public static SuffixList get() {
        return Holder.LIST;
    }

    private static final class Holder {
        static final SuffixList LIST = read();
    }

    private static SuffixList read() {
        try (InputStream in = ShippedList.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + NAME + " in this bundle, where the build puts it");
            }
            return SuffixListReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
