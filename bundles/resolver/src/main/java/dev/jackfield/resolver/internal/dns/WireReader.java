package dev.jackfield.resolver.internal.dns;

import java.util.Arrays;

/** Takes a message apart, octet by octet, and never reads behind a limit. */
public final class WireReader {
    /** A name has at most 127 labels, so more pointers than that only waste time. */
    static final int MOST_POINTERS = 127;

    private static final int POINTER = 0xC0;

    private final byte[] octets;
    private final byte[] name = new byte[DnsName.LONGEST];
    private int at;
    private int limit;

    /** Over the first octets of an array, which is not copied. */
    public WireReader(byte[] octets, int length) {
        this.octets = octets;
        this.limit = length;
    }

    /** How many octets have been read or skipped. */
    public int at() {
        return at;
    }

    int left() {
        return limit - at;
    }

    /** Sets another limit, not behind the last octet, and tells the one that was. */
    int limit(int next) {
        int before = limit;
        limit = next;
        return before;
    }

    void need(int count, String what) throws MalformedMessage {
        if (left() < count) {
            throw new MalformedMessage(at, count + " octets of " + what, left());
        }
    }

    int u8(String what) throws MalformedMessage {
        need(1, what);
        return octets[at++] & 0xFF;
    }

    int u16(String what) throws MalformedMessage {
        need(2, what);
        return (octets[at++] & 0xFF) << 8 | octets[at++] & 0xFF;
    }

    int i32(String what) throws MalformedMessage {
        return u16(what) << 16 | u16(what);
    }

    long u32(String what) throws MalformedMessage {
        return i32(what) & 0xFFFF_FFFFL;
    }

    long i64(String what) throws MalformedMessage {
        return (long) i32(what) << 32 | u32(what);
    }

    Octets octets(int count, String what) throws MalformedMessage {
        skip(count, what);
        return since(at - count);
    }

    /** Goes on behind some octets; what they are is for the message of the error. */
    public void skip(int count, String what) throws MalformedMessage {
        need(count, what);
        at += count;
    }

    /** What was read since a place. */
    Octets since(int begin) {
        return new Octets(Arrays.copyOfRange(octets, begin, at));
    }

    /** A length of one octet, and what it says (RFC 1035 section 3.3). */
    Octets string(String what) throws MalformedMessage {
        return octets(u8(what), what);
    }

    /**
     * A name, which may go on at an earlier place of the message (RFC 1035 section 4.1.4). A pointer has to lead to what
     * stands before all that was read of the name so far, so there are no loops.
     */
    public DnsName name() throws MalformedMessage {
        int place = at;
        int first = at;
        int end = limit;
        int length = 0;
        int pointers = 0;
        boolean jumped = false;
        while (true) {
            int head = octet(place, end);
            if (head == 0) {
                name[length++] = 0;
                at = jumped ? at : place + 1;
                return DnsName.checked(Arrays.copyOf(name, length));
            }
            if (head >= POINTER) {
                int target = (head & ~POINTER) << 8 | octet(place + 1, end);
                if (target >= first) {
                    throw new MalformedMessage(place, "a pointer to before octet " + first, target);
                }
                if (++pointers > MOST_POINTERS) {
                    throw new MalformedMessage(place, "at most " + MOST_POINTERS + " pointers in a name", "more");
                }
                at = jumped ? at : place + 2;
                jumped = true;
                end = first;
                first = target;
                place = target;
                continue;
            }
            if (head > DnsName.LONGEST_LABEL) {
                throw new MalformedMessage(place, "a label of at most " + DnsName.LONGEST_LABEL + " octets", head);
            }
            if (length + head + 1 > DnsName.LONGEST - 1) {
                throw new MalformedMessage(place, "a name of at most " + DnsName.LONGEST + " octets", "more");
            }
            octet(place + head, end);
            System.arraycopy(octets, place, name, length, head + 1);
            length += head + 1;
            place += head + 1;
        }
    }

    private int octet(int place, int end) throws MalformedMessage {
        if (place >= end) {
            throw new MalformedMessage(end, "more of a name", "the end");
        }
        return octets[place] & 0xFF;
    }
}
