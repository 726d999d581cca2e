package org.visavis.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.visavis.directory.exchange.ColumnMapping;

/** Remembers, within the caller's transaction, what the columns of the last import meant. */
@ApplicationScoped
class KeptMapping {

  private static final int MAX_LENGTH = 8_000;

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  /** Answers the mapping that was said last, if it speaks of all columns of a file. */
  Optional<ColumnMapping> find(List<String> headers) {
    List<?> kept =
        entities
            .createNativeQuery("SELECT mapping FROM web_column_mapping WHERE id = 1")
            .getResultList();
    return kept.stream()
        .map(Object::toString)
        .map(ColumnMapping::parse)
        .filter(mapping -> mapping.fits(headers))
        .findFirst();
  }

  /** Remembers a mapping in place of the one before; one that is too long is not remembered. */
  void keep(ColumnMapping mapping) {
    String text = mapping.text();
    if (text.length() > MAX_LENGTH || text.isEmpty()) {
      return;
    }
    int changed =
        entities
            .createNativeQuery("UPDATE web_column_mapping SET mapping = ? WHERE id = 1")
            .setParameter(1, text)
            .executeUpdate();
    if (changed == 0) {
      entities
          .createNativeQuery("INSERT INTO web_column_mapping (id, mapping) VALUES (1, ?)")
          .setParameter(1, text)
          .executeUpdate();
    }
  }
}
