package dev.jackfield.itest.parity.families.responses;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.jackfield.itest.parity.Vector;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the judge is awake. */
class RawResponsesTest {
    private static final String TWO =
            "HTTP/1.1 100 On\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 1\r\n\r\na"
                    + "HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\nHTTP/1.1 500 Never\r\n\r\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'verdict':'ok'}",
                "{'verdict':'ok','messages':[{'status':200}]}",
                "{'verdict':'ok','messages':[{'status':100},{'status':200,'body':'YQ==','complete':true}]}",
                "{'verdict':'ok','messages':[{'version':'1.1','status':200,'reason':'OK'},{'status':404}]}",
                "{'verdict':'ok','messages':[{'status':200,'headers':[['A','b\\r\\n c'],['Content-Length','1']]}]}",
                "{'verdict':'ok','messages':[{'headers':[['A','b'],[null,' c'],['Content-Length','1']]}]}",
                "{'verdict':'ok','messages':[{'some_headers':[['a','b c']]}]}",
                "{'verdict':'ok','messages':[{}],'combined_header':{'a':'b c'}}",
            })
    void passes(String expected) throws Exception {
        assertThat(differences(TWO, expected)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'verdict':'error'}",
                "{'verdict':'partial'}",
                "{'verdict':'ok','messages':[{'status':201}]}",
                "{'verdict':'ok','messages':[{'status':103},{'status':200}]}",
                "{'verdict':'ok','messages':[{'status':200},{'status':405}]}",
                "{'verdict':'ok','messages':[{'status':200,'body':'Yg=='}]}",
                "{'verdict':'ok','messages':[{'status':200,'complete':'at-eof'}]}",
                "{'verdict':'ok','messages':[{'reason':'ok'}]}",
                "{'verdict':'ok','messages':[{'headers':[['A','b'],['Content-Length','1']]}]}",
                "{'verdict':'ok','messages':[{'some_headers':[['a','b']]}]}",
                "{'verdict':'ok','messages':[{'trailers':[['a','b']]}]}",
                "{'verdict':'ok','messages':[{}],'combined_header':{'a':'b, c'}}",
            })
    void tellsTheDifference(String expected) throws Exception {
        assertThat(differences(TWO, expected)).isNotEmpty();
    }

    @Test
    void takesEitherWhereItIsOptional() throws Exception {
        String bad = "HTTP/1.1 2000 No\r\n\r\n";
        assertThat(differences(bad, "{'verdict':'ok'}")).isNotEmpty();
        assertThat(differences(bad, "{'verdict':'ok','lenient':true}")).isEmpty();
        assertThat(differences(TWO, "{'verdict':'error','lenient':true}")).isEmpty();
    }

    @Test
    void stopsWhereTheClientCloses() throws Exception {
        JsonObject got =
                new RawResponses().answer(vector(TWO, "{'verdict':'ok'}")).getAsJsonObject();
        assertThat(got.getAsJsonArray("messages"))
                .extracting(message -> message.getAsJsonObject().get("status").getAsInt())
                .containsExactly(100, 200, 404);
    }

    @Test
    void asksForWhatTheSourceTakes() throws Exception {
        String raw = "HTTP/1.1 101 Switching\r\nUpgrade: conformance\r\n\r\nabc";
        assertThat(differences(raw, "{'verdict':'upgrade','messages':[{'status':101}]}"))
                .isEmpty();
        assertThat(differences(raw, "{'verdict':'error'}")).isEmpty();
    }

    private static List<String> differences(String raw, String expected) throws Exception {
        RawResponses family = new RawResponses();
        Vector vector = vector(raw, expected);
        return new Judgement(Expected.of(vector)).of(family.answer(vector).getAsJsonObject());
    }

    private static Vector vector(String raw, String expected) {
        JsonObject fields = new JsonObject();
        JsonObject wanted = JsonParser.parseString(expected).getAsJsonObject();
        if (wanted.has("lenient")) {
            fields.add("lenient", wanted.remove("lenient"));
        }
        fields.addProperty("input", Base64.getEncoder().encodeToString(raw.getBytes(StandardCharsets.ISO_8859_1)));
        fields.add("expected", wanted);
        return new Vector("test", "http-response/1", fields);
    }
}
