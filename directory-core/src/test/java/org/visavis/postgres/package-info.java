/** A real PostgreSQL for the contracts of all cores. Start with {@link PostgresServer}. */
@NullMarked
package org.visavis.postgres;

import org.jspecify.annotations.NullMarked;
