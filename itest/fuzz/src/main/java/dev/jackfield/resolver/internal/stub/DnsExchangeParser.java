package dev.jackfield.resolver.internal.stub;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.readable;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.address.IpAddress;
import dev.jackfield.itest.fuzz.Parser;
import dev.jackfield.resolver.internal.dns.DnsMessage;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.Question;
import dev.jackfield.resolver.internal.dns.Rcode;
import dev.jackfield.resolver.internal.dns.RecordType;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A look-up against two servers of which nobody knows what they send: datagrams and pieces of streams, silence and
 * hang-ups, in any order. When the input is over they keep silent, and then the look-up has to come to its end.
 */
public final class DnsExchangeParser implements Parser {
    private static final List<InetSocketAddress> SERVERS = Stream.of("192.0.2.1", "2001:db8::1")
            .map(address -> new InetSocketAddress(IpAddress.of(address).toInetAddress(), StubConfig.PORT))
            .toList();
    private static final List<Duration> ROUNDS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));

    /** Each turn may be asked again without EDNS, and each of those again over TCP. */
    private static final int MOST_QUERIES = SERVERS.size() * ROUNDS.size() * 4;

    private static final List<DnsName> NAMES = List.of(DnsName.of("a.test"), DnsName.of("a.test.example"));
    private static final int MOST_QUESTIONS = NAMES.size() * 2 * (Lookup.MOST_ALIASES + 1);

    @Override
    public void feed(byte[] input) {
        Peer peer = new Peer(ByteBuffer.wrap(input));
        Lookup lookup = new Lookup(NAMES, type -> type == RecordType.A.code());
        Lookup.Next next = lookup.begin();
        for (int questions = 1; next instanceof Lookup.Next.Ask ask; questions++) {
            holds(questions <= MOST_QUESTIONS, () -> "More than " + MOST_QUESTIONS + " questions");
            next = lookup.reply(reply(Question.of(ask.name(), RecordType.A), peer));
        }
        sound(((Lookup.Next.Done) next).answer());
    }

    private static Reply reply(Question question, Peer peer) {
        int[] ids = {0};
        Servers servers = new Servers(SERVERS, ROUNDS, new Health(() -> 0));
        Inquiry inquiry = new Inquiry(question, servers, true, () -> ++ids[0]);
        Step asked = inquiry.begin();
        for (int queries = 1; ; queries++) {
            if (asked instanceof Step.Done done) {
                sound(question, ids[0], done.reply());
                return done.reply();
            }
            holds(queries <= MOST_QUERIES, () -> "More than " + MOST_QUERIES + " queries for one question");
            asked = peer.answer(asked, inquiry);
        }
    }

    private static void sound(Question question, int id, Reply reply) {
        if (reply instanceof Reply.Message got) {
            DnsMessage message = got.message();
            holds(message.header().isResponse() && !message.header().isTruncated(), () -> "No answer: " + message);
            same(message.header().id(), id, () -> "The id of the last query");
            same(message.questions(), List.of(question), () -> "The question");
            holds(message.rcode() == Rcode.NOERROR || message.rcode() == Rcode.NXDOMAIN, message::toString);
        } else {
            sound(((Reply.None) reply).failure());
        }
    }

    private static void sound(Answer answer) {
        if (answer instanceof Answer.Failed failed) {
            readable(failed.why());
        } else if (answer instanceof Answer.Found found) {
            holds(!found.records().isEmpty(), () -> "Nothing found");
            holds(found.records().stream().allMatch(record -> record.is(RecordType.A)), found::toString);
            holds(found.ttlSeconds() >= 0 && found.ttlSeconds() <= Integer.MAX_VALUE, found::toString);
        } else if (answer instanceof Answer.NoData none) {
            holds(none.ttlSeconds() >= 0 && none.ttlSeconds() <= Integer.MAX_VALUE, none::toString);
        } else if (answer instanceof Answer.NoSuchName none) {
            holds(none.ttlSeconds() >= 0 && none.ttlSeconds() <= Integer.MAX_VALUE, none::toString);
        }
    }
}
