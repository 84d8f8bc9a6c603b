package dev.jackfield.resolver.internal.search;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.DnsRecord;
import dev.jackfield.resolver.internal.dns.RecordData.Srv;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.order.Service;
import dev.jackfield.resolver.internal.stub.Answer;
import dev.jackfield.resolver.internal.stub.Answer.Failed;
import dev.jackfield.resolver.internal.stub.Answer.Found;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** The question for SRV records (RFC 2782). <i>Loop-confined.</i> */
final class ServiceQuestion {
    /** For how long nothing is done but to wait for an answer: much longer than servers take that are there. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Guard NOT_ARMED = () -> {};

    /** With the underscore it is a label of a domain name. */
    private static final int LONGEST_NAME = 62;

    private final Query query;
    private final Means means;
    private final Outcome outcome;
    private Guard patience = NOT_ARMED;

    /** What becomes of the answer. */
    interface Asker {
        /** There is no answer for now. */
        void silence() throws ResolveFailure;

        /** There are these targets, in their order. */
        void offered(List<Service> targets) throws ResolveFailure;

        /** There are no such records. */
        void without() throws ResolveFailure;
    }

    ServiceQuestion(Query query, Means means, Outcome outcome) {
        this.query = query;
        this.means = means;
        this.outcome = outcome;
    }

    /** Whether this is the name of a service that can be one label of a domain name. */
    static boolean canBeAsked(String service) {
        for (int i = 0; i < service.length(); i++) {
            char c = service.charAt(i);
            if (c <= ' ' || c > '~' || c == '.' || c == '\\') {
                return false;
            }
        }
        return !service.isEmpty() && service.length() <= LONGEST_NAME;
    }

    /** Asks for targets, whose names are complete then. */
    void ask(String host, Asker asker) {
        String name = "_" + query.target().service() + "._" + query.transport().protocol() + "." + host;
        Question question = new Question(name.toLowerCase(Locale.ROOT), RecordType.SRV);
        CompletableFuture<Answer> asked = Dns.askSafely(means.dns(), question, (ChannelLoop) query.loop());
        if (!asked.isDone()) {
            patience = query.loop().after(PATIENCE, () -> outcome.working(asker::silence));
        }
        asked.whenComplete((answer, error) -> {
            patience.close();
            if (!asked.isCancelled()) {
                outcome.working(() -> take(answer, asker));
            }
        });
        outcome.whenOver(() -> asked.cancel(false));
    }

    private void take(Answer answer, Asker asker) throws ResolveFailure {
        List<Service> services = answer instanceof Found found ? services(found.records()) : List.of();
        if (services.isEmpty()) {
            outcome.note("SRV: " + AddressQuestion.story(answer));
            if (answer instanceof Failed failed && failed.reason() != Reason.MALFORMED) {
                outcome.trouble(failed.reason());
            }
            asker.without();
            return;
        }
        List<Service> sorted = means.services().apply(services);
        if (sorted.isEmpty()) {
            throw outcome.failure(
                    Reason.NO_SERVICE,
                    "the service \"" + query.target().service() + "\" is decidedly not offered there");
        }
        asker.offered(sorted);
    }

    private static List<Service> services(List<DnsRecord> records) {
        List<Service> services = new ArrayList<>(records.size());
        for (DnsRecord record : records) {
            if (record.data() instanceof Srv srv && canBeUsed(srv)) {
                services.add(new Service(srv.priority(), srv.weight(), srv.port(), complete(srv.target())));
            }
        }
        return services;
    }

    /** Nobody can be reached at port 0; but at the root, which stands for no service, the port says nothing. */
    private static boolean canBeUsed(Srv srv) {
        return srv.target().isPlain() && (srv.port() != 0 || srv.target().labels() == 0);
    }

    private static String complete(DnsName target) {
        return target.labels() == 0 ? "" : target + ".";
    }
}
