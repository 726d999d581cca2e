/**
 * Programs that measure Visavis and print a ratio against something that ran in the same minute.
 * Each class with a {@code main} is one; {@code benchmarks/README.md} says how to run it and what
 * it found. Nothing here is part of the product, and nothing of the product uses it.
 */
@NullMarked
package org.visavis.benchmarks;

import org.jspecify.annotations.NullMarked;
