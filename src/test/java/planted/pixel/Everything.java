package planted.pixel;

import java.time.Instant;
import java.util.concurrent.Executors;

/// Breaks every rule that a class can break.
public class Everything {
  static int counter;
  planted.cli.Below cli;
  java.sql.Connection database;
  java.awt.Image image;
  javax.swing.JPanel panel;
  java.util.logging.Logger logger;
  java.net.Socket socket;

  public static Everything getInstance() {
    counter++;
    return new Everything();
  }

  public void setImage(java.awt.Image other) {
    image = other;
  }

  Instant now() throws Exception {
    System.out.println("printed");
    new ProcessBuilder("true").start();
    Executors.newSingleThreadExecutor().shutdown();
    Thread.currentThread().interrupt();
    if (counter > 1) throw new RuntimeException("general");
    return Instant.now();
  }
}
