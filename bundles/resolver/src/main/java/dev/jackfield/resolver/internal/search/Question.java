package dev.jackfield.resolver.internal.search;

import dev.jackfield.resolver.internal.dns.RecordType;

/**
 * What a name server is asked.
 *
 * @param name in small letters; complete if it ends with a dot
 * @param type which records
 */
public record Question(String name, RecordType type) {}
