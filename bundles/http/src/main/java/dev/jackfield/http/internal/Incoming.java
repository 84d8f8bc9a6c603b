package dev.jackfield.http.internal;

import dev.jackfield.http.BodySink;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import dev.jackfield.http.ResponseHead;
import dev.jackfield.http.internal.message.Framing;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where a response goes while it comes in. <i>Loop-confined.</i> */
interface Incoming {
    Logger LOG = System.getLogger("dev.jackfield.http");
    CompletionStage<?> NOTHING_TO_DO = CompletableFuture.completedStage(null);

    void head(Call call, ResponseHead head, Framing framing) throws HttpFailure;

    /** Takes {@code count} octets, or less if it pauses meanwhile. */
    void part(ByteBuffer in, int count) throws HttpFailure;

    /** What was kept. */
    byte[] body();

    /** The body is complete. What it throws ends the exchange all the same. */
    default void end() throws HttpFailure {}

    /** Nothing more comes, be the body complete or not. Called on the wire's loop; may be called before anything came. */
    default void close() {}

    /** What has still to be done with a complete body before anybody is told. */
    default CompletionStage<?> finishing() {
        return NOTHING_TO_DO;
    }

    /** Whether nothing more is wanted for now. */
    default boolean paused() {
        return false;
    }

    /** Whether it is paused by one who writes, and has to get on with that. */
    default boolean congested() {
        return false;
    }

    /** Whether anything was written elsewhere since this was asked last. */
    default boolean gotOn() {
        return false;
    }

    /** Nobody waits any more for what had still to be done. At home. */
    default void abandon() {}

    /** Whether it is the connection that is wanted, from behind the head on. */
    default boolean takesWire() {
        return false;
    }

    /** Into memory, up to a limit. */
    final class Kept implements Incoming {
        static final byte[] NOTHING = new byte[0];
        /** A length that was only announced is not worth more memory than this. */
        private static final int TRUSTED = 64 * 1024;

        private final long limit;
        private byte[] body = NOTHING;
        private int length;

        Kept(long limit) {
            this.limit = limit;
        }

        @Override
        public void head(Call call, ResponseHead head, Framing framing) throws HttpFailure {
            if (framing.body() == Framing.Body.LENGTH) {
                check(framing.length());
                body = new byte[(int) Math.min(framing.length(), TRUSTED)];
            }
        }

        @Override
        public void part(ByteBuffer in, int count) throws HttpFailure {
            check((long) length + count);
            if (length + count > body.length) {
                long doubled = Math.max(length + (long) count, body.length * 2L);
                body = Arrays.copyOf(body, (int) Math.min(doubled, Integer.MAX_VALUE - 8));
            }
            in.get(body, length, count);
            length += count;
        }

        @Override
        public byte[] body() {
            return length == body.length ? body : Arrays.copyOf(body, length);
        }

        private void check(long octets) throws HttpFailure {
            if (octets > Math.min(limit, Integer.MAX_VALUE - 8)) {
                throw new HttpFailure(
                        Phase.BODY, "Expected a body of at most " + limit + " octets (maxBody), got " + octets);
            }
        }
    }

    /** Into the caller's sink. */
    final class Streamed implements Incoming {
        private final BodySink sink;
        /** Null before the head. */
        private Tap tap;
        /** Done with before the end, but for a sink that has still something to do. */
        private CompletionStage<?> finishing = NOTHING_TO_DO;

        private boolean over;

        Streamed(BodySink sink) {
            this.sink = sink;
        }

        @Override
        public void head(Call call, ResponseHead head, Framing framing) throws HttpFailure {
            tap = call.tap();
            boolean wanted;
            try {
                sink.begin(tap);
                wanted = sink.head(head);
            } catch (RuntimeException | Error e) {
                throw thrown(e);
            }
            if (!wanted) {
                throw new HttpFailure(Phase.SINK, "The sink refused the response at its head");
            }
        }

        @Override
        public void part(ByteBuffer in, int count) throws HttpFailure {
            ByteBuffer bytes = in.slice(in.position(), count);
            in.position(in.position() + count);
            boolean wanted;
            try {
                wanted = sink.part(bytes);
            } catch (RuntimeException | Error e) {
                throw thrown(e);
            }
            if (!wanted) {
                throw new HttpFailure(Phase.SINK, "The sink refused the rest of the body");
            }
        }

        @Override
        public byte[] body() {
            return Kept.NOTHING;
        }

        @Override
        public void end() throws HttpFailure {
            over = true;
            try {
                finishing = Objects.requireNonNull(sink.finish(), "Expected a stage from the sink, got null");
            } catch (RuntimeException | Error e) {
                throw thrown(e);
            }
        }

        @Override
        public void close() {
            if (tap != null && !over) {
                over = true;
                abandon();
            }
        }

        @Override
        public void abandon() {
            try {
                sink.discard();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "A sink failed to let go", e);
            }
        }

        @Override
        public CompletionStage<?> finishing() {
            return finishing;
        }

        @Override
        public boolean paused() {
            return tap != null && tap.isShut();
        }

        @Override
        public boolean congested() {
            return tap != null && tap.isCongested();
        }

        @Override
        public boolean gotOn() {
            return tap != null && tap.gotOn();
        }

        private static HttpFailure thrown(Throwable e) {
            return new HttpFailure(Phase.SINK, "The sink failed: " + e, e);
        }
    }
}
