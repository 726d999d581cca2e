/**
 * Stores that live in memory, for tests, demos and small embedders. They know no transactions: what
 * one method has changed stays changed when a later one fails.
 */
@NullMarked
package org.visavis.routing.memory;

import org.jspecify.annotations.NullMarked;
