/**
 * What a store of people must promise. Embedders with their own storage implement these interfaces.
 */
@NullMarked
package org.visavis.directory.spi;

import org.jspecify.annotations.NullMarked;
