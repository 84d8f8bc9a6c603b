/** What a framework has: its panel, and each client of each bundle. Elsewhere nobody loads it. */
package dev.jackfield.jmx.internal.osgi;
