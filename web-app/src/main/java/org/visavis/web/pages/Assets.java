package org.visavis.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The addresses of style sheets, scripts and fonts, each with a hash of its content, so that
 * browsers may keep them for ever. Thread-safe; a file is read once.
 */
public final class Assets {

  private final Function<String, Optional<InputStream>> files;
  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  private Assets(Function<String, Optional<InputStream>> files) {
    this.files = files;
  }

  /**
   * The assets of an application.
   *
   * @param files opens the file of a path such as {@code /assets/tokens.css}, in a servlet {@code
   *     path -> Optional.ofNullable(context.getResourceAsStream(path))}
   */
  public static Assets of(Function<String, Optional<InputStream>> files) {
    return new Assets(files);
  }

  /**
   * The address of an asset, for example {@code /assets/tokens.css?v=0123456789ab}.
   *
   * @param name the name below {@code assets/}
   * @throws IllegalArgumentException if there is no such file
   */
  public String href(String name) {
    return addresses.computeIfAbsent(name, this::address);
  }

  private String address(String name) {
    String path = "/assets/" + name;
    try (InputStream content =
        files.apply(path).orElseThrow(() -> new IllegalArgumentException("no asset " + path))) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return path + "?v=" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
