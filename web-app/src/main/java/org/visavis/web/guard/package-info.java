/**
 * What stands before every route: headers, limits on size and rate, the refusal of foreign forms,
 * and the pages that say what went wrong. Begin with {@link org.visavis.web.guard.GuardFilter}. Who
 * may do what is not decided here but in {@code org.visavis.web.identity}.
 */
@NullMarked
package org.visavis.web.guard;

import org.jspecify.annotations.NullMarked;
