package org.visavis.directory.search;

/**
 * What is known of words, whoever uses them. Immutable, thread-safe.
 *
 * @param words takes texts apart
 * @param fillers the words without meaning
 * @param sounds how names sound
 * @param names how languages are called
 */
record Language(Words words, Fillers fillers, Sounds sounds, Languages names) {

  static Language load() {
    return new Language(new Words(), Fillers.load(), new Sounds(), Languages.load());
  }

  /** Answers what derives from words, for one thread. */
  Derived derived() {
    return new Derived(sounds);
  }
}
