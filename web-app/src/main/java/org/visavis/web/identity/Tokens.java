package org.visavis.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.visavis.web.wiring.Settings;

/** The tokens with which people and programs stay signed in. Thread-safe. */
@ApplicationScoped
class Tokens {

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  @Inject private Settings settings;
  @Inject private Employment employment;
  @Inject private Clock clock;
  @Inject private SecureRandom random;

  /** Answers a new token of that account, and forgets those that have run out. */
  @Transactional
  Secret issue(AccountName account, Kind kind, String label) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    entities
        .createQuery("DELETE FROM TokenRow t WHERE t.expiresAt <= :now")
        .setParameter("now", now)
        .executeUpdate();
    Secret token = Secret.token(random);
    entities.persist(TokenRow.of(token, account, kind, label, now));
    return token;
  }

  /** Answers whose token that is; empty when it is nobody's, of another kind, or has run out. */
  Optional<SignedIn> find(Secret token, Kind kind) {
    return entities
        .createQuery(
            "SELECT a FROM TokenRow t, AccountRow a WHERE t.digest = :digest AND t.kind = :kind"
                + " AND t.expiresAt > :now AND a.name = t.account",
            AccountRow.class)
        .setParameter("digest", token.digest())
        .setParameter("kind", kind.code())
        .setParameter("now", OffsetDateTime.now(clock))
        .getResultStream()
        .map(AccountRow::toDomain)
        .filter(account -> !account.demo() || settings.demo())
        .filter(employment::holds)
        .map(Account::signedIn)
        .findFirst();
  }

  /** Ends a token. Idempotent. */
  @Transactional
  void revoke(Secret token) {
    entities
        .createQuery("DELETE FROM TokenRow t WHERE t.digest = :digest")
        .setParameter("digest", token.digest())
        .executeUpdate();
  }

  /** What a token is for. */
  enum Kind {
    /** In a browser's cookie. */
    SESSION("session", Duration.ofHours(12)),
    /** In the header of a program. */
    API("api", Duration.ofDays(90));

    private final String code;
    private final Duration lifetime;

    Kind(String code, Duration lifetime) {
      this.code = code;
      this.lifetime = lifetime;
    }

    String code() {
      return code;
    }

    Duration lifetime() {
      return lifetime;
    }
  }
}
