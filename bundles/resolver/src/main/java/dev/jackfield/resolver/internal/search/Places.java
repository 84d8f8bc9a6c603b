package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.IpAddress;
import dev.jackfield.loop.Guard;
import dev.jackfield.loop.Loop;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.Target;
import dev.jackfield.resolver.internal.files.Tables;
import dev.jackfield.resolver.internal.order.Service;
import java.util.ArrayList;
import java.util.List;

/** The hosts of which one will do, in the order in which they are tried; all are searched for at once. */
final class Places {
    private static final Guard NOT_ARMED = () -> {};

    private final Loop loop;
    private final Means means;
    private final HostSearch hosts;
    private final Outcome outcome;
    private final List<Place> places = new ArrayList<>(1);
    private Guard patience = NOT_ARMED;
    private boolean patient = true;
    private boolean beginning;
    private boolean provisional;

    private record Place(Service service, Search search) {}

    Places(Query query, Means means, Tables tables, Outcome outcome) {
        this.loop = query.loop();
        this.means = means;
        this.outcome = outcome;
        this.hosts = new HostSearch(means, query, tables, () -> outcome.working(this::news));
    }

    boolean hasDns() {
        return hosts.hasDns();
    }

    /** Takes the place of whatever was searched for provisionally. */
    void search(List<Service> services) throws ResolveFailure {
        letGo();
        places.clear();
        provisional = false;
        begin(services);
    }

    /** Searches for what may turn out not to be wanted: it is published, but is no answer until {@link #settle}. */
    void searchProvisionally(List<Service> services) throws ResolveFailure {
        provisional = true;
        begin(services);
    }

    /** Makes what is searched for provisionally the answer; false if there is no such search. */
    boolean settle() throws ResolveFailure {
        if (!provisional) {
            return false;
        }
        provisional = false;
        news();
        return true;
    }

    private void begin(List<Service> services) throws ResolveFailure {
        beginning = true;
        for (Service service : services) {
            places.add(new Place(service, hosts.start(service.target())));
        }
        beginning = false;
        news();
        if (!outcome.over()) {
            if (places.size() > 1) {
                patience = loop.after(ServiceQuestion.PATIENCE, () -> outcome.working(this::loseHope));
            }
            outcome.whenOver(this::letGo);
        }
    }

    private void letGo() {
        patience.close();
        places.forEach(place -> place.search().cancel());
    }

    private void loseHope() throws ResolveFailure {
        patient = false;
        news();
    }

    /** Nobody shall begin with a place while one of a better rank may soon be found. */
    private void news() throws ResolveFailure {
        if (beginning) {
            return;
        }
        List<Target> targets = new ArrayList<>();
        boolean done = true;
        for (int rank = 0; (done || !patient) && rank < places.size(); rank++) {
            Place place = places.get(rank);
            for (IpAddress address : means.addresses().apply(place.search().found())) {
                targets.add(new Target(address, place.service().port(), rank));
            }
            done &= place.search().done();
        }
        List<Target> soFar = List.copyOf(targets);
        if (!done || provisional) {
            outcome.publish(soFar);
        } else if (soFar.isEmpty()) {
            throw failure();
        } else {
            outcome.complete(soFar);
        }
    }

    private ResolveFailure failure() {
        for (Place place : places) {
            String what = places.size() == 1 ? "" : "\"" + place.service().target() + "\": ";
            outcome.note(what + hosts.story(place.search()));
        }
        return outcome.failure(reason());
    }

    /** Where there are several hosts, one in trouble tells more than one that is not there. */
    private Reason reason() {
        Reason first = places.get(0).search().reason();
        return places.stream()
                .map(place -> place.search().reason())
                .filter(reason -> reason != Reason.NO_SUCH_NAME && reason != Reason.NO_ADDRESS)
                .findFirst()
                .orElse(places.size() == 1 ? first : Reason.NO_ADDRESS);
    }
}
