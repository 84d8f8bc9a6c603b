package dev.jackfield.http.internal;

import dev.jackfield.http.Completion;
import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.Response;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.StreamedResponse;
import dev.jackfield.http.internal.message.Framing;
import dev.jackfield.http.internal.message.Spans;
import dev.jackfield.loop.Guard;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * Hands the body out as it is asked for.
 *
 * <p>The body lives on the loop of the wire; how the exchange ends is told at the home of the journey.
 */
final class Streaming implements Incoming, Completion {
    private final TiedFuture<StreamedResponse> future = new TiedFuture<>();
    private final CompletableFuture<Headers> trailers = new CompletableFuture<>();

    /** Null before the head. Written on the wire's loop before anything is told at home. */
    private volatile Attached attached;

    /** What there is from the head on. */
    private record Attached(Lane lane, Tap tap, LiveBody body) {}

    TiedFuture<StreamedResponse> future() {
        return future;
    }

    @Override
    public void head(Call call, ResponseHead head, Framing framing) throws HttpFailure {
        Tap tap = call.tap();
        Lane lane = call.wireLane();
        LiveBody body = new LiveBody(new Attendance(call, lane), lane::execute, tap);
        attached = new Attached(lane, tap, body);
        Response soFar = call.response(Headers.empty());
        boolean wanted = future.deliver(new StreamedResponse(
                soFar.request(), head, soFar.redirects(), body, trailers.minimalCompletionStage(), soFar.ledger()));
        if (!wanted) {
            throw new HttpFailure(Phase.SINK, "Nobody waits for the response any more");
        }
    }

    @Override
    public void part(ByteBuffer in, int count) {
        ByteBuffer bytes = in.slice(in.position(), count);
        in.position(in.position() + count);
        attached.body().part(bytes);
    }

    @Override
    public byte[] body() {
        return Kept.NOTHING;
    }

    @Override
    public boolean paused() {
        return attached != null && attached.tap().isShut();
    }

    @Override
    public void completed(Response response) {
        Attached to = attached;
        trailers.complete(response.trailers());
        to.lane().run(to.body()::complete);
    }

    @Override
    public void failed(HttpFailure failure) {
        Attached to = attached;
        if (to == null) {
            future.failed(failure);
        } else {
            trailers.completeExceptionally(failure);
            to.lane().run(() -> to.body().fail(failure));
        }
    }

    /** Waits for a subscriber, but not forever: a body that nobody takes care of holds a connection. */
    private final class Attendance implements LiveBody.Exchange {
        private final Call call;
        private final Lane lane;
        private final Guard patience;

        Attendance(Call call, Lane lane) {
            this.call = call;
            this.lane = lane;
            Duration limit = call.timeouts().inactivity();
            this.patience = lane.loop.after(limit, () -> {
                String message = "Expected a subscriber to the body within " + Spans.show(limit) + ", got none";
                call.giveUp(new HttpFailure(Phase.BODY, message, new TimeoutException(message)));
            });
        }

        @Override
        public void run(Runnable task) {
            lane.run(task);
        }

        @Override
        public void attended() {
            patience.close();
        }

        @Override
        public void callOff() {
            HttpFailure failure = new HttpFailure(Phase.SINK, "The subscriber cancelled the rest of the body");
            trailers.completeExceptionally(failure);
            call.giveUp(failure);
        }
    }
}
