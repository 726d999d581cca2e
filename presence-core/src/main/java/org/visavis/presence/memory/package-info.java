/**
 * A store in memory, for tests, demos and small applications; start with {@link
 * org.visavis.presence.memory.MemoryPresenceStore}. Not for what must survive a restart.
 */
@NullMarked
package org.visavis.presence.memory;

import org.jspecify.annotations.NullMarked;
