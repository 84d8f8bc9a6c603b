package dev.jackfield.shell;

import java.util.List;
import java.util.function.ToIntFunction;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs command lines.
 *
 * <p>In OSGi it is a service, also under the name of {@link ToIntFunction} with the property {@value #ROLE} set to
 * {@value #COMMANDS}, so that a launcher outside of the framework can call it without sharing a class. Elsewhere {@link
 * java.util.ServiceLoader} finds it.
 *
 * <p>Commands use {@link System#in}, {@link System#out} and {@link System#err} as they are for the calling thread.
 *
 * <p><i>Thread-safe.</i>
 */
@ProviderType
public interface Commands extends ToIntFunction<String[]> {

    /** Name of the service property that tells what a plain function is for. */
    String ROLE = "jackfield.role";

    /** Value of {@link #ROLE}. */
    String COMMANDS = "commands";

    /**
     * Runs one command line and waits for its end.
     *
     * @param arguments the name of a command, its options and parameters; {@code --help} lists them
     * @return the exit status: 0 if all went well
     */
    @Override
    int applyAsInt(String[] arguments);

    /**
     * Completes a command line, for shells that offer what could be typed next.
     *
     * @param words the name of a command, its options and parameters, as far as they were typed
     * @param at the place of the word to be completed, from 0 for the name of the command
     * @return all that begins as the word at that place does: first what can stand there, then options
     */
    List<Completion> complete(List<String> words, int at);
}
