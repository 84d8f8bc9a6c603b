package dev.jackfield.connector.tls.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuffersTest {
    @Test
    void keepsSoManyAndNoMore() {
        List<ByteBuffer> borrowed = new ArrayList<>();
        for (int i = 0; i < Buffers.MOST_KEPT + 3; i++) {
            borrowed.add(Buffers.borrow());
        }
        borrowed.forEach(Buffers::giveBack);
        Set<ByteBuffer> before = Collections.newSetFromMap(new IdentityHashMap<>());
        before.addAll(borrowed);
        int known = 0;
        for (int i = 0; i < Buffers.MOST_KEPT + 3; i++) {
            known += before.contains(Buffers.borrow()) ? 1 : 0;
        }
        assertThat(known).isEqualTo(Buffers.MOST_KEPT);
    }

    @Test
    void theyComeEmpty() {
        ByteBuffer one = Buffers.borrow();
        one.putInt(1).flip();
        Buffers.giveBack(one);
        assertThat(Buffers.borrow().remaining()).isEqualTo(Buffers.SIZE);
    }
}
