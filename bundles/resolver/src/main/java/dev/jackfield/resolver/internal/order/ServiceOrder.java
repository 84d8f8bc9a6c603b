package dev.jackfield.resolver.internal.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** In which order the targets of SRV records are tried (RFC 2782). */
public final class ServiceOrder {

    /** More targets than this are not looked up, because each costs two questions to a name server. */
    public static final int MOST_TARGETS = 32;

    private final IntUnaryOperator random;

    /** Over a source of random numbers from 0 to below the bound that it is given. */
    public ServiceOrder(IntUnaryOperator random) {
        this.random = random;
    }

    /**
     * By priority, and by chance in proportion to their weights where that is the same.
     *
     * @return the first {@value #MOST_TARGETS} at most; none if the service is decidedly not offered, which is what the
     *     root for a target means
     */
    public List<Service> sort(List<Service> services) {
        List<Service> left = new ArrayList<>(services);
        left.removeIf(service -> service.target().isEmpty());
        // Those of weight 0 first, as the RFC has it: so they are only taken when the lot falls on 0.
        left.sort(Comparator.comparingInt(Service::priority).thenComparing(service -> service.weight() > 0));
        List<Service> sorted = new ArrayList<>();
        while (!left.isEmpty() && sorted.size() < MOST_TARGETS) {
            sorted.add(draw(left));
        }
        return sorted;
    }

    private Service draw(List<Service> left) {
        int priority = left.get(0).priority();
        int sum = 0;
        for (Service service : left) {
            if (service.priority() == priority) {
                sum += service.weight();
            }
        }
        int lot = random.applyAsInt(sum + 1);
        Iterator<Service> all = left.iterator();
        Service drawn = all.next();
        for (int reached = drawn.weight(); reached < lot; reached += drawn.weight()) {
            drawn = all.next();
        }
        all.remove();
        return drawn;
    }
}
