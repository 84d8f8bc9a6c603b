package dev.jackfield.shell.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The command line as the JVM has read it. */
final class Arguments {
    private static final char UNREADABLE = '\uFFFD';

    private Arguments() {}

    /**
     * Why a command line cannot be used: in the locale C the JVM takes it for ASCII, and what is none is lost before
     * anybody sees it.
     */
    static Optional<String> illegible(String... arguments) {
        return illegible(System.getProperty("sun.jnu.encoding", "UTF-8"), List.of(arguments));
    }

    static Optional<String> illegible(String encoding, List<String> arguments) {
        boolean unicode =
                Charset.isSupported(encoding) && Charset.forName(encoding).equals(StandardCharsets.UTF_8);
        if (unicode) {
            return Optional.empty();
        }
        return arguments.stream()
                .filter(argument -> argument.indexOf(UNREADABLE) >= 0)
                .findFirst()
                .map(argument -> "Expected arguments in " + encoding + ", as the locale has it, got \"" + argument
                        + "\"; set LC_ALL=C.UTF-8");
    }
}
