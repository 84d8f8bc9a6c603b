package dev.jackfield.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bodies say of themselves. */
class RequestBodyTest {
    @TempDir
    Path folder;

    @Test
    void ofText() {
        RequestBody body = RequestBody.of("\u00e4");
        assertThat(body.type()).contains("text/plain; charset=utf-8");
        assertThat(body.length()).hasValue(2);
        assertThat(body.repeatable()).isTrue();
        assertThat(RequestBody.of("\u00e4", StandardCharsets.ISO_8859_1).length())
                .hasValue(1);
    }

    @Test
    void ofAFile() throws Exception {
        Path file = folder.resolve("file");
        RequestBody body = RequestBody.of(file);
        assertThat(body.length()).as("not there").isEmpty();
        Files.writeString(file, "12345");
        assertThat(body.length()).hasValue(5);
        assertThat(body.type()).isEmpty();
        assertThat(body.repeatable()).isTrue();
        assertThat(body.sized(3).length()).hasValue(3);
    }

    @Test
    void ofAStream() {
        RequestBody body = RequestBody.of(() -> new ByteArrayInputStream(new byte[9]));
        assertThat(body.length()).isEmpty();
        assertThat(body.repeatable()).isTrue();
        assertThat(body.repeatable(false).repeatable()).isFalse();
        assertThat(body.sized(9).length()).isEqualTo(OptionalLong.of(9));
        assertThat(body.typed("a/b").sized(1).repeatable(true).type()).isEqualTo(Optional.of("a/b"));
    }

    @Test
    void ofAPublisher() {
        RequestBody body = RequestBody.of((java.util.concurrent.Flow.Publisher<ByteBuffer>) subscriber -> {});
        assertThat(body.length()).isEmpty();
        assertThat(body.repeatable()).isFalse();
        assertThat(body.repeatable(true).repeatable()).isTrue();
    }

    @Test
    void ofAForm() {
        RequestBody body = RequestBody.form("a b", "\u00e4&=+", "c", "");
        assertThat(body.type()).contains("application/x-www-form-urlencoded");
        assertThat(body.length()).hasValue("a+b=%C3%A4%26%3D%2B&c=".length());
        assertThatThrownBy(() -> RequestBody.form("a")).hasMessage("Expected names and values in turn, got 1 texts");
    }

    @Test
    void refusesWhatCannotBe() {
        RequestBody stream = RequestBody.of(() -> new ByteArrayInputStream(new byte[0]));
        assertThatThrownBy(() -> stream.sized(-1)).hasMessage("Expected a length of 0 or more, got -1");
        assertThatThrownBy(() -> stream.typed("a\r\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RequestBody.of(new byte[2]).sized(3)).hasMessage("Expected the length 2, got 3");
        assertThatThrownBy(RequestBody::multipart).hasMessageContaining("Expected at least one part");
        assertThatThrownBy(() -> RequestBody.of((Path) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Request.of("TRACE", "http://a.test/").withBody(stream))
                .hasMessageContaining("TRACE");
    }
}
