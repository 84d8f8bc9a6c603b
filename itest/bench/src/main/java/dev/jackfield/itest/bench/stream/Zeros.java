package dev.jackfield.itest.bench.stream;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** As many octets as wanted, out of nothing. */
final class Zeros {
    private static final int PART = 64 * 1024;
    private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(PART).asReadOnlyBuffer();

    private Zeros() {}

    /** For one subscriber after the other; each gets them as fast as it asks. */
    static Flow.Publisher<ByteBuffer> publisher(long octets) {
        return subscriber -> subscriber.onSubscribe(new Pouring(subscriber, octets));
    }

    /** Leaves in an array what is there, for nobody looks, and filling it would be in the figures. */
    static InputStream stream(long octets) {
        return new InputStream() {
            private long left = octets;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int count = (int) Math.min(left, length);
                left -= count;
                return count == 0 && length > 0 ? -1 : count;
            }
        };
    }

    private static final class Pouring implements Flow.Subscription {
        private final AtomicLong wanted = new AtomicLong();
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private long left;
        private volatile boolean over;

        Pouring(Flow.Subscriber<? super ByteBuffer> subscriber, long octets) {
            this.subscriber = subscriber;
            this.left = octets;
        }

        /** Who asks from within {@code onNext} is served by the loop that is running already. */
        @Override
        public void request(long count) {
            if (wanted.getAndAdd(count) == 0) {
                do {
                    pour();
                } while (wanted.decrementAndGet() > 0 && !over);
            }
        }

        @Override
        public void cancel() {
            over = true;
        }

        private void pour() {
            if (left > 0 && !over) {
                ByteBuffer part = ZEROS.duplicate().limit((int) Math.min(left, PART));
                left -= part.remaining();
                subscriber.onNext(part);
            }
            if (left == 0 && !over) {
                over = true;
                subscriber.onComplete();
            }
        }
    }
}
