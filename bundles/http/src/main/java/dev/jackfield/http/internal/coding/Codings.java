package dev.jackfield.http.internal.coding;

import dev.jackfield.http.Headers;
import dev.jackfield.http.HttpFailure;
import dev.jackfield.http.Phase;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All codings of a body, taken off one after the other, as much at a time as there is room for. <i>Loop-confined.</i> */
public final class Codings {
    /** What is asked for. */
    public static final String ACCEPTED = "gzip, deflate";

    /** How many codings a body may have, one over the other. */
    static final int MOST = 4;

    private static final int BETWEEN = 8 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** The outermost first. */
    private final List<Coding> codings = new ArrayList<>(1);

    private ByteBuffer given = NOTHING;

    private Codings() {}

    /**
     * Of a head.
     *
     * @return empty if there are none, or one that we do not know: then the body is passed on as it comes
     * @throws HttpFailure if there are too many
     */
    public static Optional<Codings> of(Headers headers) throws HttpFailure {
        List<String> names = new ArrayList<>(1);
        for (String value : headers.all("content-encoding")) {
            for (String member : value.split(",")) {
                String name = member.strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !name.equals("identity")) {
                    names.add(name);
                }
            }
        }
        if (names.isEmpty() || !names.stream().allMatch(Codings::known)) {
            return Optional.empty();
        }
        if (names.size() > MOST) {
            throw new HttpFailure(Phase.BODY, "Expected at most " + MOST + " content codings, got " + names.size());
        }
        Codings codings = new Codings();
        for (int last = names.size() - 1; last >= 0; last--) {
            codings.add(names.get(last));
        }
        return Optional.of(codings);
    }

    /** Offers octets, which are taken by {@link #read} and valid until then. */
    public void give(ByteBuffer octets) {
        given = octets;
    }

    /** Decodes what is there, up to what there is room for. Returns how many octets; 0 if more has to be given first. */
    public int read(ByteBuffer out) throws HttpFailure {
        return codings.get(codings.size() - 1).read(out);
    }

    /** Checks that nothing is missing. */
    public void checkEnd() throws HttpFailure {
        for (Coding coding : codings) {
            coding.checkEnd();
        }
    }

    /** Lets go of memory that the collector does not know of. */
    public void close() {
        codings.forEach(Coding::close);
    }

    private static boolean known(String name) {
        return name.equals("gzip") || name.equals("x-gzip") || name.equals("deflate");
    }

    private void add(String name) {
        Inlet inlet = codings.isEmpty() ? () -> given : between(codings.get(codings.size() - 1));
        codings.add(name.equals("deflate") ? new Deflate(inlet) : new Gzip(inlet));
    }

    private static Inlet between(Coding outer) {
        ByteBuffer buffer = ByteBuffer.allocate(BETWEEN).limit(0);
        return () -> {
            if (!buffer.hasRemaining()) {
                buffer.clear();
                try {
                    outer.read(buffer);
                } finally {
                    buffer.flip();
                }
            }
            return buffer;
        };
    }
}
