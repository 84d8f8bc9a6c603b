/** What there is around the framework: origins that count, a proxy, names and certificates. */
package dev.jackfield.itest.soak.site;
