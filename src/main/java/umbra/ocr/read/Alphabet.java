package umbra.ocr.read;

import java.util.ArrayList;
import java.util.List;
import umbra.ocr.model.Network;

/// The characters behind the classes of a reader's output; class 0 is "none".
final class Alphabet {
  private static final String ENGLISH = "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~!\"#$%&'()*+,-./";

  private final List<String> characters;

  private Alphabet(List<String> characters) {
    this.characters = characters;
  }

  static Alphabet english() {
    var characters = new ArrayList<String>();
    ENGLISH.chars().forEach(c -> characters.add(String.valueOf((char) c)));
    characters.add(" ");
    characters.add(" ");
    return new Alphabet(List.copyOf(characters));
  }

  /// The alphabet that a network's file brings along, one character a line.
  static Alphabet of(Network network) throws ai.onnxruntime.OrtException {
    var characters = new ArrayList<>(List.of(network.metadata("character").split("\n", -1)));
    if (!characters.isEmpty() && characters.getLast().isEmpty()) characters.removeLast();
    characters.add(" ");
    return new Alphabet(List.copyOf(characters));
  }

  /// @param index from 1; classes beyond the alphabet are blanks
  String at(int index) {
    return index >= 1 && index <= characters.size() ? characters.get(index - 1) : " ";
  }
}
