package dev.jackfield.testkit;

import dev.jackfield.connector.Wire;
import dev.jackfield.loop.Loop;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A good wire with one thing wrong, for each thing that the contract is there to catch. */
final class FlawedWire implements Wire {

    enum Flaw {
        NONE,
        PEER_IS_NULL("saysWhatItIs"),
        BENEATH_IS_NULL("saysWhatItIs"),
        EVERYTHING_IS_BENEATH("saysWhatItIs"),
        READ_BEYOND_LIMIT("readsNoMoreThanAskedFor"),
        END_WHEN_NOTHING_IS_THERE("readsNothingWhenNothingIsThereOrWanted"),
        END_WHEN_NOTHING_IS_WANTED("readsNothingWhenNothingIsThereOrWanted"),
        END_IS_SEEN_ONCE("readsTheEndOfTheStreamAgainAndAgain"),
        TAKES_RESETS_FOR_THE_END("takesNoResetForTheEndOfTheStream"),
        SWALLOWS_WRITE_ERRORS("failsToWriteIntoABrokenConnection"),
        HALF_CLOSE_CLOSES_BOTH("endsTheStreamAndReadsOn"),
        HALF_CLOSE_DOES_NOTHING("endsTheStreamAndReadsOn"),
        WRITES_ALL_BUFFERS("writesTheBuffersAskedForInOrder"),
        WRITES_BACKWARDS("writesTheBuffersAskedForInOrder"),
        COUNTS_WRONG("carriesALotAndComesUpShortInBetween"),
        FORGETS_WRITERS("carriesALotAndComesUpShortInBetween"),
        READER_INSIDE_THE_CALL("runsAReaderOnceOnTheLoopAndNotInsideTheCall"),
        READER_TWICE("runsAReaderOnceOnTheLoopAndNotInsideTheCall"),
        READER_OFF_THE_LOOP("runsAReaderOnceOnTheLoopAndNotInsideTheCall"),
        FORGETS_READERS("tellsAReaderOfTheEnd"),
        FORGETS_LATER_READERS("aWaiterMaySetTheNextOne"),
        WRITES_NOTHING_WHILE_SOMEBODY_READS("carriesBothWaysAtOnce"),
        WRITER_INSIDE_THE_CALL("runsAWriterOnceOnTheLoopAndNotInsideTheCall"),
        WRITER_OFF_THE_LOOP("runsAWriterOnceOnTheLoopAndNotInsideTheCall"),
        WRITER_TWICE("runsAWriterOnceOnTheLoopAndNotInsideTheCall"),
        KEEPS_EARLIER_READER("aLaterWaiterReplacesTheEarlierOne"),
        KEEPS_EARLIER_WRITER("aLaterWaiterReplacesTheEarlierOne"),
        WAITERS_SURVIVE_CLOSE("runsNoWaiterAfterClose"),
        CLOSE_DOES_NOTHING("closesOnceAndForAll"),
        SECOND_CLOSE_THROWS("closesOnceAndForAll"),
        READS_AFTER_CLOSE("closesOnceAndForAll"),
        WRITES_AFTER_CLOSE("closesOnceAndForAll");

        final String[] caughtBy;

        Flaw(String... caughtBy) {
            this.caughtBy = caughtBy;
        }
    }

    private final Wire good;
    private final Flaw flaw;
    private boolean closed;
    private boolean ended;
    private boolean told;

    FlawedWire(Wire good, Flaw flaw) {
        this.good = good;
        this.flaw = flaw;
    }

    @Override
    public int read(ByteBuffer destination) throws IOException {
        if (flaw == Flaw.READS_AFTER_CLOSE && closed) {
            return -1;
        }
        if (flaw == Flaw.END_WHEN_NOTHING_IS_WANTED && !destination.hasRemaining()) {
            return -1;
        }
        if (flaw == Flaw.READ_BEYOND_LIMIT && destination.remaining() > 1) {
            destination.limit(destination.capacity());
        }
        int count;
        try {
            count = good.read(destination);
        } catch (IOException e) {
            if (flaw == Flaw.TAKES_RESETS_FOR_THE_END && !closed) {
                return -1;
            }
            throw e;
        }
        if (flaw == Flaw.END_WHEN_NOTHING_IS_THERE && count == 0 && destination.hasRemaining()) {
            return -1;
        }
        if (flaw == Flaw.END_IS_SEEN_ONCE && count < 0 && ended) {
            return 0;
        }
        ended = count < 0;
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        if (flaw == Flaw.WRITES_AFTER_CLOSE && closed) {
            return 0;
        }
        if (flaw == Flaw.WRITES_NOTHING_WHILE_SOMEBODY_READS && told) {
            return 0;
        }
        if (flaw == Flaw.SWALLOWS_WRITE_ERRORS && !closed) {
            return writtenOrNot(sources, offset, length);
        }
        if (flaw == Flaw.WRITES_ALL_BUFFERS) {
            return good.write(sources, 0, sources.length);
        }
        if (flaw == Flaw.WRITES_BACKWARDS) {
            long count = 0;
            for (int i = offset + length - 1; i >= offset; i--) {
                count += good.write(sources, i, 1);
            }
            return count;
        }
        long count = good.write(sources, offset, length);
        return flaw == Flaw.COUNTS_WRONG && count > 1 ? count - 1 : count;
    }

    private long writtenOrNot(ByteBuffer[] sources, int offset, int length) {
        try {
            return good.write(sources, offset, length);
        } catch (IOException e) {
            long count = 0;
            for (int i = offset; i < offset + length; i++) {
                count += sources[i].remaining();
                sources[i].position(sources[i].limit());
            }
            return count;
        }
    }

    @Override
    public void whenReadable(Runnable once) {
        switch (flaw) {
            case READER_INSIDE_THE_CALL -> once.run();
            case READER_TWICE ->
                good.whenReadable(() -> {
                    once.run();
                    loop().execute(once);
                });
            case READER_OFF_THE_LOOP ->
                good.whenReadable(() -> loop().blocking().execute(once));
            case FORGETS_READERS -> {}
            case FORGETS_LATER_READERS -> {
                if (!told) {
                    good.whenReadable(() -> {
                        told = true;
                        once.run();
                    });
                }
            }
            case WRITES_NOTHING_WHILE_SOMEBODY_READS -> {
                told = true;
                good.whenReadable(once);
            }
            case KEEPS_EARLIER_READER -> loop().execute(once);
            case WAITERS_SURVIVE_CLOSE -> loop().execute(once);
            default -> good.whenReadable(once);
        }
    }

    @Override
    public void whenWritable(Runnable once) {
        switch (flaw) {
            case WRITER_INSIDE_THE_CALL -> once.run();
            case WRITER_TWICE ->
                good.whenWritable(() -> {
                    once.run();
                    loop().execute(once);
                });
            case WRITER_OFF_THE_LOOP ->
                good.whenWritable(() -> loop().blocking().execute(once));
            case FORGETS_WRITERS -> {}
            case KEEPS_EARLIER_WRITER -> loop().execute(once);
            default -> good.whenWritable(once);
        }
    }

    @Override
    public void shutdownOutput() throws IOException {
        if (flaw == Flaw.HALF_CLOSE_CLOSES_BOTH) {
            good.close();
        } else if (flaw != Flaw.HALF_CLOSE_DOES_NOTHING) {
            good.shutdownOutput();
        }
    }

    @Override
    public void close() {
        if (flaw == Flaw.SECOND_CLOSE_THROWS && closed) {
            throw new IllegalStateException("closed already");
        }
        closed = true;
        if (flaw != Flaw.CLOSE_DOES_NOTHING) {
            good.close();
        }
    }

    @Override
    public Loop loop() {
        return good.loop();
    }

    @Override
    public SocketAddress peer() {
        return flaw == Flaw.PEER_IS_NULL ? null : good.peer();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> beneath(Class<T> type) {
        return switch (flaw) {
            case BENEATH_IS_NULL -> null;
            case EVERYTHING_IS_BENEATH -> (Optional<T>) Optional.of("something");
            default -> type.isInstance(this) ? Optional.of(type.cast(this)) : good.beneath(type);
        };
    }
}
