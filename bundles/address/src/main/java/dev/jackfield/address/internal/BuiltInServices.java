package dev.jackfield.address.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.jackfield.address.ServiceNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The table of services that is part of this bundle, read from beside this class when it is first asked for. */
public final class BuiltInServices {
    public static final ServiceNames TABLE = read();

    private BuiltInServices() {}

    private static ServiceNames read() {
        try (InputStream file = BuiltInServices.class.getResourceAsStream("services")) {
            return ServiceNames.parse(new String(file.readAllBytes(), US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
