package dev.jackfield.cookies.internal.date;

import java.time.LocalDate;

/** Writes IMF-fixdate (RFC 9110 section 5.6.7). */
public final class DateText {
    /** The last second that has four digits for its year. */
    public static final long LAST = 253_402_300_799L;

    private static final long FIRST = -62_135_596_800L;
    private static final String WEEK = "ThuFriSatSunMonTueWed";

    private DateText() {}

    public static String of(long epochSecond) {
        if (epochSecond < FIRST || epochSecond > LAST) {
            throw new IllegalArgumentException("Expected a moment in the years 1 to 9999, got " + epochSecond
                    + " seconds since the beginning of 1970");
        }
        long days = Math.floorDiv(epochSecond, (long) Civil.SECONDS_OF_A_DAY);
        int second = (int) Math.floorMod(epochSecond, (long) Civil.SECONDS_OF_A_DAY);
        LocalDate date = LocalDate.ofEpochDay(days);
        int weekday = (int) Math.floorMod(days, 7L) * 3;
        StringBuilder text =
                new StringBuilder(29).append(WEEK, weekday, weekday + 3).append(", ");
        two(text, date.getDayOfMonth())
                .append(' ')
                .append(Civil.monthName(date.getMonthValue()))
                .append(' ');
        two(text, date.getYear() / 100);
        two(text, date.getYear() % 100).append(' ');
        two(text, second / 3600).append(':');
        two(text, second / 60 % 60).append(':');
        return two(text, second % 60).append(" GMT").toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
