package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpData;
import dev.jackfield.anyevent.HttpHeaders;
import dev.jackfield.http.BodySink;
import dev.jackfield.http.Completion;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** {@code on_header} and {@code on_body}. <i>Loop-confined.</i> */
final class Hearing implements BodySink, Completion {
    private final GivenParameters given;
    private final Telling telling;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private HttpHeaders headers;

    Hearing(GivenParameters given, Telling telling) {
        this.given = given;
        this.telling = telling;
    }

    @Override
    public boolean head(ResponseHead head) {
        headers = HeaderMaps.of(head, telling.url(), List.of());
        return given.get(GivenParameters.ON_HEADER)
                .map(callback -> callback.test(headers))
                .orElse(true);
    }

    @Override
    public boolean part(ByteBuffer bytes) {
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        if (given.get(GivenParameters.ON_BODY).isEmpty()) {
            kept.writeBytes(piece);
            return true;
        }
        return given.get(GivenParameters.ON_BODY).get().test(piece, headers);
    }

    @Override
    public void completed(Response response) {
        telling.tell(new HttpData.Body(kept.toByteArray()), HeaderMaps.of(response));
    }

    @Override
    public void failed(HttpFailure failure) {
        telling.fail(HeaderMaps.of(failure, telling.url()));
    }
}
