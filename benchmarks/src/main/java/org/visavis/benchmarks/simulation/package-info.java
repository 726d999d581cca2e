/**
 * Customers and employees in virtual time: what a way of choosing costs and gives. Begin with
 * {@link org.visavis.benchmarks.simulation.Simulation}; the program is {@code WaysOfChoosing}.
 */
@NullMarked
package org.visavis.benchmarks.simulation;

import org.jspecify.annotations.NullMarked;
