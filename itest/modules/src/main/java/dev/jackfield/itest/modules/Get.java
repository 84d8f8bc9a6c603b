package dev.jackfield.itest.modules;

import dev.jackfield.http.HttpClient;
import dev.jackfield.http.Response;
import java.util.concurrent.CompletionException;

/** GETs one URL; the body goes to standard output, a failure to standard error. */
public final class Get {
    private Get() {}

    /**
     * Runs.
     *
     * @param args the URL
     */
    public static void main(String[] args) {
        try (HttpClient client = HttpClient.create()) {
            Response response = client.get(args[0]).join();
            System.out.print(response.text());
            System.out.flush();
        } catch (CompletionException e) {
            System.err.println(e.getCause().getMessage());
            System.exit(1);
        }
    }
}
