package dev.jackfield.loop.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerHeapTest {
    private final TimerHeap heap = new TimerHeap();

    @Test
    void isEmptyAtFirst() {
        assertThat(heap.untilFirst(0)).isEqualTo(-1);
        assertThat(heap.pollDue(Long.MAX_VALUE / 2)).isNull();
    }

    @Test
    void keepsEqualDeadlinesInTheirOrder() {
        List<TimerHeap.Entry> added = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            added.add(entry(7));
            heap.add(added.get(i));
        }
        assertThat(drain(7)).containsExactlyElementsOf(added);
    }

    @Test
    void putsUpWithAClockThatWraps() {
        TimerHeap.Entry before = entry(Long.MAX_VALUE - 5);
        TimerHeap.Entry after = entry(Long.MIN_VALUE + 5);
        heap.add(after);
        heap.add(before);
        assertThat(heap.untilFirst(Long.MAX_VALUE - 10)).isEqualTo(5);
        assertThat(heap.pollDue(Long.MAX_VALUE)).isSameAs(before);
        assertThat(heap.pollDue(Long.MAX_VALUE)).isNull();
        assertThat(heap.pollDue(Long.MIN_VALUE + 5)).isSameAs(after);
    }

    @Test
    void forgetsWhatIsRemovedBeforeOrAfterItIsAdded() {
        TimerHeap.Entry late = entry(1);
        heap.remove(late);
        heap.add(late);
        TimerHeap.Entry twice = entry(1);
        heap.add(twice);
        heap.remove(twice);
        heap.remove(twice);
        assertThat(heap.size()).isZero();
    }

    @Test
    void agreesWithASortedListThroughRandomUse() {
        Random random = new Random(20261122);
        List<TimerHeap.Entry> expected = new ArrayList<>();
        long now = 0;
        for (int step = 0; step < 50_000; step++) {
            int dice = random.nextInt(10);
            if (dice < 6) {
                TimerHeap.Entry entry = entry(now + random.nextInt(1000));
                heap.add(entry);
                expected.add(entry);
            } else if (dice < 9 && !expected.isEmpty()) {
                heap.remove(expected.remove(random.nextInt(expected.size())));
            } else {
                now += random.nextInt(300);
                long due = now;
                // The list is in order of addition and the sort is stable.
                List<TimerHeap.Entry> gone = expected.stream()
                        .filter(entry -> entry.deadline <= due)
                        .sorted(Comparator.comparingLong(entry -> entry.deadline))
                        .toList();
                assertThat(drain(now)).containsExactlyElementsOf(gone);
                expected.removeAll(gone);
            }
            assertThat(heap.size()).isEqualTo(expected.size());
        }
    }

    private List<TimerHeap.Entry> drain(long now) {
        List<TimerHeap.Entry> due = new ArrayList<>();
        for (TimerHeap.Entry entry; (entry = heap.pollDue(now)) != null; ) {
            due.add(entry);
        }
        return due;
    }

    private static TimerHeap.Entry entry(long deadline) {
        return new TimerHeap.Entry(deadline, () -> {});
    }
}
