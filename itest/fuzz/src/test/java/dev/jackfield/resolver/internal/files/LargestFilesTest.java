package dev.jackfield.resolver.internal.files;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jackfield.address.ServiceNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files as long as they are read at all: where time grows with the square of the length, it shows only here. The fuzzer's
 * inputs are short.
 */
class LargestFilesTest {
    private static final Path FILE = Path.of("file");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", " ", "#", "a ", "1.2.3.4 ", "::1 b a ", "1.2.3.4 a\n", "1.2.3.4 a #\n"})
    void hosts(String piece) {
        parsed(piece, Hosts.LARGEST, text -> Hosts.parse(FILE, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "#", "search a ", "search a\n", "nameserver ::1\n", "options ndots:3 "})
    void resolvConf(String piece) {
        parsed(piece, ResolvConf.LARGEST, text -> ResolvConf.parse(FILE, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " ", "#", "a ", "a 1/tcp ", "a 1/tcp\n", "a 1/tcp #\n"})
    void services(String piece) {
        parsed(piece, MachineFiles.LARGEST_SERVICES, ServiceNames::parse);
    }

    private static void parsed(String piece, int length, Consumer<String> parser) {
        String text = piece.repeat(length / piece.length());
        assertTimeoutPreemptively(PATIENCE, () -> parser.accept(text));
    }
}
