package dev.jackfield.cookies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    private static final Instant EXAMPLE = Instant.parse("1994-11-06T08:49:37Z");
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Sun Nov 6 08:49:37 1994",
                "Sun Nov 06 08:49:37 1994",
                "Sun, 06-Nov-1994 08:49:37 GMT",
                "Sun, 06-Nov-94 08:49:37 GMT",
                "Sun, 6 Nov 1994 8:49:37 GMT",
                "Mon, 06 Nov 1994 08:49:37 GMT"
            })
    void readsTheFormsOfHttp(String text) {
        assertThat(HttpDate.parse(text, NOW)).contains(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sun",
                "Su, 06 Nov 1994 08:49:37 GMT",
                "sun, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 gmt",
                "Sun, 06 Nov 1994 08:49:37 UTC",
                "Sun, 06 Nov 1994 08:49:37 GMT\n",
                " Sun, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 94 08:49:37 GMT",
                "Sun, 06 Nov 19945 08:49:37 GMT",
                "Sun, 006 Nov 1994 08:49:37 GMT",
                "Sun, 00 Nov 1994 08:49:37 GMT",
                "Sun, 31 Nov 1994 08:49:37 GMT",
                "Sun, 29 Feb 1900 08:49:37 GMT",
                "Sun, 06 Nov 1994 24:49:37 GMT",
                "Sun, 06 Nov 1994 08:60:37 GMT",
                "Sun, 06 Nov 1994 08:49:61 GMT",
                "Sun, 06 Nov 1600 08:49:37 GMT",
                "Fri, 31 Dec 9999 23:59:60 GMT",
                "Sun Nov  06 08:49:37 1994",
                "Sun Nov  6 08:49:37 1994 GMT"
            })
    void refusesAnythingElse(String text) {
        assertThat(HttpDate.parse(text, NOW)).isEmpty();
    }

    @Test
    void everyPartOfADateIsNoDate() {
        for (String whole : new String[] {HttpDate.format(EXAMPLE), "Sunday, 06-Nov-94 08:49:37 GMT"}) {
            for (int cut = 0; cut < whole.length(); cut++) {
                assertThat(HttpDate.parse(whole.substring(0, cut), NOW)).isEmpty();
            }
        }
    }

    @Test
    void takesTheLeapSecond() {
        assertThat(HttpDate.parse("Sat, 31 Dec 2016 23:59:60 GMT")).contains(Instant.parse("2017-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-14T22:13:20Z, 73, 14-Nov, 22:13:20, 2073",
        "2023-11-14T22:13:20Z, 73, 14-Nov, 22:13:21, 1973",
        "2023-11-14T22:13:20Z, 74, 01-Jan, 00:00:00, 1974",
        "2085-01-01T00:00:00Z, 10, 01-Jan, 00:00:00, 2110",
        "2085-01-01T00:00:00Z, 84, 01-Jan, 00:00:00, 2084"
    })
    void readsTwoDigitsAsAYearUpTo50YearsAhead(Instant now, String year, String day, String time, int expected) {
        assertThat(HttpDate.parse("Monday, " + day + "-" + year + " " + time + " GMT", now)
                        .map(read -> read.atZone(ZoneOffset.UTC).getYear()))
                .contains(expected);
    }

    @Test
    void writesWhatItReads() {
        DateTimeFormatter jdk = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
        long first = LocalDate.of(1601, 1, 1).toEpochDay() * 86_400;
        long step = 86_400L * 97 + 3671;
        for (long second = first; second <= HttpDate.LAST.getEpochSecond(); second += step) {
            Instant moment = Instant.ofEpochSecond(second);
            String text = HttpDate.format(moment);
            assertThat(text).isEqualTo(jdk.format(moment));
            assertThat(HttpDate.parse(text)).contains(moment);
            assertThat(HttpDate.parseCookieDate(text)).contains(moment);
        }
    }

    @Test
    void writesWholeSecondsTowardsThePast() {
        assertThat(HttpDate.format(Instant.EPOCH.minusMillis(500))).isEqualTo("Wed, 31 Dec 1969 23:59:59 GMT");
        assertThat(HttpDate.format(Instant.parse("0001-01-01T00:00:00Z"))).isEqualTo("Mon, 01 Jan 0001 00:00:00 GMT");
        assertThat(HttpDate.format(HttpDate.LAST)).isEqualTo("Fri, 31 Dec 9999 23:59:59 GMT");
    }

    @Test
    void writesNoYearsOfOtherThanFourDigits() {
        assertThatThrownBy(() -> HttpDate.format(HttpDate.LAST.plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Expected a moment in the years 1 to 9999, got 253402300800 seconds since the beginning of 1970");
        assertThatThrownBy(() -> HttpDate.format(Instant.parse("0000-12-31T23:59:59Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun Nov  6 08:49:37 1994",
                "sun, 06-NOV-94 08:49:37 EST",
                "8:49:37 6 Novemberish 1994",
                "1994 6 nov 08:49:37x",
                "6th Nov94 Nov 94 08:49:37",
                "06 Nov 1994 08:49:37 12:00:00"
            })
    void readsDatesOfCookiesInAnyOrder(String text) {
        assertThat(HttpDate.parseCookieDate(text)).contains(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sun, 06 Nov 1994",
                "08:49:37",
                "06 Nov 1994 08:49",
                "06 Nov 1994 008:49:37",
                "06 Nov 1994 08:49:60",
                "31 Nov 1994 08:49:37",
                "06 Nov 1600 08:49:37",
                "06 Nov 12345 08:49:37",
                "06 No\u017f 1994 08:49:37"
            })
    void knowsNoDatesOfCookiesThatAreNone(String text) {
        assertThat(HttpDate.parseCookieDate(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"69, 2069", "70, 1970", "99, 1999", "00, 2000"})
    void readsTwoDigitsOfCookiesByTheFixedRule(String digits, int year) {
        assertThat(HttpDate.parseCookieDate("01 Jan " + digits + " 00:00:00"))
                .contains(LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
