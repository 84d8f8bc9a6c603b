/** Profiles from configurations, as the description of the exported package tells. */
package dev.jackfield.connector.tls.internal.config;
