package dev.jackfield.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * What a server sends, row by row, columns divided by {@code |}. {@code ~} is CR LF, {@code ^} a CR, {@code _} an LF, {@code @} a
 * NUL, and {@code $} a vertical tab; blanks are what they are.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(OctetTable.Reader.class)
@interface OctetTable {
    String[] value();

    /** Reads the rows. */
    final class Reader extends AnnotationBasedArgumentsProvider<OctetTable> {
        @Override
        protected Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context, OctetTable table) {
            return Arrays.stream(table.value())
                    .map(row -> Arguments.of((Object[]) octets(row).split("\\|", -1)));
        }

        private static String octets(String text) {
            return text.replace("~", "\r\n")
                    .replace('^', '\r')
                    .replace('_', '\n')
                    .replace('@', '\0')
                    .replace('$', '\u000b');
        }
    }
}
