package dev.jackfield.resolver.internal.search;

import dev.jackfield.address.IpAddress;
import dev.jackfield.loop.ChannelLoop;
import dev.jackfield.resolver.Family;
import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsRecord;
import dev.jackfield.resolver.internal.dns.RecordData;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.stub.Answer;
import dev.jackfield.resolver.internal.stub.Answer.Failed;
import dev.jackfield.resolver.internal.stub.Answer.Found;
import dev.jackfield.resolver.internal.stub.Answer.NoData;
import dev.jackfield.resolver.internal.stub.Answer.NoSuchName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The question for the addresses of one family, and what came of it. <i>Loop-confined.</i> */
final class AddressQuestion {
    private final RecordType type;
    private final List<IpAddress> otherwise;
    private List<IpAddress> addresses = List.of();
    private CompletableFuture<Answer> asked;
    private Answer answer;

    /** With the addresses to use if there is no answer that has some. */
    AddressQuestion(RecordType type, List<IpAddress> otherwise) {
        this.type = type;
        this.otherwise = AddressFamilies.only(type == RecordType.A ? Family.IPV4 : Family.IPV6, otherwise);
    }

    RecordType type() {
        return type;
    }

    void ask(String name, Dns dns, ChannelLoop loop, Runnable answered) {
        asked = Dns.askSafely(dns, new Question(name, type), loop);
        Answer known = asked.isCompletedExceptionally() ? null : asked.getNow(null);
        if (known != null) {
            // What is remembered comes at once, and needs nobody who waits for it.
            take(known);
            answered.run();
            return;
        }
        asked.whenComplete((given, error) -> {
            if (!asked.isCancelled()) {
                take(error == null ? given : new Failed(Reason.UNAVAILABLE, error.toString()));
                answered.run();
            }
        });
    }

    private void take(Answer given) {
        answer = given;
        if (given instanceof Found found) {
            addresses = addresses(found.records());
        }
        if (addresses.isEmpty()) {
            addresses = otherwise;
        }
    }

    private static List<IpAddress> addresses(List<DnsRecord> records) {
        List<IpAddress> addresses = new ArrayList<>(records.size());
        for (DnsRecord record : records) {
            IpAddress address = address(record.data());
            if (address != null && !addresses.contains(address)) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    /** A name server that maps IPv4 into IPv6 means IPv4 all the same. */
    private static IpAddress address(RecordData data) {
        if (data instanceof RecordData.A a) {
            return a.address();
        }
        return data instanceof RecordData.Aaaa aaaa ? aaaa.address().unmapped() : null;
    }

    boolean answered() {
        return answer != null;
    }

    List<IpAddress> addresses() {
        return addresses;
    }

    /** Why there is no address; empty if the name has none of this family, which says nothing about the other. */
    Optional<Reason> reason() {
        if (answer instanceof NoSuchName) {
            return Optional.of(Reason.NO_SUCH_NAME);
        }
        return answer instanceof Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    }

    String story() {
        return type + ": " + story(answer);
    }

    /** What an answer without a use says, for people. */
    static String story(Answer answer) {
        if (answer instanceof NoSuchName) {
            return "there is no such name";
        } else if (answer instanceof NoData) {
            return "the name has no such records";
        }
        return answer instanceof Failed failed ? failed.why() : "the records make no sense";
    }

    void cancel() {
        if (asked != null) {
            asked.cancel(false);
        }
    }
}
