package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.IpAddress;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.loop.Guard;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.RecordType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks name servers for both families at once. AAAA is of use as soon as it is there; A waits a little for it (RFC 8305
 * section 3).
 */
final class DnsSearch implements Search {
    private static final Guard NOT_ARMED = () -> {};

    private final List<AddressQuestion> questions;
    private final Duration patience;
    private final ChannelLoop loop;
    private final Runnable news;
    private boolean asking;
    private boolean patient = true;
    private Guard delay = NOT_ARMED;

    /** With the addresses to use for a family of which name servers know none. */
    DnsSearch(Family family, List<IpAddress> otherwise, Duration patience, ChannelLoop loop, Runnable news) {
        this.questions = switch (family) {
            case ANY ->
                List.of(new AddressQuestion(RecordType.AAAA, otherwise), new AddressQuestion(RecordType.A, otherwise));
            case IPV4 -> List.of(new AddressQuestion(RecordType.A, otherwise));
            case IPV6 -> List.of(new AddressQuestion(RecordType.AAAA, otherwise));
        };
        this.patience = patience;
        this.loop = loop;
        this.news = news;
    }

    /** There are no news before this has returned. */
    void start(String name, Dns dns) {
        asking = true;
        for (AddressQuestion question : questions) {
            question.ask(name, dns, loop, this::answered);
        }
        asking = false;
        beginToWait();
    }

    private void answered() {
        if (!asking) {
            beginToWait();
            news.run();
        }
    }

    private void beginToWait() {
        if (done()) {
            delay.close();
        } else if (delay == NOT_ARMED && found().isEmpty() && hasAddresses()) {
            delay = loop.after(patience, this::loseHope);
        }
    }

    private void loseHope() {
        patient = false;
        news.run();
    }

    private boolean hasAddresses() {
        for (AddressQuestion question : questions) {
            if (!question.addresses().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean done() {
        for (AddressQuestion question : questions) {
            if (!question.answered()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<IpAddress> found() {
        boolean all = !patient || done();
        List<IpAddress> found = List.of();
        for (AddressQuestion question : questions) {
            if (all || question.type() == RecordType.AAAA) {
                found = and(found, question.addresses());
            }
        }
        return found;
    }

    private static List<IpAddress> and(List<IpAddress> some, List<IpAddress> more) {
        if (some.isEmpty() || more.isEmpty()) {
            return some.isEmpty() ? more : some;
        }
        List<IpAddress> both = new ArrayList<>(some.size() + more.size());
        both.addAll(some);
        both.addAll(more);
        return both;
    }

    /** A name that is not there is not there in any family; and who knows what a failure has hidden. */
    @Override
    public Reason reason() {
        List<Reason> reasons = questions.stream()
                .map(AddressQuestion::reason)
                .flatMap(Optional::stream)
                .toList();
        if (reasons.contains(Reason.NO_SUCH_NAME)) {
            return Reason.NO_SUCH_NAME;
        }
        return reasons.isEmpty() ? Reason.NO_ADDRESS : reasons.get(0);
    }

    @Override
    public String story() {
        return questions.stream().map(AddressQuestion::story).collect(Collectors.joining("; "));
    }

    @Override
    public void cancel() {
        delay.close();
        questions.forEach(AddressQuestion::cancel);
    }
}
