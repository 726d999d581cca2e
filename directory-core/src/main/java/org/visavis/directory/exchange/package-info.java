/**
 * Brings people in from files. Start with {@link org.visavis.directory.exchange.CsvPeople}. Reading
 * a file changes nothing; what it would change is said by {@link
 * org.visavis.directory.Directory#plan}.
 */
@NullMarked
package org.visavis.directory.exchange;

import org.jspecify.annotations.NullMarked;
