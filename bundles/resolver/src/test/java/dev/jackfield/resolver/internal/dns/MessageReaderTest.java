package dev.jackfield.resolver.internal.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackfield.address.Ipv4;
import dev.jackfield.address.Ipv6;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReaderTest {
    private static final int RESPONSE = 0x8180;

    private static Wire asked(int answers, int authorities, int additionals) {
        return Wire.message(1, RESPONSE, 1, answers, authorities, additionals)
                .name("a.test")
                .u16(1, 1);
    }

    private static DnsMessage read(Wire wire) throws MalformedMessage {
        return MessageReader.read(wire.octets());
    }

    private static RecordData data(RecordType type, Wire data) throws MalformedMessage {
        return read(asked(1, 0, 0).record("a.test", type, 60, data))
                .answers()
                .get(0)
                .data();
    }

    private static void refuses(Wire wire, String why) {
        assertThatThrownBy(() -> read(wire))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining(why)
                .hasMessageContaining(" at octet ");
    }

    @Test
    void readsEveryKindOfRecord() throws MalformedMessage {
        DnsName b = DnsName.of("b.test");
        assertThat(data(RecordType.A, new Wire().hex("01020304"))).isEqualTo(new RecordData.A(new Ipv4(0x01020304)));
        assertThat(data(
                        RecordType.AAAA,
                        new Wire().u32(0x20010db8).u32(0).u32(0).u32(0xfffffffeL)))
                .isEqualTo(new RecordData.Aaaa(new Ipv6(0x20010db800000000L, 0xfffffffeL)));
        assertThat(data(RecordType.NS, new Wire().name("b.test"))).isEqualTo(new RecordData.Ns(b));
        assertThat(data(RecordType.CNAME, new Wire().name("b.test"))).isEqualTo(new RecordData.Cname(b));
        assertThat(data(RecordType.DNAME, new Wire().name("b.test"))).isEqualTo(new RecordData.Dname(b));
        assertThat(data(RecordType.PTR, new Wire().name("b.test"))).isEqualTo(new RecordData.Ptr(b));
        assertThat(data(RecordType.MX, new Wire().u16(10).name("b.test"))).isEqualTo(new RecordData.Mx(10, b));
        assertThat(data(RecordType.SRV, new Wire().u16(1, 2, 65535).name("b.test")))
                .isEqualTo(new RecordData.Srv(1, 2, 65535, b));
        Wire soa = new Wire().name("b.test").name("x\\.y.test");
        assertThat(data(
                        RecordType.SOA,
                        soa.u32(0xFFFFFFFFL).u32(2).u32(3).u32(4).u32(5)))
                .isEqualTo(new RecordData.Soa(b, DnsName.of("x\\.y.test"), 0xFFFFFFFFL, 2, 3, 4, 5));
        assertThat(data(RecordType.TXT, new Wire().hex("02686900"))).hasToString("Txt[strings=[hi, ]]");
        assertThat(data(RecordType.SPF, new Wire().hex("026869"))).hasToString("Txt[strings=[hi]]");
        assertThat(data(RecordType.HINFO, new Wire().hex("01780179"))).hasToString("Hinfo[cpu=x, os=y]");
        assertThat(data(RecordType.WKS, new Wire().hex("010203040640")))
                .hasToString("Wks[address=1.2.3.4, protocol=6, ports=@]");
        assertThat(data(
                        RecordType.NAPTR,
                        new Wire().u16(1, 2).hex("017501730172").name("b.test")))
                .hasToString("Naptr[order=1, preference=2, flags=u, services=s, regexp=r, replacement=b.test]");
        assertThat(data(RecordType.CAA, new Wire().hex("80017463"))).hasToString("Caa[flags=128, tag=t, value=c]");
        assertThat(data(RecordType.ANY, new Wire().hex("6869"))).hasToString("Raw[octets=hi]");
    }

    @ParameterizedTest
    @CsvSource({
        "A, 010203",
        "A, 0102030405",
        "A, ''",
        "AAAA, 01020304",
        "AAAA, 0102030405060708090a0b0c0d0e0f1011",
        "CNAME, ''",
        "CNAME, 0161",
        "CNAME, 01610000",
        "CNAME, c0",
        "NS, 40",
        "PTR, 8000",
        "MX, 0001",
        "MX, 00010161",
        "SRV, 000100020003",
        "SRV, 00010002000300ff",
        "SOA, 0000",
        "SOA, 000000000001000000020000000300000004000000",
        "TXT, ''",
        "TXT, 0261",
        "TXT, 016105",
        "HINFO, 0161",
        "HINFO, 0161016200",
        "WKS, 01020304",
        "NAPTR, 0001000201",
        "DNAME, 01",
        "CAA, 00",
        "CAA, 000561",
        "SPF, ''"
    })
    void refusesDataOfTheWrongSize(RecordType type, String hex) {
        assertThatThrownBy(() -> data(type, new Wire().hex(hex))).isInstanceOf(MalformedMessage.class);
    }

    @Test
    void takesAddressesOfOtherClassesAsTheyAre() throws MalformedMessage {
        Wire chaos = asked(1, 0, 0).name("a.test").u16(1, 3).u32(0).u16(1).hex("00");
        assertThat(read(chaos).answers().get(0).data()).hasToString("Raw[octets=\0]");
    }

    @Test
    void refusesEveryMessageThatIsCutShort() throws MalformedMessage {
        byte[] whole = asked(2, 1, 1)
                .cname("a.test", 60, "b.test")
                .a("b.test", 60, "01020304")
                .soa("test", 60, 60)
                .hex("00002904d000000000000c0008000474657374000a0000")
                .octets();
        assertThat(MessageReader.read(whole).additionals()).hasSize(1);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> MessageReader.read(cut)).isInstanceOf(MalformedMessage.class);
        }
    }

    @Test
    void namesThePlace() {
        byte[] junk = asked(0, 0, 0).hex("beef").octets();
        assertThatThrownBy(() -> MessageReader.read(junk))
                .hasMessage("Expected the end at octet 24 of a DNS message, got 2 octets more")
                .extracting(e -> ((MalformedMessage) e).offset())
                .isEqualTo(24);
    }

    @Test
    void refusesCountsThatLie() {
        refuses(asked(2, 0, 0).a("a.test", 60, "01020304"), "more of a name");
        refuses(asked(0, 0, 0).a("a.test", 60, "01020304"), "Expected the end");
        refuses(Wire.message(1, RESPONSE, 65535, 0, 0, 0).name("a.test").u16(1, 1), "more of a name");
        refuses(asked(65535, 65535, 65535), "more of a name");
    }

    @Test
    void refusesPointersThatLeadNowhere() {
        refuses(asked(1, 0, 0).hex("c018"), "a pointer to before octet 24");
        refuses(asked(1, 0, 0).hex("c01a01610000"), "a pointer to before octet 24");
        refuses(asked(1, 0, 0).hex("ffff"), "a pointer to before octet 24");
        refuses(asked(1, 0, 0).hex("0161c018"), "a pointer to before octet 24");
        refuses(asked(1, 0, 0).hex("c0"), "more of a name");
    }

    @Test
    void refusesNamesThatRunIntoThemselves() {
        // The pointer leads to octet 23, which says that 63 octets follow, beyond where the name began.
        refuses(
                Wire.message(1, RESPONSE, 1, 1, 0, 0)
                        .name("a.test")
                        .u16(1, 0x013f)
                        .hex("c017"),
                "more of a name");
    }

    @Test
    void refusesTooManyPointers() {
        Wire wire = Wire.message(1, RESPONSE, 0, 1, 0, 0).hex("00").u16(99, 1).u32(0);
        int first = 12 + 11;
        wire.u16(2 * (WireReader.MOST_POINTERS + 1)).hex("0000");
        for (int i = 0; i < WireReader.MOST_POINTERS; i++) {
            wire.u16(0xC000 | first + 2 * i);
        }
        byte[] octets = wire.octets();
        WireReader in = new WireReader(octets, octets.length);
        assertThat(chain(in, octets.length - 2)).isNull();

        byte[] longer = wire.u16(0xC000 | octets.length - 2).octets();
        assertThat(chain(new WireReader(longer, longer.length), longer.length - 2))
                .contains("at most 127 pointers");
    }

    private static String chain(WireReader in, int offset) {
        try {
            in.skip(offset, "what comes before");
            in.name();
            return null;
        } catch (MalformedMessage e) {
            return e.getMessage();
        }
    }

    @Test
    void refusesDotsWithinTheLabelsOfOwners() throws MalformedMessage {
        refuses(asked(1, 0, 0).a("a\\.test", 60, "01020304"), "labels without dots");
        refuses(asked(1, 0, 0).a("a\\000.test", 60, "01020304"), "labels without dots");
        assertThat(data(RecordType.CNAME, new Wire().name("b\\.test"))).hasToString("Cname[target=b\\.test]");
    }

    @Test
    void takesTimesWithTheHighestBitAsZero() throws MalformedMessage {
        assertThat(read(asked(1, 0, 0).a("a.test", 0x80000000L, "01020304"))
                        .answers()
                        .get(0)
                        .ttl())
                .isZero();
        assertThat(read(asked(1, 0, 0).a("a.test", 0x7FFFFFFF, "01020304"))
                        .answers()
                        .get(0)
                        .ttl())
                .isEqualTo(0x7FFFFFFF);
    }

    @Test
    void readsWhatEdnsAddsToTheCode() throws MalformedMessage {
        assertThat(read(asked(0, 0, 1).hex("00002904d0010000000000")).rcode()).isEqualTo(Rcode.BADVERS);
        assertThat(Rcode.name(Rcode.BADVERS)).isEqualTo("BADVERS");
        assertThat(Rcode.name(4095)).isEqualTo("RCODE4095");
    }

    @Test
    void refusesMarksOfEdnsWhereTheyDoNotBelong() {
        String opt = "00002904d0000000000000";
        refuses(asked(0, 0, 2).hex(opt).hex(opt), "no OPT record but one");
        refuses(asked(1, 0, 0).hex(opt), "no OPT record but one");
        refuses(asked(0, 1, 0).hex(opt), "no OPT record but one");
        refuses(asked(0, 0, 1).name("a.test").hex(opt.substring(2)), "no OPT record but one");
        refuses(asked(0, 0, 1).hex("00002904d0000000000003000100"), "length of an option");
    }

    @Test
    void readsALargeMessageFullOfTheLongestNames() throws MalformedMessage {
        Wire wire = Wire.message(1, RESPONSE, 1, 5000, 0, 0);
        wire.name("a.".repeat(127)).u16(1, 1);
        for (int i = 0; i < 5000; i++) {
            wire.u16(0xC00C, 16, 1, 0, 0, 1).hex("00");
        }
        assertThat(wire.octets().length).isLessThan(65536);
        assertThat(read(wire).answers()).hasSize(5000);
    }

    @Test
    void readsOrRefusesWhateverComes() {
        byte[] seed = asked(2, 1, 1)
                .cname("a.test", 60, "b.test")
                .a("b.test", 60, "01020304")
                .soa("test", 60, 60)
                .hex("00002904d0000000000000")
                .octets();
        Random random = new Random(4);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = seed.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            try {
                MessageReader.read(octets);
            } catch (MalformedMessage e) {
                refused++;
                assertThat(e.offset()).isBetween(0, octets.length);
            }
        }
        assertThat(refused).isBetween(1000, 19_000);
    }
}
