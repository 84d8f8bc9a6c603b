package dev.jackfield.http.internal.coding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Octets in the codings of HTTP, made by the JDK. */
public final class Encoded {
    private Encoded() {}

    /** One member. */
    public static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return coded.toByteArray();
    }

    /** In zlib's wrapping, or without. */
    public static byte[] deflate(byte[] plain, boolean raw) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
        try (DeflaterOutputStream out = new DeflaterOutputStream(coded, deflater)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return coded.toByteArray();
    }

    /** One member with everything in its head that there may be. */
    static byte[] gzipWithAll(byte[] plain) {
        byte[] usual = gzip(plain);
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        coded.write(usual, 0, 3);
        coded.write(0x1F);
        coded.write(usual, 4, 6);
        coded.writeBytes(new byte[] {3, 0, 'x', 'y', 'z'});
        coded.writeBytes("name\0comment\0".getBytes(StandardCharsets.US_ASCII));
        CRC32 sum = new CRC32();
        sum.update(coded.toByteArray());
        coded.write((int) sum.getValue() & 0xFF);
        coded.write((int) sum.getValue() >>> 8 & 0xFF);
        coded.write(usual, 10, usual.length - 10);
        return coded.toByteArray();
    }

    static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
