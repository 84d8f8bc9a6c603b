package dev.jackfield.itest.parity.families;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.gson.JsonArray;
import dev.jackfield.address.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/** The answer to a question, made here so that nothing of the code under test is needed to try it. */
final class DnsReply {
    private static final int HEADER = 12;
    private static final int RESPONSE = 0x8180;
    private static final int SERVFAIL = 2;
    private static final int INTERNET = 1;
    private static final int TTL = 60;
    private static final Map<String, Integer> TYPES =
            Map.of("a", 1, "cname", 5, "txt", 16, "aaaa", 28, "srv", 33, "*", 255);

    private final byte[] query;
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(records);
    private int count;
    private int questionEnd;

    DnsReply(byte[] query) {
        this.query = query;
    }

    /** Name and type; the name as it is on the wire, without a dot at its end. */
    String question() {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (query[at] != 0) {
            name.append(name.isEmpty() ? "" : ".").append(new String(query, at + 1, query[at], ISO_8859_1));
            at += 1 + query[at];
        }
        questionEnd = at + 5;
        int type = ByteBuffer.wrap(query).getShort(at + 1);
        return name + " " + typeName(type);
    }

    private static String typeName(int type) {
        return TYPES.entrySet().stream()
                .filter(known -> known.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(String.valueOf(type));
    }

    /** One record: owner, type, data. */
    void add(JsonArray record) {
        String type = record.get(1).getAsString();
        count++;
        try {
            out.write(name(record.get(0).getAsString()));
            out.writeShort(TYPES.get(type));
            out.writeShort(INTERNET);
            out.writeInt(TTL);
            byte[] data = data(type, record);
            out.writeShort(data.length);
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] data(String type, JsonArray record) {
        String first = record.get(2).getAsString();
        return switch (type) {
            case "a", "aaaa" -> IpAddress.of(first).octets();
            case "cname" -> name(first);
            case "txt" -> text(first);
            case "srv" -> service(record);
            default -> throw new IllegalStateException("Expected a known type, got " + type);
        };
    }

    private static byte[] service(JsonArray record) {
        byte[] target = name(record.get(5).getAsString());
        ByteBuffer data = ByteBuffer.allocate(6 + target.length);
        for (int i = 2; i < 5; i++) {
            data.putShort((short) record.get(i).getAsInt());
        }
        return data.put(target).array();
    }

    private static byte[] name(String text) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (String label : text.split("\\.")) {
            if (!label.isEmpty()) {
                wire.writeBytes(text(label));
            }
        }
        wire.write(0);
        return wire.toByteArray();
    }

    private static byte[] text(String text) {
        byte[] octets = text.getBytes(ISO_8859_1);
        return ByteBuffer.allocate(1 + octets.length)
                .put((byte) octets.length)
                .put(octets)
                .array();
    }

    byte[] octets() {
        return message(RESPONSE);
    }

    byte[] failed() {
        return message(RESPONSE | SERVFAIL);
    }

    private byte[] message(int flags) {
        byte[] question = Arrays.copyOfRange(query, HEADER, questionEnd);
        return ByteBuffer.allocate(HEADER + question.length + records.size())
                .put(query, 0, 2)
                .putShort((short) flags)
                .putShort((short) 1)
                .putShort((short) count)
                .putInt(0)
                .put(question)
                .put(records.toByteArray())
                .array();
    }
}
