package dev.jackfield.address;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The golden vectors in itest/parity/vectors/addr.jsonl; the README beside it explains the fields. */
record Vector(String id, List<String> in, boolean deviates, JsonElement expected) {

    /** Null stands for a missing argument in the vectors, and for the empty text here. */
    static Stream<Vector> of(String function) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Vector.class.getResourceAsStream("/vectors/addr.jsonl"), US_ASCII))) {
            return lines
                    .lines()
                    .map(line -> JsonParser.parseString(line).getAsJsonObject())
                    .filter(line -> line.get("fn").getAsString().equals(function))
                    .map(Vector::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The expected text, or null for "refuse". */
    String text() {
        return expected.isJsonPrimitive() ? expected.getAsString() : null;
    }

    /** A text, a list of texts, or null. */
    Object answer() {
        return expected.isJsonArray()
                ? expected.getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsString)
                        .toList()
                : expected.isJsonNull() ? null : expected.getAsString();
    }

    boolean isToBeRefused() {
        return expected.isJsonObject();
    }

    private static Vector read(JsonObject line) {
        List<String> in = line.getAsJsonArray("in").asList().stream()
                .map(argument -> argument.isJsonNull() ? "" : argument.getAsString())
                .toList();
        boolean deviates = line.has("deviate");
        return new Vector(line.get("id").getAsString(), in, deviates, line.get(deviates ? "want" : "out"));
    }

    @Override
    public String toString() {
        return id + " " + in;
    }
}
