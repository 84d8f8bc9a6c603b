package dev.jackfield.anyevent.internal.http;

import dev.jackfield.anyevent.HttpData;
import dev.jackfield.anyevent.HttpHeaders;
import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.StreamedResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;

/** {@code on_header} and {@code on_body}. <i>Loop-confined</i>, except for {@link #callOff}. */
final class Hearing implements Flow.Subscriber<ByteBuffer> {
    private final StreamedResponse response;
    private final HttpHeaders headers;
    private final GivenParameters given;
    private final Telling telling;
    private final Optional<BiPredicate<? super byte[], ? super HttpHeaders>> onBody;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private volatile Flow.Subscription subscription;

    Hearing(StreamedResponse response, GivenParameters given, Telling telling) {
        this.response = response;
        this.headers = HeaderMaps.of(response.head(), response.request().url(), response.redirects());
        this.given = given;
        this.telling = telling;
        this.onBody = given.get(GivenParameters.ON_BODY);
    }

    /** The head is here. */
    void start() {
        telling.exchange(this::callOff);
        response.body().subscribe(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription tap) {
        subscription = tap;
        if (telling.over()) {
            tap.cancel();
        } else if (agrees(
                "on_header",
                () -> given.get(GivenParameters.ON_HEADER)
                        .map(callback -> callback.test(headers))
                        .orElse(true))) {
            tap.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        if (onBody.isEmpty()) {
            kept.writeBytes(piece);
        } else if (!telling.over()) {
            agrees("on_body", () -> onBody.get().test(piece, headers));
        }
    }

    @Override
    public void onError(Throwable error) {
        int code = error instanceof HttpFailure failure ? failure.code() : Phase.BODY.code();
        telling.fail(HeaderMaps.failed(headers, code, String.valueOf(error.getMessage())));
    }

    @Override
    public void onComplete() {
        response.trailers()
                .whenComplete((trailers, none) -> telling.tell(
                        new HttpData.Body(kept.toByteArray()),
                        HeaderMaps.with(headers, none == null ? trailers : Headers.empty())));
    }

    /** Asks a callback, and ends it all if that says no, or fails. */
    private boolean agrees(String name, BooleanSupplier callback) {
        String reason;
        try {
            if (callback.getAsBoolean()) {
                return true;
            }
            reason = "Request cancelled by " + name;
        } catch (RuntimeException | Error e) {
            reason = "Request cancelled by " + name + ", which failed: " + e;
        }
        subscription.cancel();
        telling.fail(HeaderMaps.failed(headers, Phase.SINK.code(), reason));
        return false;
    }

    private void callOff() {
        Flow.Subscription tap = subscription;
        if (tap != null) {
            tap.cancel();
        }
    }
}
