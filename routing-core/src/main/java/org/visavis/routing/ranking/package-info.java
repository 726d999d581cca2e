/**
 * Orders the people whom a customer may choose instead, by small named rules. Begin with {@link
 * org.visavis.routing.ranking.RankingByRules}. It only proposes: nothing here gives a request to
 * anybody.
 */
@NullMarked
package org.visavis.routing.ranking;

import org.jspecify.annotations.NullMarked;
