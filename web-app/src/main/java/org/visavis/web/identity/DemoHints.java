package org.visavis.web.identity;

import java.util.List;
import org.visavis.web.pages.Language;

/** What the sign-in page tells about the accounts of the demonstration. Thread-safe. */
public interface DemoHints {

  /** Answers some accounts to try; none where the demonstration is off. */
  List<SignInView.DemoAccount> accounts(Language language);

  /** Answers the password of them all; empty where the demonstration is off. */
  String password();
}
