/**
 * People kept in a relational database through Jakarta Persistence. Start with {@link
 * org.visavis.directory.jpa.JpaDirectoryStore}.
 *
 * <p>A {@code persistence.xml} takes the rows in with {@code
 * <mapping-file>META-INF/directory-orm.xml</mapping-file>}; the tables come from the Flyway scripts
 * under {@code db/directory}. Set {@code eclipselink.jdbc.batch-writing} to {@code JDBC}: large
 * imports are several times faster with it.
 */
@NullMarked
package org.visavis.directory.jpa;

import org.jspecify.annotations.NullMarked;
