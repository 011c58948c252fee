package umbra.app.fx;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;
import org.testfx.api.FxRobot;

/// Starts the toolkit and runs tests, and what is done before and after each, on the JavaFX thread.
///
/// A test with an [FxRobot] parameter runs beside that thread instead, so that it can click and type and wait. Without a
/// display all of them are skipped.
public final class FxExtension implements BeforeAllCallback, InvocationInterceptor, ParameterResolver {
  private static final AtomicBoolean STARTED = new AtomicBoolean();
  private static final Logger TOOLKIT = Logger.getLogger("javafx");

  @Override
  public void beforeAll(ExtensionContext context) throws InterruptedException {
    boolean needsDisplay = System.getProperty("os.name").contains("Linux");
    if (needsDisplay && (System.getenv("DISPLAY") == null || System.getenv("DISPLAY").isEmpty())) {
      throw new TestAbortedException("no display: run the tests by installers/test, or below xvfb-run");
    }
    if (STARTED.getAndSet(true)) return;
    TOOLKIT.setFilter(entry -> !String.valueOf(entry.getMessage()).contains("Unsupported JavaFX configuration"));
    var up = new CountDownLatch(1);
    Platform.startup(up::countDown);
    if (!up.await(60, TimeUnit.SECONDS)) throw new IllegalStateException("the toolkit does not start");
    Platform.setImplicitExit(false);
    onFx(() -> {
      Look.loadFonts();
      return null;
    });
  }

  @Override
  public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
    boolean beside = Arrays.asList(method.getExecutable().getParameterTypes()).contains(FxRobot.class);
    if (beside) invocation.proceed();
    else onFx(invocation::proceed);
  }

  @Override
  public void interceptBeforeEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
    onFx(invocation::proceed);
  }

  @Override
  public void interceptAfterEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
    onFx(invocation::proceed);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == FxRobot.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new FxRobot();
  }

  /// Something done on the JavaFX thread.
  public interface Body<T> {
    T run() throws Throwable;
  }

  /// Does something on the JavaFX thread and waits for it.
  @SuppressWarnings("CatchingUnchecked")
  public static <T> T onFx(Body<T> body) {
    var done = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        done.complete(body.run());
      } catch (Throwable e) {
        done.completeExceptionally(e);
      }
    });
    try {
      return done.get(120, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw FxExtension.<RuntimeException>asIs(e.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("the JavaFX thread does not answer", e);
    }
  }

  /// Lets a failure out as it is, checked or not.
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E asIs(Throwable cause) throws E {
    throw (E) cause;
  }
}
