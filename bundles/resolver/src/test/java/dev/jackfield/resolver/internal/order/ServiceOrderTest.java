package dev.jackfield.resolver.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServiceOrderTest {
    private final Service light = new Service(1, 10, 80, "light");
    private final Service heavy = new Service(1, 30, 80, "heavy");
    private final Service heavier = new Service(1, 60, 80, "heavier");
    private final Service none = new Service(1, 0, 80, "none");
    private final Service later = new Service(2, 60000, 80, "later");
    private final Service latest = new Service(65535, 0, 80, "latest");

    @Test
    void sortsByPriority() {
        assertThat(new ServiceOrder(bound -> 0).sort(List.of(latest, later, light)))
                .containsExactly(light, later, latest);
    }

    @Test
    void drawsLotsByWeight() {
        // The sums reached are 0 for none, 10 for light, 40 for heavy, 100 for heavier.
        List<Service> all = List.of(light, heavier, none, heavy);
        assertThat(first(all, 0, 101)).isEqualTo(none);
        assertThat(first(all, 1, 101)).isEqualTo(light);
        assertThat(first(all, 10, 101)).isEqualTo(light);
        assertThat(first(all, 11, 101)).isEqualTo(heavier);
        assertThat(first(all, 70, 101)).isEqualTo(heavier);
        assertThat(first(all, 71, 101)).isEqualTo(heavy);
        assertThat(first(all, 100, 101)).isEqualTo(heavy);
    }

    @Test
    void givesEveryoneTheirShare() {
        ServiceOrder order = new ServiceOrder(new Random(1)::nextInt);
        Map<Service, Integer> firsts = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            firsts.merge(order.sort(List.of(none, light, heavy, heavier, later)).get(0), 1, Integer::sum);
        }
        assertThat(firsts.get(light)).isCloseTo(1000, within(150));
        assertThat(firsts.get(heavy)).isCloseTo(3000, within(250));
        assertThat(firsts.get(heavier)).isCloseTo(6000, within(250));
        assertThat(firsts.get(none)).isBetween(20, 250);
        assertThat(firsts).doesNotContainKey(later);
    }

    @Test
    void survivesTheGreatestWeights() {
        List<Service> all = IntStream.range(0, 4000)
                .mapToObj(i -> new Service(0, 65535, 80, "t" + i))
                .toList();
        List<Service> sorted = new ServiceOrder(bound -> bound - 1).sort(all);
        assertThat(sorted).hasSize(ServiceOrder.MOST_TARGETS).doesNotHaveDuplicates();
    }

    @Test
    void takesTheRootForNoTargetAtAll() {
        Service root = new Service(0, 0, 0, "");
        assertThat(new ServiceOrder(bound -> 0).sort(List.of(root))).isEmpty();
        assertThat(new ServiceOrder(bound -> 0).sort(List.of(root, light))).containsExactly(light);
    }

    @Test
    void losesNobody() {
        List<Service> all = List.of(none, latest, heavy, later, light, heavier);
        assertThat(new ServiceOrder(new Random(7)::nextInt).sort(all).stream().collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    private static Service first(List<Service> services, int lot, int bound) {
        return new ServiceOrder(given -> given == bound ? lot : 0)
                .sort(services)
                .get(0);
    }
}
