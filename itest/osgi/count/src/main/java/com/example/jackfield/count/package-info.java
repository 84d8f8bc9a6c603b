/**
 * A worked example of a bundle of somebody else's, with a layer for routes.
 *
 * <p>It imports Jackfield's packages and nothing else, and exports none: the panel finds the layer as a service, by its
 * name. Its test is a contract of the test kit, extended.
 */
package com.example.jackfield.count;
