/**
 * The search over people: free text with typos, filters and counts, all in memory. Start with
 * {@link org.visavis.directory.search.TypoTolerantIndex}.
 */
@NullMarked
package org.visavis.directory.search;

import org.jspecify.annotations.NullMarked;
