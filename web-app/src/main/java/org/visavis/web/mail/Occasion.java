package org.visavis.web.mail;

import java.util.Locale;

/** Why somebody is written to; each has its subject and its text in every language. */
enum Occasion {
  /** To the customer: the request is in, and the person cares for it. */
  CONFIRMED,
  /** To the customer: the request is in, and a colleague cares for it, as agreed in advance. */
  CONFIRMED_COLLEAGUE,
  /** To the customer: the request is in, and waits for the person. */
  CONFIRMED_WAITING,
  /** To the customer: the request is in, the person has no room, and the customer is asked. */
  CONFIRMED_ASKING,
  /** To the customer: the person cares for it now. */
  ACCEPTED,
  /** To the customer: it waits for the person now. */
  QUEUED,
  /** To the customer: the time is booked, or another one is. */
  BOOKED,
  /** To the customer: the person has no room; the customer is asked. */
  OFFERED,
  /** To the customer: the person wrote. */
  REPLIED,
  /** To the customer: the person cannot care for it; the customer is asked. */
  DECLINED,
  /** To the customer: a colleague has taken it over, having agreed to. */
  HANDED_OVER,
  /** To the customer: two requests have become one. */
  MERGED,
  /** To the customer: it is done. */
  RESOLVED,
  /** To the customer: it is done, and here are the last words. */
  RESOLVED_WITH_WORDS,
  /** To the customer: nobody took it in time. */
  EXPIRED,
  /** To whoever wants to be told when a person is free: is the address yours? */
  WAITLIST_CONFIRM,
  /** To whoever waited for a person: there is a place, and it is held. */
  WAITLIST_FREE,
  /** To the customer: the request to a department is in, and somebody is looked for. */
  DUTY_RECEIVED,
  /** To the customer: nobody of the department took it on. */
  DUTY_ENDED,
  /** To the employee: the department asks whether he or she takes a request on. */
  DUTY_ASKED,
  /** To the employee: the answer that he or she promised is due soon. */
  PROMISE_SOON,
  /** To the employee: the answer that he or she promised is overdue. */
  PROMISE_OVERDUE,
  /** To the deputy, or to the lead: an answer of a colleague is overdue. */
  PROMISE_ESCALATED,
  /** To the customer: the answer did not come in the time that was promised. */
  PROMISE_MISSED,
  /** To the employee: a request has come that is his or hers now. */
  NEW_REQUEST,
  /** To the employee: a request has come that waits for room. */
  NEW_REQUEST_WAITING,
  /** To the employee: a time is booked, or another one is. */
  NEW_TIME,
  /** To the employee: the customer wrote. */
  CUSTOMER_WROTE,
  /** To a colleague: would you take this request? */
  ASKED,
  /** To the employee: the colleague who was asked says no. */
  SAID_NO,
  /** To the employee: the colleague who was asked has taken it over. */
  TAKEN_OVER,
  /** To the employee: it was laid aside until now. */
  WOKEN,
  /** To the employee: the customer says a word about what was done. */
  FEEDBACK,
  /** To the employee: the customer takes it up again. */
  REOPENED,
  /** To the employee: the customer took it back. */
  WITHDRAWN;

  /** Answers the name used in the table and in the keys of texts: lower case, with hyphens. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
