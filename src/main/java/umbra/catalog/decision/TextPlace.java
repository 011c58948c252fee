package umbra.catalog.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A distinct text: where it stands, by Tags without item numbers, and what it says. Equal texts at equal places are one.
///
/// @param place Tags parted by points; the block of a private element stands as `xx`. Empty: at every place
/// @param creator Private Creator; empty for elements of the standard
/// @param text one value, without padding
public record TextPlace(String place, String creator, String vr, String text) {
  /// The same text wherever it stands.
  public TextPlace anywhere() {
    return new TextPlace("", "", "", text);
  }

  /// Finds its row; the VR does not count, since files state it differently.
  String digest() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : new String[] {place, creator, text}) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The place, not the text: it has no place in messages.
  @Override
  public String toString() {
    return vr + " " + place;
  }
}
