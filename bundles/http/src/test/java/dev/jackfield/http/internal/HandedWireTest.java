package dev.jackfield.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.testkit.ManualLoop;
import dev.jackfield.testkit.PipeWire;
import dev.jackfield.testkit.WireContract;
import dev.jackfield.testkit.internal.WireLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HandedWireTest {
    @Nested
    class ByTheContract extends WireContract {
        @Override
        protected Ends connect() {
            PipeWire.Pair ends = PipeWire.pair(new ManualLoop());
            return new Ends(new HandedWire(ends.near(), octets(""), true), new WireLine(ends.far()));
        }
    }

    private final ManualLoop loop = new ManualLoop();
    private final PipeWire.Pair pair = PipeWire.pair(loop);
    private final List<String> woken = new ArrayList<>();

    @Test
    void readsEarlyOctetsFirst() throws Exception {
        HandedWire wire = wire("abc");
        pair.far().write(new ByteBuffer[] {octets("def")}, 0, 1);
        assertThat(read(wire, 2)).isEqualTo("ab");
        assertThat(read(wire, 0)).isEmpty();
        assertThat(read(wire, 9)).isEqualTo("c");
        assertThat(read(wire, 9)).isEqualTo("def");
        assertThat(read(wire, 9)).isEmpty();
    }

    @Test
    void isReadableAsLongAsThereAreSome() throws Exception {
        HandedWire wire = wire("a");
        wire.whenReadable(() -> woken.add("replaced"));
        wire.whenReadable(() -> woken.add("woken"));
        assertThat(woken).as("inside the call").isEmpty();
        loop.run();
        assertThat(woken).containsExactly("woken");
        loop.run();
        read(wire, 1);
        wire.whenReadable(() -> woken.add("from below"));
        loop.run();
        assertThat(woken).containsExactly("woken");
        pair.far().write(new ByteBuffer[] {octets("b")}, 0, 1);
        loop.run();
        assertThat(woken).containsExactly("woken", "from below");
    }

    @Test
    void tellsItsWaiterWhenItIsClosed() {
        HandedWire wire = wire("a");
        wire.whenReadable(() -> woken.add("woken"));
        wire.close();
        wire.close();
        wire.whenReadable(() -> woken.add("after"));
        assertThat(woken).isEmpty();
        loop.run();
        assertThat(woken).containsExactlyInAnyOrder("woken", "after");
        assertThat(pair.near().isOpen()).isFalse();
        assertThatThrownBy(() -> read(wire, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void takesNothingIfTheRequestIsNotOut() {
        HandedWire wire = new HandedWire(pair.near(), octets(""), false);
        assertThatThrownBy(() -> wire.write(new ByteBuffer[] {octets("x")}, 0, 1))
                .hasMessageStartingWith("Expected a server that reads the whole request");
    }

    private HandedWire wire(String early) {
        return new HandedWire(pair.near(), octets(early), true);
    }

    private static String read(HandedWire wire, int most) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(most);
        wire.read(in);
        return StandardCharsets.US_ASCII.decode(in.flip()).toString();
    }

    private static ByteBuffer octets(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
