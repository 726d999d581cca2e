/** Invented people in any number, for tests of quality and for benchmarks. */
package org.visavis.directory.population;
