/**
 * What becomes of a request, from the customer's choice to the employee's care.
 *
 * <p>Start with {@link org.visavis.routing.Routing}. A customer who chooses a channel gets a {@link
 * org.visavis.routing.Lease}: room within the employee's limit, held while the customer writes. A
 * request takes that room over and gives it back when it ends. A chosen person is never silently
 * replaced by another.
 */
@NullMarked
package org.visavis.routing;

import org.jspecify.annotations.NullMarked;
