package umbra.app.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditEvent;
import umbra.catalog.version.Versions;
import umbra.job.DirectJobRunner;
import umbra.workspace.Workspace;

class AuditViewModelTest {
  @TempDir
  private Path folder;

  @Test
  void theTrailIsFilteredByWordsOfAnyColumnAndLeavesWithoutReasons() throws Exception {
    try (var workspace = Workspace.open(folder.resolve("w"), Optional.empty())) {
      workspace.audit().append(AuditEvent.of(AuditAction.GATE, "gate texts", "the ward of Doe knows"));
      workspace.audit().append(AuditEvent.of(AuditAction.SCAN, "texts of headers", "3 instances"));
      var model = new AuditViewModel(workspace.audit(), new Versions(workspace.catalog()), new DirectJobRunner());
      model.reload();
      assertEquals(2, model.shown().size());

      model.query().set("gate doe");
      assertEquals(1, model.shown().size());
      model.exportForOthers(Files.createDirectories(folder.resolve("out")));

      var text = Files.readString(folder.resolve("out/audit-trail.csv"));
      assertTrue(text.contains("gate texts"), "every row leaves, whatever the filter");
      assertTrue(text.contains("texts of headers"));
      assertFalse(text.contains("Doe"));
    }
  }
}
