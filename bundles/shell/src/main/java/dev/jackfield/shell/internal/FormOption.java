package dev.jackfield.shell.internal;

import dev.jackfield.http.Part;
import dev.jackfield.http.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows {@code -F}, as curl has it: {@code name=text}, {@code name=@file} to upload a file, {@code name=<file} for
 * the text in it; then maybe {@code ;type=...} and {@code ;filename=...}.
 */
final class FormOption {
    private static final String WORD = "(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^;\"]*)";
    private static final Pattern ATTRIBUTES = Pattern.compile("(?:;\\s*(?:type|filename)=" + WORD + ")+$");
    private static final Pattern ATTRIBUTE = Pattern.compile(";\\s*(type|filename)=(" + WORD + ")");

    private FormOption() {}

    /**
     * Reads one.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if that is none
     */
    static Part read(String typed, InputStream in) throws IOException {
        int equals = typed.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "-F: expected name=text, name=@file or name=<file, got \"" + typed + "\"");
        }
        String value = typed.substring(equals + 1);
        Matcher tail = ATTRIBUTES.matcher(value);
        String attributes = tail.find() ? tail.group() : "";
        String content = unquoted(value.substring(0, value.length() - attributes.length()));
        Part part = part(typed.substring(0, equals), content, in);
        for (Matcher each = ATTRIBUTE.matcher(attributes); each.find(); ) {
            String given = unquoted(each.group(2));
            part = each.group(1).equals("type")
                    ? new Part(part.name(), part.fileName(), part.body().typed(given))
                    : new Part(part.name(), given, part.body());
        }
        return part;
    }

    private static Part part(String name, String content, InputStream in) throws IOException {
        if (content.equals("@-")) {
            return new Part(name, "-", RequestBody.of(in.readAllBytes()).typed("application/octet-stream"));
        }
        if (content.startsWith("@")) {
            return Part.of(name, readable(content.substring(1)));
        }
        if (content.equals("<-")) {
            return new Part(name, "", RequestBody.of(in.readAllBytes()));
        }
        if (content.startsWith("<")) {
            return new Part(name, "", RequestBody.of(readable(content.substring(1))));
        }
        return Part.of(name, content);
    }

    /** A file that is there: better to know before the request is sent. */
    static Path readable(String file) throws IOException {
        try {
            Path path = Path.of(file);
            Files.newInputStream(path).close();
            return path;
        } catch (InvalidPathException | IOException e) {
            throw new IOException("Cannot read the data \"" + file + "\": " + Output.reason(e), e);
        }
    }

    private static String unquoted(String word) {
        boolean quoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
        return quoted ? word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1") : word;
    }
}
