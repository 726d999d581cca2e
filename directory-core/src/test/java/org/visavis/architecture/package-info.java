/** The architecture rules that the core modules share, for use in their tests. */
package org.visavis.architecture;
