package dev.jackfield.cookies.internal.date;

import java.time.Instant;
import java.util.Optional;

/** Days of the calendar, as numbers: {@link java.time.LocalDate} would be made only to be thrown away. */
final class Civil {
    static final int FIRST_YEAR = 1601;
    static final int SECONDS_OF_A_DAY = 86_400;

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    /** So that all years counted are positive: 400 years repeat themselves. */
    private static final int DAYS_OF_AN_ERA = 146_097;

    private static final int EPOCH_OF_ERAS = 719_468;

    private Civil() {}

    /** The month that the text begins with at that place, from 1; 0 if there is none. Capitals do not matter. */
    static int month(String text, int at) {
        if (at + 3 > text.length()) {
            return 0;
        }
        for (int month = 0; month < 12; month++) {
            if (MONTHS.regionMatches(true, month * 3, text, at, 3) && isAscii(text, at)) {
                return month + 1;
            }
        }
        return 0;
    }

    /** Comparing without capitals takes some letters of other scripts for ours. */
    private static boolean isAscii(String text, int at) {
        return text.charAt(at) < 0x80 && text.charAt(at + 1) < 0x80 && text.charAt(at + 2) < 0x80;
    }

    static String monthName(int month) {
        String name = MONTHS.substring(month * 3 - 3, month * 3);
        return (char) (name.charAt(0) - 0x20) + name.substring(1);
    }

    /** The moment, or empty if there is no such day. Second 60 is the one after 59. */
    static Optional<Instant> instant(int year, int month, int day, int hour, int minute, int second) {
        if (year < FIRST_YEAR || month < 1 || day < 1 || day > length(year, month)) {
            return Optional.empty();
        }
        long seconds = days(year, month, day) * SECONDS_OF_A_DAY + hour * 3600 + minute * 60 + second;
        return seconds > DateText.LAST ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    private static int length(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : LENGTHS[month - 1];
    }

    /** Days since 1970, with the year beginning in March so that the odd day comes last. */
    private static long days(int year, int month, int day) {
        int shifted = month <= 2 ? year - 1 : year;
        int era = shifted / 400;
        int yearOfEra = shifted % 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return (long) era * DAYS_OF_AN_ERA + dayOfEra - EPOCH_OF_ERAS;
    }
}
