package umbra.ocr.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A neural network with one input and one output, for several threads: each call computes in the thread that makes it.
public final class Network implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String input;
  private final Queue<FloatBuffer> idle = new ConcurrentLinkedQueue<>();

  /// @param model bytes of an ONNX file
  public Network(OrtEnvironment environment, byte[] model) throws OrtException {
    this.environment = environment;
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      this.session = environment.createSession(model, options);
    }
    this.input = session.getInputNames().iterator().next();
  }

  /// All floats of the output.
  ///
  /// @param shape of the input, whose product is the length of `values`
  public Output run(float[] values, long... shape) throws OrtException {
    var memory = memory(values.length);
    memory.put(values).flip();
    try (var tensor = OnnxTensor.createTensor(environment, memory, shape); var result = session.run(Map.of(input, tensor))) {
      var out = (OnnxTensor) result.get(0);
      return new Output(out.getFloatBuffer().array(), out.getInfo().getShape());
    } finally {
      idle.add(memory);
    }
  }

  /// Memory that ONNX Runtime reads where it is, used again and again: making it and first touching it takes a quarter of the time of a look.
  private FloatBuffer memory(int floats) {
    for (var memory = idle.poll(); memory != null; memory = idle.poll()) if (memory.capacity() >= floats) return memory.clear();
    return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /// @param shape extents, outermost first
  public record Output(float[] values, long[] shape) {}

  /// A value of the file's own metadata, empty if it is not there.
  public String metadata(String key) throws OrtException {
    return session.getMetadata().getCustomMetadata().getOrDefault(key, "");
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
