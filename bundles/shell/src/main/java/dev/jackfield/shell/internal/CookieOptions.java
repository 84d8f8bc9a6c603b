package dev.jackfield.shell.internal;

import dev.jackfield.cookies.CookieFormat;
import dev.jackfield.cookies.MemoryJar;
import dev.jackfield.http.ClientOptions;
import dev.jackfield.http.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Cookies from and to files as curl has them; picocli fills the fields. */
final class CookieOptions {
    @Option(
            names = {"-b", "--cookie"},
            paramLabel = "TEXT|FILE",
            description =
                    "Send TEXT as Cookie, if there is a = in it. Otherwise load cookies from FILE, a cookies.txt as curl's"
                            + " (lines of Set-Cookie are not read), and keep what the server sets meanwhile; a FILE that is"
                            + " not there is an empty one.")
    List<String> cookies = new ArrayList<>();

    @Option(
            names = {"-c", "--cookie-jar"},
            paramLabel = "FILE",
            description = "Save all cookies to FILE at the end, whatever happened; - is standard output.")
    String saveTo;

    private Optional<MemoryJar> jar = Optional.empty();

    /**
     * Loads.
     *
     * @param notes hears of each cookie that is left out, since no server could have set it
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if it is no cookies.txt
     */
    ClientOptions applyTo(ClientOptions options, Consumer<String> notes) throws IOException {
        List<String> files = cookies.stream().filter(typed -> !isText(typed)).toList();
        if (files.isEmpty() && saveTo == null) {
            return options;
        }
        MemoryJar made = MemoryJar.create();
        for (String file : files) {
            load(file, made, notes);
        }
        jar = Optional.of(made);
        return options.withCookies(made);
    }

    Request applyTo(Request request) {
        String text =
                String.join("; ", cookies.stream().filter(CookieOptions::isText).toList());
        return text.isEmpty() ? request : request.withHeader("Cookie", HeaderOption.value("-b", text));
    }

    /**
     * Saves.
     *
     * @throws IOException if it cannot
     */
    void save(OutputStream out) throws IOException {
        if (saveTo == null || jar.isEmpty()) {
            return;
        }
        if (saveTo.equals("-")) {
            out.write(CookieFormat.NETSCAPE.format(jar.get().all()).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } else {
            CookieFormat.NETSCAPE.write(FileOption.path("-c", saveTo), jar.get().all());
        }
    }

    private static void load(String typed, MemoryJar into, Consumer<String> notes) throws IOException {
        if (typed.isEmpty()) {
            return;
        }
        Path file = FileOption.path("-b", typed);
        if (Files.exists(file)) {
            try {
                into.load(CookieFormat.NETSCAPE.read(file)).forEach(note -> notes.accept("-b: " + note));
            } catch (IOException e) {
                throw new IOException("Cannot read the cookies \"" + typed + "\": " + Output.reason(e), e);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("-b: " + e.getMessage(), e);
            }
        }
    }

    private static boolean isText(String typed) {
        return typed.indexOf('=') >= 0;
    }
}
