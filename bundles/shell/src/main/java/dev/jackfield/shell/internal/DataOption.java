package dev.jackfield.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * What follows {@code -d} or {@code --data-urlencode}: pieces of a body, to be joined by an ampersand. Files are taken as
 * they are. <i>Immutable.</i>
 *
 * @param encode whether it is to be percent-encoded
 * @param typed as it was typed
 */
record DataOption(boolean encode, String typed) {

    static byte[] read(List<DataOption> pieces, InputStream in) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                joined.write('&');
            }
            joined.writeBytes(pieces.get(i).read(in));
        }
        return joined.toByteArray();
    }

    private byte[] read(InputStream in) throws IOException {
        if (!encode) {
            return typed.startsWith("@") ? file(typed.substring(1), in) : typed.getBytes(StandardCharsets.UTF_8);
        }
        // As in curl: content, =content, name=content, @file, name@file; the name is encoded already.
        int mark = 0;
        while (mark < typed.length() && typed.charAt(mark) != '=' && typed.charAt(mark) != '@') {
            mark++;
        }
        boolean bare = mark == typed.length();
        String name = bare || mark == 0 ? "" : typed.substring(0, mark) + "=";
        String content = bare ? typed : typed.substring(mark + 1);
        byte[] octets =
                !bare && typed.charAt(mark) == '@' ? file(content, in) : content.getBytes(StandardCharsets.UTF_8);
        return (name + encoded(octets)).getBytes(StandardCharsets.UTF_8);
    }

    /** Octet by octet, so that files need not be text. */
    private static String encoded(byte[] octets) {
        return URLEncoder.encode(new String(octets, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] file(String file, InputStream in) throws IOException {
        try {
            return file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (InvalidPathException | IOException e) {
            throw new IOException("Cannot read the data \"" + file + "\": " + Output.reason(e), e);
        }
    }
}
