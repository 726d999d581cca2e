/** The administration: departments, people, import. */
@NullMarked
package org.visavis.web.admin;

import org.jspecify.annotations.NullMarked;
