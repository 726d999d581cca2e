/** What stores of leases, limits and requests must promise. */
@NullMarked
package org.visavis.routing.spi;

import org.jspecify.annotations.NullMarked;
