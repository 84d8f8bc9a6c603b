package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.MalformedMessage;
import dev.jackfield.resolver.internal.dns.MessageReader;
import dev.jackfield.resolver.internal.dns.Question;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.dns.Wire;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryTest {
    private static final InetSocketAddress ONE = new InetSocketAddress("192.0.2.1", 53);
    private static final InetSocketAddress TWO = new InetSocketAddress("192.0.2.2", 53);
    private static final int TRUNCATED = 0x0200;
    private static final int FORMERR = 1;
    private static final int SERVFAIL = 2;
    private static final int NXDOMAIN = 3;
    private static final int NOTIMP = 4;
    private static final int REFUSED = 5;

    private final AtomicInteger ids = new AtomicInteger(100);
    private final Health health = new Health(() -> 0);

    private Inquiry inquiry(boolean edns, int attempts, InetSocketAddress... servers) {
        return new Inquiry(
                Question.of(DnsName.of("a.test"), RecordType.A),
                new Servers(List.of(servers), Collections.nCopies(attempts, Duration.ofSeconds(5)), health),
                edns,
                ids::getAndIncrement);
    }

    private static byte[] query(Step step) {
        return step instanceof Step.Stream stream ? stream.query() : ((Step.Datagram) step).query();
    }

    private static InetSocketAddress server(Step step) {
        return step instanceof Step.Stream stream ? stream.server() : ((Step.Datagram) step).server();
    }

    private static int id(Step step) throws MalformedMessage {
        return MessageReader.read(query(step)).header().id();
    }

    private static boolean offersEdns(Step step) throws MalformedMessage {
        return !MessageReader.read(query(step)).additionals().isEmpty();
    }

    private static Step receive(Inquiry inquiry, Wire wire) {
        byte[] octets = wire.octets();
        return inquiry.received(octets, octets.length);
    }

    private static Wire reply(Step to, int flags) throws MalformedMessage {
        return Wire.reply(query(to), flags, 0, 0);
    }

    private static Wire good(Step to) throws MalformedMessage {
        return Wire.reply(query(to), 0, 1, 0).a("a.test", 60, "01020304");
    }

    private static Answer.Failed failure(Step step) {
        return ((Reply.None) ((Step.Done) step).reply()).failure();
    }

    private static boolean isAnswer(Step step) {
        return step instanceof Step.Done done && done.reply() instanceof Reply.Message;
    }

    @Test
    void asksOnceWhereAllIsWell() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 2, ONE, TWO);
        Step first = inquiry.begin();
        assertThat(first).isInstanceOf(Step.Datagram.class);
        assertThat(server(first)).isEqualTo(ONE);
        assertThat(MessageReader.read(query(first)).questions())
                .containsExactly(Question.of(DnsName.of("a.test"), RecordType.A));
        assertThat(MessageReader.read(query(first)).additionals().get(0).dnsClass())
                .isEqualTo(1232);
        assertThat(isAnswer(receive(inquiry, good(first)))).isTrue();
    }

    @Test
    void takesNxdomainForAnAnswer() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 2, ONE, TWO);
        assertThat(isAnswer(receive(inquiry, reply(inquiry.begin(), NXDOMAIN)))).isTrue();
    }

    @Test
    void asksAllServersInRoundsWithFreshIds() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 2, ONE, TWO);
        Step first = inquiry.begin();
        Step second = inquiry.timedOut();
        Step third = inquiry.timedOut();
        Step fourth = inquiry.timedOut();
        assertThat(List.of(server(first), server(second), server(third), server(fourth)))
                .containsExactly(ONE, TWO, ONE, TWO);
        assertThat(List.of(id(first), id(second), id(third), id(fourth))).containsExactly(100, 101, 102, 103);
        assertThat(failure(inquiry.timedOut()))
                .isEqualTo(new Answer.Failed(
                        Reason.TIMEOUT,
                        "No name server answered for a.test: 192.0.2.1 port 53: no answer within 5000 ms; "
                                + "192.0.2.2 port 53: no answer within 5000 ms; "
                                + "192.0.2.1 port 53: no answer within 5000 ms; "
                                + "192.0.2.2 port 53: no answer within 5000 ms"));
    }

    @ParameterizedTest
    @ValueSource(ints = {SERVFAIL, REFUSED, 9, 15})
    void goesToTheNextServerAndNotBack(int rcode) throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 2, ONE, TWO);
        Step second = receive(inquiry, reply(inquiry.begin(), rcode));
        assertThat(server(second)).isEqualTo(TWO);
        Step third = inquiry.timedOut();
        assertThat(server(third)).isEqualTo(TWO);
        assertThat(failure(inquiry.timedOut()).reason()).isEqualTo(Reason.SERVER_FAILED);
    }

    @Test
    void endsAtOnceWhenAllHaveFailed() throws MalformedMessage {
        Inquiry inquiry = inquiry(false, 5, ONE, TWO);
        Step second = receive(inquiry, reply(inquiry.begin(), SERVFAIL));
        assertThat(failure(receive(inquiry, reply(second, REFUSED))))
                .isEqualTo(new Answer.Failed(
                        Reason.SERVER_FAILED,
                        "No name server answered for a.test: 192.0.2.1 port 53: SERVFAIL; 192.0.2.2 port 53: REFUSED"));
    }

    @Test
    void tellsWhenNobodyCouldBeAsked() {
        Inquiry inquiry = inquiry(true, 2, ONE);
        inquiry.begin();
        assertThat(failure(inquiry.failed("nothing listens there")))
                .isEqualTo(new Answer.Failed(
                        Reason.UNAVAILABLE,
                        "No name server answered for a.test: 192.0.2.1 port 53: nothing listens there"));
        assertThat(failure(inquiry(true, 2).begin()))
                .isEqualTo(new Answer.Failed(Reason.UNAVAILABLE, "No name server answered for a.test: none is known"));
    }

    @Test
    void ignoresWhatDoesNotBelongToTheQuery() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 1, ONE);
        Step first = inquiry.begin();
        int id = id(first);
        List<Wire> strays = List.of(
                new Wire(),
                new Wire().hex("0064"),
                Wire.message(id + 1, 0x8180, 1, 0, 0, 0).name("a.test").u16(1, 1),
                Wire.message(id, 0x0180, 1, 0, 0, 0).name("a.test").u16(1, 1),
                Wire.message(id, 0x9180, 1, 0, 0, 0).name("a.test").u16(1, 1),
                Wire.message(id, 0x8180, 1, 0, 0, 0).name("b.test").u16(1, 1),
                Wire.message(id, 0x8180, 1, 0, 0, 0).name("a.test").u16(28, 1),
                Wire.message(id, 0x8180, 1, 0, 0, 0).name("a.test").u16(1, 3),
                Wire.message(id, 0x8180, 1, 0, 0, 0).name("a.test").hex("00"),
                Wire.message(id, 0x8180, 0, 0, 0, 0),
                Wire.message(id, 0x8183, 0, 0, 0, 0),
                Wire.message(id, 0x8180, 2, 0, 0, 0)
                        .name("a.test")
                        .u16(1, 1)
                        .name("a.test")
                        .u16(1, 1));
        for (Wire stray : strays) {
            assertThat(receive(inquiry, stray)).isSameAs(Step.Wait.ON);
        }
        assertThat(isAnswer(receive(
                        inquiry,
                        Wire.message(id, 0x8180, 1, 0, 0, 0).name("A.TEST").u16(1, 1))))
                .isTrue();
    }

    @Test
    void givesUpAServerThatIsFloodedOver() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 2, ONE, TWO);
        inquiry.begin();
        for (int i = 0; i < Inquiry.MOST_STRAYS; i++) {
            assertThat(receive(inquiry, new Wire())).isSameAs(Step.Wait.ON);
        }
        Step second = receive(inquiry, new Wire());
        assertThat(server(second)).isEqualTo(TWO);
        assertThat(receive(inquiry, new Wire())).isSameAs(Step.Wait.ON);
    }

    @Test
    void asksTheSameServerOverTcpForWhatDidNotFit() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 2, ONE, TWO);
        Step first = inquiry.begin();
        byte[] whole = good(first).octets();
        whole[2] |= 0x02;
        for (int length = 24; length <= whole.length; length++) {
            Inquiry cut = inquiry(true, 2, ONE, TWO);
            ids.set(100);
            cut.begin();
            byte[] octets = Arrays.copyOf(whole, length);
            assertThat(cut.received(octets, length)).isInstanceOf(Step.Stream.class);
        }
        ids.set(200);
        Step stream = inquiry.received(whole, whole.length);
        assertThat(server(stream)).isEqualTo(ONE);
        assertThat(id(stream)).isEqualTo(200);
        assertThat(isAnswer(receive(inquiry, good(stream)))).isTrue();
    }

    @Test
    void goesOnWhenTcpIsTruncatedTooOrHasStrays() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 1, ONE, TWO);
        Step stream = receive(inquiry, reply(inquiry.begin(), TRUNCATED));
        Step second = receive(inquiry, reply(stream, TRUNCATED));
        assertThat(second).isInstanceOf(Step.Datagram.class);
        assertThat(server(second)).isEqualTo(TWO);
        Step secondStream = receive(inquiry, reply(second, TRUNCATED));
        assertThat(secondStream).isInstanceOf(Step.Stream.class);
        assertThat(failure(receive(inquiry, good(stream))).why())
                .endsWith("192.0.2.1 port 53: truncated over TCP as well; "
                        + "192.0.2.2 port 53: an answer to something else");
    }

    @ParameterizedTest
    @ValueSource(ints = {FORMERR, NOTIMP})
    void asksOnceMoreWithoutEdns(int rcode) throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 2, ONE, TWO);
        Step first = inquiry.begin();
        assertThat(offersEdns(first)).isTrue();
        Step again = receive(inquiry, reply(first, rcode));
        assertThat(server(again)).isEqualTo(ONE);
        assertThat(offersEdns(again)).isFalse();
        assertThat(id(again)).isNotEqualTo(id(first));
        Step second = receive(inquiry, reply(again, rcode));
        assertThat(server(second)).isEqualTo(TWO);
        assertThat(offersEdns(second)).isTrue();
    }

    @Test
    void asksWithoutEdnsWhereTheHeaderAloneComesBack() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 2, ONE);
        Step again = receive(inquiry, Wire.message(id(inquiry.begin()), 0x8181, 0, 0, 0, 0));
        assertThat(offersEdns(again)).isFalse();
    }

    @Test
    void asksWithoutEdnsWhereItsVersionIsUnknown() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 2, ONE);
        Wire badVersion = Wire.message(id(inquiry.begin()), 0x8180, 1, 0, 0, 1)
                .name("a.test")
                .u16(1, 1)
                .hex("00002904d0010000000000");
        assertThat(offersEdns(receive(inquiry, badVersion))).isFalse();
    }

    @Test
    void remembersInTheNextRoundWhoTakesNoEdns() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 2, ONE);
        receive(inquiry, reply(inquiry.begin(), FORMERR));
        assertThat(offersEdns(inquiry.timedOut())).isFalse();
    }

    @Test
    void asksWithoutEdnsOverTcpWhereItWasRefusedThere() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 2, ONE);
        Step stream = receive(inquiry, reply(inquiry.begin(), TRUNCATED));
        Step again = receive(inquiry, reply(stream, FORMERR));
        assertThat(again).isInstanceOf(Step.Stream.class);
        assertThat(offersEdns(again)).isFalse();
    }

    @Test
    void neverOffersWhatIsSwitchedOff() throws MalformedMessage {
        Inquiry inquiry = inquiry(false, 1, ONE);
        Step first = inquiry.begin();
        assertThat(offersEdns(first)).isFalse();
        assertThat(failure(receive(inquiry, reply(first, FORMERR))).why()).endsWith("FORMERR");
    }

    @Test
    void goesOnAfterAMalformedAnswer() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 1, ONE, TWO);
        Step second = receive(inquiry, good(inquiry.begin()).hex("00"));
        assertThat(server(second)).isEqualTo(TWO);
        assertThat(failure(inquiry.timedOut()).why()).contains("Expected the end at octet 46 of a DNS message");
    }

    @Test
    void goesOnAfterADatagramThatIsTooLong() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 1, ONE, TWO);
        byte[] octets = Arrays.copyOf(good(inquiry.begin()).octets(), Inquiry.MOST_DATAGRAM + 1);
        assertThat(server(inquiry.received(octets, octets.length))).isEqualTo(TWO);
        assertThat(failure(inquiry.timedOut()).why()).contains("a datagram of more than 4096 octets");
    }

    @Test
    void takesLongMessagesOverTcp() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 1, ONE);
        Step stream = receive(inquiry, reply(inquiry.begin(), TRUNCATED));
        Wire wire = Wire.reply(query(stream), 0, 200, 0);
        for (int i = 0; i < 200; i++) {
            wire.a("a.test", 60, "01020304");
        }
        assertThat(wire.octets().length).isGreaterThan(Inquiry.MOST_DATAGRAM);
        assertThat(isAnswer(receive(inquiry, wire))).isTrue();
    }

    @Test
    void goesOnAfterAReferral() throws MalformedMessage {
        Inquiry inquiry = inquiry(true, 1, ONE, TWO);
        Wire referral = Wire.reply(query(inquiry.begin()), 0, 0, 1)
                .record("test", RecordType.NS, 60, new Wire().name("ns.test"));
        assertThat(server(receive(inquiry, referral))).isEqualTo(TWO);
    }
}
