/**
 * Who people are: employees with their departments, topics, languages and channels, and the search
 * that leads an outsider to the right one.
 *
 * <p>Start with {@link org.visavis.directory.Directory}. Whether a person may be shown right now is
 * not decided here but by the presence module; this package only takes that decision in as a
 * predicate.
 */
@NullMarked
package org.visavis.directory;

import org.jspecify.annotations.NullMarked;
