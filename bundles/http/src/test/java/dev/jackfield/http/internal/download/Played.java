package dev.jackfield.http.internal.download;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.Completion;
import dev.jackfield.http.Exchange;
import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Intake;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Request;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** An exchange whose answer the test plays. */
final class Played implements Exchange, Intake {
    final Request request;
    final List<String> seen = new ArrayList<>();
    boolean closed;
    private final BodySink sink;
    private final Completion completion;
    private ResponseHead head;

    Played(Request request, BodySink sink, Completion completion) {
        this.request = request;
        this.sink = sink;
        this.completion = completion;
    }

    String field(String name) {
        return request.headers().first(name).orElse("");
    }

    Played head(int status, String... fields) {
        head = new ResponseHead(1, status, "Because", Headers.of(fields));
        sink.begin(this);
        sink.head(head);
        return this;
    }

    boolean part(String text) {
        return part(text.getBytes(StandardCharsets.US_ASCII));
    }

    boolean part(byte[] octets) {
        return sink.part(ByteBuffer.wrap(octets).asReadOnlyBuffer());
    }

    void complete() {
        completion.completed(new Response(request, head, new byte[0], Headers.empty(), List.of()));
    }

    void fail(Phase phase, String why) {
        completion.failed(new HttpFailure(phase, why));
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public List<Response> redirects() {
        return List.of();
    }

    @Override
    public void pause() {
        seen.add("pause");
    }

    @Override
    public void resume() {
        seen.add("resume");
    }

    @Override
    public void refuse() {
        seen.add("refuse");
    }

    @Override
    public Executor blocking() {
        return Runnable::run;
    }

    @Override
    public void refuse(Throwable cause) {
        seen.add("refuse: " + cause.getMessage());
    }
}
