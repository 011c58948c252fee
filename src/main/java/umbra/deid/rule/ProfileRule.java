package umbra.deid.rule;

import java.util.Optional;
import java.util.Set;

/// One rule of a curator, which outranks the table of the standard.
///
/// @param line in the profile file, from 1
/// @param sopClasses UIDs of the SOP Classes it holds for; all if there are none
/// @param replacement a text to put in place; then the code is D
public record ProfileRule(int line, Selector selector, Set<String> sopClasses, Code code, Optional<String> replacement, String comment) {
  public ProfileRule {
    sopClasses = Set.copyOf(sopClasses);
  }
}
