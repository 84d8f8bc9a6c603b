package dev.jackfield.itest.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    @Test
    void aPartialWantLeavesTheOthersOpen() {
        Expectation partial = partial("\"out\":{\"a\":1,\"b\":1},\"deviate\":\"why\",\"want\":{\"b\":2}");

        assertThat(partial.isMetBy(json("{\"a\":5,\"b\":2}"))).isTrue();
        assertThat(partial.isMetBy(json("{\"a\":5,\"b\":1}"))).isFalse();
        assertThat(partial.isMetBy(json("{\"a\":5}"))).isFalse();
        assertThat(partial.isMetBy(json("null"))).isFalse();
    }

    @Test
    void anOutIsNeverPartial() {
        assertThat(partial("\"out\":{\"a\":1}").isMetBy(json("{\"a\":1,\"b\":2}")))
                .isFalse();
    }

    @Test
    void aWantedRefusalIsNotPartial() {
        Expectation refusal = partial("\"out\":1,\"deviate\":\"why\",\"want\":{\"throws\":1}");

        assertThat(refusal.isMetBy(json("{\"throws\":\"so\"}"))).isTrue();
        assertThat(refusal.isMetBy(json("{\"throws\":1,\"a\":1}"))).isFalse();
    }

    @Test
    void aValueOrARefusal() {
        Expectation either = partial("\"out\":1,\"deviate\":\"why\",\"want\":{\"throws_or\":[2]}");

        assertThat(either.isMetBy(json("[2]"))).isTrue();
        assertThat(either.isMetBy(json("{\"throws\":\"so\"}"))).isTrue();
        assertThat(either.isMetBy(json("[1]"))).isFalse();
        assertThat(either.isMetBy(json("null"))).isFalse();
    }

    @Test
    void longTextsAreCutAndControlsEscaped() {
        JsonElement text = Json.of("a\nb\u00e9\u2028" + "x".repeat(1000));

        assertThat(Json.text(text))
                .startsWith("\"a\\nb\\u00e9\\u2028xxx")
                .endsWith("xxx... (" + (2 + 3 + 1 + 12 + 1000 - 300) + " more)");
    }

    private static Expectation partial(String fields) {
        return Expectation.partial(
                new Vector("id", "f", json("{" + fields + "}").getAsJsonObject()));
    }

    private static JsonElement json(String text) {
        return JsonParser.parseString(text);
    }
}
