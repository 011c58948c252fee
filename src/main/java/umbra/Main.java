package umbra;
/// Starts Umbra.
public final class Main {
  private Main() {}
  public static void main(String[] arguments) {}
}
