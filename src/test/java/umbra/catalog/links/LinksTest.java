package umbra.catalog.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.h2.CatalogException;
import umbra.catalog.h2.CatalogException.Kind;

class LinksTest {
  @TempDir Path folder;

  @Test
  void aTieHoldsBothWaysAndForGood() throws IOException {
    try (var links = Links.open(folder, "pass")) {
      links.tie("patient", "Original-Ida", "SUBJ-1");
      links.tie("patient", "Original-Ida", "SUBJ-1");
      links.tie("study", "Original-Ida", "SUBJ-1");
      assertThrows(IllegalStateException.class, () -> links.tie("patient", "Original-Ida", "SUBJ-2"));
      assertThrows(IllegalStateException.class, () -> links.tie("patient", "Someone-Else", "SUBJ-1"));
    }
    try (var links = Links.open(folder, "pass")) {
      assertEquals(Optional.of("SUBJ-1"), links.pseudonym("patient", "Original-Ida"));
      assertEquals(Optional.of("Original-Ida"), links.original("patient", "SUBJ-1"));
      assertEquals(Optional.empty(), links.pseudonym("patient", "Someone-Else"));
    }
  }

  @Test
  void theFileIsAlwaysEncrypted() throws IOException {
    try (var links = Links.open(folder, "a long passphrase with spaces")) {
      links.tie("patient", "Original-Ida", "SUBJ-1");
    }
    assertTrue(Links.exist(folder));
    var text = new String(Files.readAllBytes(folder.resolve("links.mv.db")), StandardCharsets.ISO_8859_1);
    assertFalse(text.contains("Original-Ida") || text.contains("SUBJ-1"));

    assertEquals(Kind.WRONG_PASSPHRASE, assertThrows(CatalogException.class, () -> Links.open(folder, "guess")).kind());
    assertEquals(Kind.PASSPHRASE_NEEDED, assertThrows(CatalogException.class, () -> Links.open(folder, "")).kind());
  }
}
