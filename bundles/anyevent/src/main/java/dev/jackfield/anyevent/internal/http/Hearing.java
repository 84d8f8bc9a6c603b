package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpData;
import dev.jackfield.anyevent.HttpHeaders;
import dev.jackfield.http.BodySink;
import dev.jackfield.http.Completion;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Intake;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** {@code on_header} and {@code on_body}. <i>Loop-confined.</i> */
final class Hearing implements BodySink, Completion {
    private final Optional<Predicate<? super HttpHeaders>> onHeader;
    private final Optional<BiPredicate<? super byte[], ? super HttpHeaders>> onBody;
    private final Telling telling;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Intake intake;
    private HttpHeaders headers;
    /** Who was asked last. */
    private String asked = "on_header";

    Hearing(GivenParameters given, Telling telling) {
        this.onHeader = given.get(GivenParameters.ON_HEADER);
        this.onBody = given.get(GivenParameters.ON_BODY);
        this.telling = telling;
    }

    @Override
    public void begin(Intake tap) {
        intake = tap;
    }

    @Override
    public boolean head(ResponseHead head) {
        headers = HeaderMaps.of(head, intake.request(), intake.redirects(), telling.url());
        return onHeader.isEmpty() || onHeader.get().test(headers);
    }

    @Override
    public boolean part(ByteBuffer bytes) {
        asked = "on_body";
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        if (onBody.isEmpty()) {
            kept.writeBytes(piece);
            return true;
        }
        return onBody.get().test(piece, headers);
    }

    @Override
    public void completed(Response response) {
        telling.tell(new HttpData.Body(kept.toByteArray()), HeaderMaps.of(response, telling.url()));
    }

    @Override
    public void failed(HttpFailure failure) {
        if (failure.phase() == Phase.SINK) {
            String why = failure.getCause() == null ? "" : ", which failed: " + failure.getCause();
            telling.fail(HeaderMaps.failed(headers, failure.code(), "Request cancelled by " + asked + why));
        } else {
            telling.fail(HeaderMaps.of(failure, telling.url()));
        }
    }
}
