package dev.jackfield.itest.parity.families.exchange;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.jackfield.itest.parity.Expectation;
import dev.jackfield.itest.parity.Family;
import dev.jackfield.itest.parity.Vector;
import java.util.Set;

/** {@code exchange.jsonl}: whole exchanges by the functions of AnyEvent::HTTP. */
public final class Exchanges implements Family {
    /** What is wrong in the vectors that are about whom to trust. */
    private static final String ABOUT_TRUST = "verifies nothing";

    private Certificates certificates;

    @Override
    public Set<String> names() {
        return Set.of("http_exchange");
    }

    @Override
    public JsonElement answer(Vector vector) {
        if (certificates == null) {
            certificates = new Certificates();
        }
        boolean trusting =
                !vector.fields().has("deviate") || !vector.text("deviate").contains(ABOUT_TRUST);
        return new Play(vector.fields().getAsJsonObject("in"), certificates, trusting).run();
    }

    @Override
    public Expectation expectation(Vector vector) {
        JsonObject fields = vector.fields();
        boolean wanted = fields.has("deviate");
        return new Expectation.Compared(got -> {
            Differences differences = new Differences();
            if (got.getAsJsonObject().has("results")) {
                new Always(differences).compare(got.getAsJsonObject());
                if (wanted) {
                    new AsWanted(fields, differences).compare(got.getAsJsonObject());
                } else {
                    new AsAnswered(fields, differences).compare(got.getAsJsonObject());
                }
            } else {
                differences.add("the exchange", got, "results");
            }
            return differences.all();
        });
    }
}
