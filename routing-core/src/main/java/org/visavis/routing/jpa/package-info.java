/**
 * Stores in a relational database by Jakarta Persistence: {@link
 * org.visavis.routing.jpa.JpaLedger}, {@link org.visavis.routing.jpa.JpaLeaseStore}, {@link
 * org.visavis.routing.jpa.JpaRequestStore} and {@link org.visavis.routing.jpa.JpaAppointmentStore}.
 * A {@code persistence.xml} takes {@code META-INF/routing-orm.xml} in; the tables come with Flyway
 * from {@code db/routing}.
 *
 * <p>The stores join the caller's transaction at isolation <em>read committed</em>. Whatever
 * decides a race is one statement: a conditional {@code UPDATE}, a {@code DELETE}, a unique key.
 * Keys are looked up before they are inserted; where two transactions insert the same one at the
 * same time, the later one fails with a {@link org.visavis.routing.RoutingStoreException} that
 * {@linkplain org.visavis.routing.RoutingStoreException#isConflict() is a conflict}: roll back and
 * do the same once more, and it finds what the other kept.
 */
@NullMarked
package org.visavis.routing.jpa;

import org.jspecify.annotations.NullMarked;
