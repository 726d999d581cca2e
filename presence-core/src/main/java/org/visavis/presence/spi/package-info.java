/**
 * What presence needs from outside: a store for the facts, the workload, and an alarm for the next
 * instant.
 */
@NullMarked
package org.visavis.presence.spi;

import org.jspecify.annotations.NullMarked;
