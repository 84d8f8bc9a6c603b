package dev.jackfield.http.internal.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.http.Part;
import dev.jackfield.http.RequestBody;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartTest {
    @TempDir
    Path folder;

    @Test
    void joinsPartsOfAnyKind() throws Exception {
        Path file = Files.writeString(folder.resolve("a \"b\".txt"), "from the file");
        RequestBody body = RequestBody.multipart(
                Part.of("na\"me\r\n", "v\u00e4lue"),
                Part.of("file", file),
                new Part("j", "", RequestBody.of("{}").typed("application/json")));
        String boundary = body.type().orElseThrow().substring("multipart/form-data; boundary=".length());
        String expected =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"na%22me%0D%0A\"\r\n\r\nv\u00e4lue\r\n"
                        + "--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.txt\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\nfrom the file\r\n"
                        + "--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"j\"\r\nContent-Type: application/json\r\n\r\n{}\r\n"
                        + "--" + boundary + "--\r\n";
        for (int piece : new int[] {1, 2, 7, 1000}) {
            assertThat(Drained.text((Source) body, piece)).isEqualTo(expected);
        }
        assertThat(body.length()).hasValue(expected.getBytes(StandardCharsets.UTF_8).length);
        assertThat(body.repeatable()).isTrue();
    }

    @Test
    void isAsLongAndAsRepeatableAsItsParts() {
        RequestBody stream = RequestBody.of(() -> new ByteArrayInputStream(new byte[5]));
        assertThat(RequestBody.multipart(new Part("a", "", stream)).length()).isEmpty();
        assertThat(RequestBody.multipart(new Part("a", "", stream.sized(5))).length())
                .isPresent();
        assertThat(RequestBody.multipart(new Part("a", "", stream), new Part("b", "", stream.repeatable(false)))
                        .repeatable())
                .isFalse();
    }

    @Test
    void choosesAnotherBoundaryEachTime() {
        assertThat(RequestBody.multipart(Part.of("a", "b")).type())
                .isNotEqualTo(RequestBody.multipart(Part.of("a", "b")).type());
    }
}
