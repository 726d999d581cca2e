package org.visavis.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.directory.exchange.LdapServer;

class LdapSourceTest {

  private static LdapServer server(String url, String startTls) {
    return LdapSource.server(url, startTls, "cn=reader", "s3cret", "dc=example", "(uid=*)");
  }

  @ParameterizedTest
  @CsvSource({
    "ldaps://ldap.example.org,     '',       636,  LDAPS",
    "ldaps://ldap.example.org:1636, '',      1636, LDAPS",
    "ldap://ldap.example.org,      '',       389,  START_TLS",
    "LDAP://ldap.example.org:1389, required, 1389, START_TLS",
    "ldap://127.0.0.1,             off,      389,  NONE"
  })
  void theAddressSaysHowToConnect(
      String url, String startTls, int port, LdapServer.Security security) {
    LdapServer server = server(url, startTls);

    assertThat(server.port()).isEqualTo(port);
    assertThat(server.security()).isEqualTo(security);
    assertThat(server.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "http://ldap.example.org, ''",
    "ldap.example.org, ''",
    "ldaps://reader:s3cret@ldap.example.org, ''",
    "ldaps://, ''",
    "ldap://ldap.example.org, maybe",
    "ldap://ldap.example.org, off"
  })
  void whatCannotBeMeantIsRefusedWithoutThePassword(String url, String startTls) {
    assertThatThrownBy(() -> server(url, startTls))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("s3cret");
  }

  @Test
  void aBaseIsNeeded() {
    assertThatThrownBy(() -> LdapSource.server("ldaps://a.example", "", "", "", "", "(uid=*)"))
        .hasMessageContaining("VISAVIS_LDAP_BASE");
  }
}
