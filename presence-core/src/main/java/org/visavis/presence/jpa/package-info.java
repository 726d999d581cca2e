/**
 * A store over Jakarta Persistence; start with {@link org.visavis.presence.jpa.JpaPresenceStore}.
 * The tables come from {@code db/presence/}, the mapping from {@code META-INF/presence-orm.xml}.
 */
@NullMarked
package org.visavis.presence.jpa;

import org.jspecify.annotations.NullMarked;
