package dev.jackfield.resolver.internal.search;

import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.Query;
import dev.jackfield.resolver.ResolveFailure;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.DnsRecord;
import dev.jackfield.resolver.internal.dns.RecordData.Srv;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.order.Service;
import dev.jackfield.resolver.internal.stub.Answer;
import dev.jackfield.resolver.internal.stub.Answer.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** The question for SRV records (RFC 2782). <i>Loop-confined.</i> */
final class ServiceQuestion {
    /** With the underscore it is a label of a domain name. */
    private static final int LONGEST_NAME = 62;

    private final Query query;
    private final Means means;
    private final Outcome outcome;

    /** What becomes of the targets. */
    @FunctionalInterface
    interface Offered {
        void take(List<Service> targets) throws ResolveFailure;
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

    /**
     * Asks for targets, whose names are complete then.
     *
     * @param without what to do if there are no such records
     */
    void ask(String host, Offered offered, Outcome.Work without) {
        String name = "_" + query.target().service() + "._" + query.transport().protocol() + "." + host;
        Question question = new Question(name.toLowerCase(Locale.ROOT), RecordType.SRV);
        CompletableFuture<Answer> asked = Dns.askSafely(means.dns(), question, (ChannelLoop) query.loop());
        asked.whenComplete((answer, error) -> {
            if (!asked.isCancelled()) {
                outcome.working(() -> take(answer, offered, without));
            }
        });
        outcome.whenOver(() -> asked.cancel(false));
    }

    private void take(Answer answer, Offered offered, Outcome.Work without) throws ResolveFailure {
        List<Service> services = answer instanceof Found found ? services(found.records()) : List.of();
        if (services.isEmpty()) {
            outcome.note("SRV: " + AddressQuestion.story(answer));
            without.run();
            return;
        }
        List<Service> sorted = means.services().apply(services);
        if (sorted.isEmpty()) {
            throw outcome.failure(
                    Reason.NO_SERVICE,
                    "the service \"" + query.target().service() + "\" is decidedly not offered there");
        }
        offered.take(sorted);
    }

    private static List<Service> services(List<DnsRecord> records) {
        List<Service> services = new ArrayList<>(records.size());
        for (DnsRecord record : records) {
            if (record.data() instanceof Srv srv && srv.target().isPlain()) {
                services.add(new Service(srv.priority(), srv.weight(), srv.port(), complete(srv.target())));
            }
        }
        return services;
    }

    private static String complete(DnsName target) {
        return target.labels() == 0 ? "" : target + ".";
    }
}
