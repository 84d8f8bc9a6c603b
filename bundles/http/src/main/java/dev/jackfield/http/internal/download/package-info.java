/** Files fetched, and fetched on: who decides knows no file, who writes knows no HTTP. */
package dev.jackfield.http.internal.download;
