package org.visavis.web.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What is kept of a token. */
@Entity
@Table(name = "web_token")
@SuppressWarnings("UnusedVariable") // Queries read what no method does.
class TokenRow {

  @Id private String digest = "";
  private String account = "";
  private String kind = "";
  private String label = "";

  @Column(name = "created_at")
  private @Nullable OffsetDateTime createdAt;

  @Column(name = "expires_at")
  private @Nullable OffsetDateTime expiresAt;

  protected TokenRow() {}

  static TokenRow of(
      Secret token, AccountName account, Tokens.Kind kind, String label, OffsetDateTime now) {
    TokenRow row = new TokenRow();
    row.digest = token.digest();
    row.account = account.value();
    row.kind = kind.code();
    row.label = label;
    row.createdAt = now;
    row.expiresAt = now.plus(kind.lifetime());
    return row;
  }
}
