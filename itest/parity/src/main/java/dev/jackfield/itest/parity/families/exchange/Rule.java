package dev.jackfield.itest.parity.families.exchange;

/**
 * What a callback of a vector says: {@code accept}, {@code reject}, {@code status=N}, or {@code max=N} octets.
 *
 * @param status the only one that is accepted; 0 for any
 * @param most octets
 */
record Rule(int status, int most) {
    static Rule of(String text) {
        String number = text.substring(text.indexOf('=') + 1);
        return switch (text.substring(0, text.length() - number.length())) {
            case "status=" -> new Rule(Integer.parseInt(number), Integer.MAX_VALUE);
            case "max=" -> new Rule(0, Integer.parseInt(number));
            default -> text.equals("accept") ? new Rule(0, Integer.MAX_VALUE) : new Rule(-1, 0);
        };
    }

    boolean allows(int seenStatus, int octets) {
        return (status == 0 || status == seenStatus) && octets <= most;
    }
}
