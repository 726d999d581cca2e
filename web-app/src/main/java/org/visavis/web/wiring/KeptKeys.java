package org.visavis.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keys that the portal has drawn once and keeps in the database: all nodes have the same, after
 * every start. Thread-safe.
 */
@ApplicationScoped
class KeptKeys {

  private static final int LENGTH = 32;

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  @Inject private Transactions transactions;
  @Inject private SecureRandom random;

  /** Answers the key of that name; draws it where there is none yet. */
  byte[] require(String name) {
    AtomicReference<String> key = new AtomicReference<>("");
    // Apart, so that no rollback of the caller's takes back a key that is in use; when another node
    // is quicker, this is run again and finds the other's.
    transactions.runApart(() -> key.set(find(name).orElseGet(() -> draw(name))));
    return HexFormat.of().parseHex(key.get());
  }

  private Optional<String> find(String name) {
    List<?> kept =
        entities
            .createNativeQuery("SELECT content FROM web_secret WHERE name = ?")
            .setParameter(1, name)
            .getResultList();
    return kept.stream().map(Object::toString).findFirst();
  }

  private String draw(String name) {
    byte[] drawn = new byte[LENGTH];
    random.nextBytes(drawn);
    String key = HexFormat.of().formatHex(drawn);
    entities
        .createNativeQuery("INSERT INTO web_secret (name, content) VALUES (?, ?)")
        .setParameter(1, name)
        .setParameter(2, key)
        .executeUpdate();
    return key;
  }
}
