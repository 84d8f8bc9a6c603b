package dev.jackfield.http;

/**
 * How much a server may say. <i>Immutable.</i>
 *
 * @param maxHead octets of a response head, and of all trailers together, from 64. Default: 65,536
 * @param maxFields fields of a response head, and of all trailers together, from 1. Default: 256
 * @param maxInterim interim (1xx) responses before the final one, from 0. Default: 16
 * @param maxBody octets of a body kept in memory, after decoding, from 0. Default: 64 MiB
 * @param maxResponse octets of any body, wherever it goes, after decoding, from 0. Default: {@link Long#MAX_VALUE}, for no limit
 * @param maxRatio how many times as long as what came by the wire a decoded body may be, beyond its first MiB, from 1.
 *     Default: 200
 */
public record ResponseLimits(int maxHead, int maxFields, int maxInterim, long maxBody, long maxResponse, int maxRatio) {
    private static final ResponseLimits DEFAULTS =
            new ResponseLimits(64 * 1024, 256, 16, 64L << 20, Long.MAX_VALUE, 200);

    /** Checks the ranges. */
    public ResponseLimits {
        atLeast("maxHead", maxHead, 64);
        atLeast("maxFields", maxFields, 1);
        atLeast("maxInterim", maxInterim, 0);
        atLeast("maxBody", maxBody, 0);
        atLeast("maxResponse", maxResponse, 0);
        atLeast("maxRatio", maxRatio, 1);
    }

    /**
     * The defaults.
     *
     * @return always the same
     */
    public static ResponseLimits defaults() {
        return DEFAULTS;
    }

    /**
     * With other limits on heads and trailers.
     *
     * @param octets from 64
     * @param fields from 1
     * @return new limits
     */
    public ResponseLimits withMaxHead(int octets, int fields) {
        return new ResponseLimits(octets, fields, maxInterim, maxBody, maxResponse, maxRatio);
    }

    /**
     * With another limit on interim responses.
     *
     * @param value from 0
     * @return new limits
     */
    public ResponseLimits withMaxInterim(int value) {
        return new ResponseLimits(maxHead, maxFields, value, maxBody, maxResponse, maxRatio);
    }

    /**
     * With another limit on bodies kept in memory.
     *
     * @param octets from 0
     * @return new limits
     */
    public ResponseLimits withMaxBody(long octets) {
        return new ResponseLimits(maxHead, maxFields, maxInterim, octets, maxResponse, maxRatio);
    }

    /**
     * With another limit on all bodies.
     *
     * @param octets from 0
     * @return new limits
     */
    public ResponseLimits withMaxResponse(long octets) {
        return new ResponseLimits(maxHead, maxFields, maxInterim, maxBody, octets, maxRatio);
    }

    /**
     * With another limit on what decoding makes of a body.
     *
     * @param value from 1
     * @return new limits
     */
    public ResponseLimits withMaxRatio(int value) {
        return new ResponseLimits(maxHead, maxFields, maxInterim, maxBody, maxResponse, value);
    }

    private static void atLeast(String what, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(what + ": expected at least " + least + ", got " + value);
        }
    }
}
