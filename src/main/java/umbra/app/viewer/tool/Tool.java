package umbra.app.viewer.tool;

/// What dragging on an image does. Others bring tools of their own, such as one that draws redaction boxes.
public interface Tool {
  /// Stable, such as `window`; profiles name tools by it.
  String id();

  String title();

  /// One line that says how to use it.
  String hint();

  /// A feather icon literal.
  String icon();

  default void pressed(ToolPointer pointer) {}

  default void dragged(ToolPointer pointer) {}

  default void released(ToolPointer pointer) {}

  /// @param notches of the wheel, positive towards the person
  default void turned(ToolPointer pointer, int notches) {}
}
