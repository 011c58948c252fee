package umbra.ocr;

import java.util.List;

/// What a search for text came to. "Nothing was found" and "nobody looked" are not the same.
public sealed interface OcrResult {
  /// @param texts from top to bottom; empty if the picture shows none
  record Texts(List<TextBox> texts) implements OcrResult {
    public Texts {
      texts = List.copyOf(texts);
    }
  }

  /// @param reason for people, with what to do
  record Unavailable(String reason) implements OcrResult {}
}
