/** Sign-in, roles and tokens. */
@NullMarked
package org.visavis.web.identity;

import org.jspecify.annotations.NullMarked;
