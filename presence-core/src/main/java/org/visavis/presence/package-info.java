/**
 * Who can be reached now, and on which channels.
 *
 * <p>Start with {@link org.visavis.presence.Presence}; the rule itself is {@link
 * org.visavis.presence.Decision}, a pure function from {@link org.visavis.presence.PresenceFacts}
 * to {@link org.visavis.presence.Reachability}. Nothing in here keeps a history: a fact that has
 * ended is gone.
 */
@NullMarked
package org.visavis.presence;

import org.jspecify.annotations.NullMarked;
