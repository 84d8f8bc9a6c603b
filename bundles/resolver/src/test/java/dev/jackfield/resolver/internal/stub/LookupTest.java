package dev.jackfield.resolver.internal.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackfield.resolver.ResolveFailure.Reason;
import dev.jackfield.resolver.internal.dns.DnsName;
import dev.jackfield.resolver.internal.dns.MalformedMessage;
import dev.jackfield.resolver.internal.dns.MessageReader;
import dev.jackfield.resolver.internal.dns.RecordType;
import dev.jackfield.resolver.internal.dns.Wire;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LookupTest {
    private static final int NOERROR = 0x8180;
    private static final int NXDOMAIN = 0x8183;

    private static Lookup lookup(String... names) {
        return new Lookup(Stream.of(names).map(DnsName::of).toList(), code -> code == RecordType.A.code());
    }

    private static Wire wire(int flags, int answers, int authorities) {
        return Wire.message(1, flags, 0, answers, authorities, 0);
    }

    private static Reply reply(Wire wire) throws MalformedMessage {
        return new Reply.Message(MessageReader.read(wire.octets()));
    }

    private static Lookup.Next ask(String name) {
        return new Lookup.Next.Ask(DnsName.of(name));
    }

    private static Lookup.Next done(Answer answer) {
        return new Lookup.Next.Done(answer);
    }

    @Test
    void holdsForAsLongAsTheShortestOfAll() throws MalformedMessage {
        Lookup lookup = lookup("a.test");
        assertThat(lookup.begin()).isEqualTo(ask("a.test"));
        Wire first = wire(NOERROR, 2, 0).cname("a.test", 300, "b.test").cname("b.test", 20, "c.test");
        assertThat(lookup.reply(reply(first))).isEqualTo(ask("c.test"));
        Wire second = wire(NOERROR, 2, 0).a("c.test", 60, "01020304").a("c.test", 50, "01020305");
        Answer.Found found = (Answer.Found) ((Lookup.Next.Done) lookup.reply(reply(second))).answer();
        assertThat(found.ttlSeconds()).isEqualTo(20);
        assertThat(found.canonicalName()).isEqualTo("c.test");
        assertThat(found.records()).hasSize(2);
    }

    @Test
    void tellsNoDataFromNoSuchName() throws MalformedMessage {
        Lookup lookup = lookup("a.test");
        lookup.begin();
        assertThat(lookup.reply(reply(wire(NOERROR, 0, 1).soa("test", 90, 40)))).isEqualTo(done(new Answer.NoData(40)));
        lookup = lookup("a.test");
        lookup.begin();
        assertThat(lookup.reply(reply(wire(NXDOMAIN, 0, 1).soa("test", 30, 40))))
                .isEqualTo(done(new Answer.NoSuchName(30)));
    }

    @Test
    void remembersNothingThatNobodyAnswersFor() throws MalformedMessage {
        Lookup lookup = lookup("a.test");
        lookup.begin();
        assertThat(lookup.reply(reply(wire(NXDOMAIN, 0, 0)))).isEqualTo(done(new Answer.NoSuchName(0)));
        lookup = lookup("a.test");
        lookup.begin();
        assertThat(lookup.reply(reply(wire(NXDOMAIN, 0, 1).soa("other", 30, 40))))
                .isEqualTo(done(new Answer.NoSuchName(0)));
    }

    @Test
    void goesThroughTheListAndRemembersWhatExists() throws MalformedMessage {
        Lookup lookup = lookup("a.x", "a.y", "a");
        assertThat(lookup.begin()).isEqualTo(ask("a.x"));
        assertThat(lookup.reply(reply(wire(NXDOMAIN, 0, 1).soa("x", 30, 40)))).isEqualTo(ask("a.y"));
        assertThat(lookup.reply(reply(wire(NOERROR, 0, 1).soa("y", 20, 40)))).isEqualTo(ask("a"));
        assertThat(lookup.reply(reply(wire(NXDOMAIN, 0, 1).soa("", 60, 40)))).isEqualTo(done(new Answer.NoData(20)));
    }

    @Test
    void stopsWhereNobodyKnows() {
        Answer.Failed failed = new Answer.Failed(Reason.SERVER_FAILED, "SERVFAIL");
        Lookup lookup = lookup("a.x", "a");
        lookup.begin();
        assertThat(lookup.reply(new Reply.None(failed))).isEqualTo(done(failed));
    }

    @Test
    void believesWhoKnowsTheEndOfTheAliases() throws MalformedMessage {
        Lookup lookup = lookup("a.test");
        lookup.begin();
        Wire noData = wire(NOERROR, 1, 1).cname("a.test", 15, "b.other").soa("other", 30, 40);
        assertThat(lookup.reply(reply(noData))).isEqualTo(done(new Answer.NoData(15)));

        lookup = lookup("a.test");
        lookup.begin();
        Wire nothing = wire(NXDOMAIN, 1, 1).cname("a.test", 60, "b.other").soa("other", 30, 40);
        assertThat(lookup.reply(reply(nothing))).isEqualTo(done(new Answer.NoSuchName(30)));

        lookup = lookup("a.test");
        lookup.begin();
        Wire elsewhere = wire(NOERROR, 1, 1).cname("a.test", 60, "b.other").soa("test", 30, 40);
        assertThat(lookup.reply(reply(elsewhere))).isEqualTo(ask("b.other"));
    }

    @Test
    void followsTenAliases() throws MalformedMessage {
        assertThat(chain(Lookup.MOST_ALIASES)).isInstanceOf(Answer.Found.class);
        assertThat(chain(Lookup.MOST_ALIASES + 1))
                .isEqualTo(new Answer.Failed(
                        Reason.SERVER_FAILED, "Expected records of n0.test, got more than 10 aliases"));
    }

    private static Answer chain(int aliases) throws MalformedMessage {
        Wire wire = wire(NOERROR, aliases + 1, 0);
        for (int i = 0; i < aliases; i++) {
            wire.cname("n" + i + ".test", 60, "n" + (i + 1) + ".test");
        }
        wire.a("n" + aliases + ".test", 60, "01020304");
        Lookup lookup = lookup("n0.test");
        lookup.begin();
        return ((Lookup.Next.Done) lookup.reply(reply(wire))).answer();
    }

    @Test
    void countsAliasesForEachNameOfTheListAnew() throws MalformedMessage {
        Lookup lookup = lookup("n0.test", "m.test");
        lookup.begin();
        Wire wire = wire(NXDOMAIN, 10, 1);
        for (int i = 0; i < 10; i++) {
            wire.cname("n" + i + ".test", 60, "n" + (i + 1) + ".test");
        }
        assertThat(lookup.reply(reply(wire.soa("test", 60, 60)))).isEqualTo(ask("m.test"));
        Wire alias = wire(NOERROR, 2, 0).cname("m.test", 70, "o.test").a("o.test", 80, "01020304");
        assertThat(((Lookup.Next.Done) lookup.reply(reply(alias))).answer())
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.ttlSeconds()).isEqualTo(70));
    }

    @Test
    void refusesAliasesThatLookLikeOtherNames() throws MalformedMessage {
        Lookup lookup = lookup("a.test");
        lookup.begin();
        assertThat(lookup.reply(reply(wire(NOERROR, 1, 0).cname("a.test", 60, "www\\.bank.test"))))
                .isEqualTo(done(new Answer.Failed(
                        Reason.SERVER_FAILED,
                        "Expected records of a.test, got an alias that is no name of a host, www\\.bank.test")));
    }

    @Test
    void ignoresOtherClasses() throws MalformedMessage {
        Lookup lookup = lookup("a.test");
        lookup.begin();
        Wire chaos = wire(NOERROR, 1, 0).name("a.test").u16(1, 3).u32(60).u16(4).u32(1);
        assertThat(lookup.reply(reply(chaos))).isEqualTo(done(new Answer.NoData(0)));
    }

    @Test
    void dropsSuffixesThatAddNothing() {
        StubConfig config = new StubConfig(
                List.of(), List.of("", "x.test", "X.Test.", "y".repeat(60)), 1, Duration.ofSeconds(1), 1, false, true);
        assertThat(SearchList.names("a", config))
                .extracting(DnsName::toString)
                .containsExactly("a.x.test", "a." + "y".repeat(60), "a");
        String name = ("z".repeat(63) + ".").repeat(3) + "z";
        assertThat(SearchList.names(name, config))
                .extracting(DnsName::toString)
                .containsExactly(name, name + ".x.test");
        assertThat(SearchList.names("a.", config)).extracting(DnsName::toString).containsExactly("a");
        assertThat(SearchList.names("", config)).hasSize(3);
    }
}
