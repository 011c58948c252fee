package umbra.app.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks a person for files and folders, and for consent to what cannot be undone; tests answer in their place.
public interface Choosers {
  Optional<Path> folder(String title);

  List<Path> files(String title);

  /// @param doIt what the button that goes ahead says
  boolean confirm(String title, String question, String doIt);

  /// Shows a file or folder with the program of this computer.
  ///
  /// @return false if there is none
  default boolean open(Path file) {
    return false;
  }
}
