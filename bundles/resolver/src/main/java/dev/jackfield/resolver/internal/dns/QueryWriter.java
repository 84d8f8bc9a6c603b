package dev.jackfield.resolver.internal.dns;

import java.nio.ByteBuffer;

/** Writes queries: one question to a server that shall do the rest. */
public final class QueryWriter {
    /** Says that EDNS is not offered. */
    public static final int NO_EDNS = 0;

    /**
     * How long datagrams may be without fragments on nearly every path: 1280 octets of IPv6 less the heads (DNS flag day
     * 2020).
     */
    public static final int DATAGRAM = 1232;

    private static final int OPT_LENGTH = 11;

    private QueryWriter() {}

    /**
     * A query.
     *
     * @param id 0 to 65535
     * @param question what is asked
     * @param datagram how long the datagrams of the answer may be, 512 to 65535, said by EDNS (RFC 6891 section 6.2.3),
     *     or {@link #NO_EDNS}
     * @return the message
     */
    public static byte[] write(int id, Question question, int datagram) {
        int length = Header.LENGTH + question.name().length() + 4 + (datagram == NO_EDNS ? 0 : OPT_LENGTH);
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putShort((short) id).putShort((short) Header.RECURSION_DESIRED);
        out.putShort((short) 1).putInt(0).putShort((short) (datagram == NO_EDNS ? 0 : 1));
        question.name().writeTo(out);
        out.putShort((short) question.type()).putShort((short) question.dnsClass());
        if (datagram != NO_EDNS) {
            DnsName.ROOT.writeTo(out);
            out.putShort((short) RecordType.OPT.code()).putShort((short) datagram);
            out.putInt(0).putShort((short) 0);
        }
        return out.array();
    }
}
