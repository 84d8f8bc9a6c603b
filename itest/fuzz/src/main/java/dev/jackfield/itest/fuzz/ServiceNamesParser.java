package dev.jackfield.itest.fuzz;

import static dev.jackfield.itest.fuzz.Promise.holds;
import static dev.jackfield.itest.fuzz.Promise.same;

import dev.jackfield.address.ServiceNames;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.StringTokenizer;

/** Tables of services: what cannot be read is skipped, so that only what is found can be wrong. */
final class ServiceNamesParser implements Parser {

    @Override
    public void feed(byte[] input) {
        String text = Text.of(input);
        ServiceNames table = ServiceNames.parse(text);
        ServiceNames twice = ServiceNames.parse(text + "\n" + text);
        ServiceNames otherEnds = ServiceNames.parse(text.replace("\r\n", "\n").replace("\n", "\r\n"));
        StringTokenizer words = new StringTokenizer(text, " \t\n\r\f#/");
        for (int i = 0; i < 50 && words.hasMoreTokens(); i++) {
            String word = words.nextToken();
            OptionalInt port = table.port(word, "tcp");
            holds(port.isEmpty() || port.getAsInt() > 0 && port.getAsInt() < 65536, () -> word + " has " + port);
            same(twice.port(word, "tcp"), port, () -> "The first line counts: " + word);
            same(otherEnds.port(word, "tcp"), port, () -> "Lines end in many ways: " + word);
            same(table.port(word.toUpperCase(Locale.ROOT), "TCP"), port, () -> "In capitals: " + word);
        }
    }
}
