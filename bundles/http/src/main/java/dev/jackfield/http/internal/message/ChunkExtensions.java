package dev.jackfield.http.internal.message;

/**
 * What may stand between a chunk's size and the end of its line (RFC 9112 section 7.1.1). Ignored, but checked: who
 * reads it in another way may find the end of the line elsewhere.
 */
final class ChunkExtensions {
    private enum State {
        NAME,
        IN_NAME,
        BEHIND_NAME,
        VALUE,
        IN_VALUE,
        QUOTED,
        ESCAPED,
        BEHIND_VALUE
    }

    private State state = State.NAME;

    /** A semicolon has come. */
    void begin() {
        state = State.NAME;
    }

    /** Whether the line may end here. */
    boolean mayEnd() {
        return state == State.IN_NAME
                || state == State.BEHIND_NAME
                || state == State.IN_VALUE
                || state == State.BEHIND_VALUE;
    }

    /** Takes the next octet. Returns false if that must not stand there. */
    boolean take(byte octet) {
        switch (state) {
            case NAME -> {
                if (Chars.isToken(octet)) {
                    state = State.IN_NAME;
                    return true;
                }
                return Chars.isBlank(octet);
            }
            case VALUE -> {
                if (octet == '"') {
                    state = State.QUOTED;
                    return true;
                }
                if (Chars.isToken(octet)) {
                    state = State.IN_VALUE;
                    return true;
                }
                return Chars.isBlank(octet);
            }
            case QUOTED -> {
                if (octet == '"') {
                    state = State.BEHIND_VALUE;
                } else if (octet == '\\') {
                    state = State.ESCAPED;
                }
                return !isControl(octet);
            }
            case ESCAPED -> {
                state = State.QUOTED;
                return !isControl(octet);
            }
            default -> {
                return inOrBehind(octet);
            }
        }
    }

    private boolean inOrBehind(byte octet) {
        boolean name = state == State.IN_NAME || state == State.BEHIND_NAME;
        boolean within = state == State.IN_NAME || state == State.IN_VALUE;
        if (octet == ';') {
            state = State.NAME;
        } else if (octet == '=' && name) {
            state = State.VALUE;
        } else if (Chars.isBlank(octet)) {
            state = name ? State.BEHIND_NAME : State.BEHIND_VALUE;
        } else {
            return within && Chars.isToken(octet);
        }
        return true;
    }

    private static boolean isControl(byte octet) {
        return (octet >= 0 && octet < ' ' && octet != '\t') || octet == 0x7F;
    }
}
