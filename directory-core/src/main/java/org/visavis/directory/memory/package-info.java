/**
 * People kept in memory only, for tests, demonstrations and small embedders. Start with {@link
 * org.visavis.directory.memory.MemoryDirectoryStore}. Nothing here outlives the process.
 */
@NullMarked
package org.visavis.directory.memory;

import org.jspecify.annotations.NullMarked;
