package dev.jackfield.testkit.internal;

import dev.jackfield.testkit.Chunks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/** One direction of a connection in memory: a ring of bytes with a writer and a reader. */
public final class OneWay {
    private final Chunks reads;
    private final Chunks writes;
    private final byte[] ring;
    private long read;
    private long written;
    private boolean readPause;
    private boolean writePause;
    private boolean ended;
    private boolean abandoned;
    private IOException broken;
    private Runnable wakeReader = () -> {};
    private Runnable wakeWriter = () -> {};

    /** An empty direction. */
    public OneWay(Chunks reads, Chunks writes, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("Expected a capacity of at least 1 byte, got " + capacity);
        }
        this.reads = reads;
        this.writes = writes;
        this.ring = new byte[capacity];
    }

    /** Whom to tell that reading may have become possible. */
    public void whenReadable(Runnable wake) {
        wakeReader = wake;
    }

    /** Whom to tell that writing may have become possible. */
    public void whenWritable(Runnable wake) {
        wakeWriter = wake;
    }

    /** Whether a read has something to say. */
    public boolean readable() {
        return written > read || ended || broken != null;
    }

    /** Whether a write can take something, or has an error to report. */
    public boolean writable() {
        return written - read < ring.length || ended || abandoned || broken != null;
    }

    /** As {@link dev.jackfield.connector.Wire#read}. */
    public int read(ByteBuffer destination) throws IOException {
        throwIfBroken();
        int most = (int) Math.min(written - read, destination.remaining());
        if (!destination.hasRemaining()) {
            return 0;
        }
        if (most == 0) {
            return ended ? -1 : 0;
        }
        if (readPause) {
            readPause = false;
            return 0;
        }
        int count = reads.next(read, most);
        readPause = count < most;
        for (int i = 0; i < count; i++) {
            destination.put(ring[(int) (read++ % ring.length)]);
        }
        wakeWriter.run();
        return count;
    }

    /** As {@link dev.jackfield.connector.Wire#write}. */
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        throwIfBroken();
        if (ended) {
            throw new ClosedChannelException();
        }
        if (abandoned) {
            throw new IOException("Broken pipe");
        }
        long offered = 0;
        for (int i = offset; i < offset + length; i++) {
            offered += sources[i].remaining();
        }
        int most = (int) Math.min(offered, ring.length - (written - read));
        if (most == 0) {
            return 0;
        }
        if (writePause) {
            writePause = false;
            return 0;
        }
        int count = writes.next(written, most);
        writePause = count < most;
        int left = count;
        for (int i = offset; left > 0; i++) {
            for (; left > 0 && sources[i].hasRemaining(); left--) {
                ring[(int) (written++ % ring.length)] = sources[i].get();
            }
        }
        wakeReader.run();
        return count;
    }

    /** Nothing more will be written. */
    public void end() {
        ended = true;
        wakeReader.run();
        wakeWriter.run();
    }

    /** Nothing more will be read. */
    public void abandon() {
        abandoned = true;
        wakeWriter.run();
    }

    /** Reads and writes fail from now on. */
    public void breakWith(IOException failure) {
        broken = failure;
        wakeReader.run();
        wakeWriter.run();
    }

    private void throwIfBroken() throws IOException {
        if (broken != null) {
            throw broken;
        }
    }
}
