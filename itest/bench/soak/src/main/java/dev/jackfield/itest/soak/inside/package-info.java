/** The bundle in the framework: the load, and the swaps that are made by services, as other bundles would make them. */
package dev.jackfield.itest.soak.inside;
