package io.github.wechatgateway.sandbox.edit;

import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.config.RouteFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.model.ModelCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks before each message whether somebody has changed handlers, routers or replies. What is
 * right takes effect with this message; what is wrong is told, and leaves what runs.
 *
 * <p>Replies are read anew by who gives them; of these only the mistakes are looked for here.
 */
public final class Edits {
  private static final Logger LOG = LoggerFactory.getLogger(Edits.class);

  /** Handlers come first: a router may lead to one that is new. */
  private static final List<Path> FOLDERS =
      List.of(Path.of("routes", "handlers"), Path.of("routes", "router"));

  private static final Path REPLIES = Path.of("config", "replies");

  private final Routes routes;
  private final Supplier<List<Problem>> replyProblems;
  private final Consumer<List<Problem>> told;

  /** The files that run. */
  private List<Folder> running = routeFolders();

  /** The files that were looked at last, right or wrong. */
  private List<Folder> seen = allFolders();

  private List<Problem> problems = List.of();

  /**
   * Of the working folder, from its present state on.
   *
   * @param replyProblems finds what is wrong with the replies
   * @param told is given what is wrong each time that this changes; nothing when all is mended
   */
  public Edits(
      ModelCamelContext context,
      Supplier<List<Problem>> replyProblems,
      Consumer<List<Problem>> told) {
    this.routes = new Routes(context);
    this.replyProblems = replyProblems;
    this.told = told;
  }

  /** Looks, and does what there is to do; takes about a second when something has changed. */
  public synchronized void look() {
    List<Folder> now = allFolders();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    List<Problem> wrong = new ArrayList<>(replyProblems.get());
    List<Folder> files = now.subList(0, FOLDERS.size());
    if (!files.equals(running)) {
      List<Problem> wrongRoutes = routes.problems();
      wrong.addAll(wrongRoutes.isEmpty() ? apply(files) : wrongRoutes);
    }
    tell(wrong);
  }

  private List<Problem> apply(List<Folder> files) {
    List<Problem> failed = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      for (Path file : changed(running.get(i).files(), files.get(i).files())) {
        apply(file, files.get(i).files().containsKey(file), failed);
      }
    }
    running = files;
    return failed;
  }

  private void apply(Path file, boolean present, List<Problem> failed) {
    try {
      if (present) {
        routes.replace(file);
      } else {
        routes.remove(file);
      }
      LOG.info("{} {}", file, present ? "runs as it is now" : "is gone, and its route with it");
    } catch (Exception unexpected) {
      failed.add(
          new Problem(file.toString(), RouteFiles.reason(unexpected), "a route that starts"));
    }
  }

  private static Set<Path> changed(
      Map<Path, Folder.Version> before, Map<Path, Folder.Version> after) {
    Set<Path> changed = new HashSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(file -> after.containsKey(file) && after.get(file).equals(before.get(file)));
    return changed;
  }

  private void tell(List<Problem> wrong) {
    if (!wrong.equals(problems)) {
      problems = List.copyOf(wrong);
      problems.forEach(problem -> LOG.error("{}. What ran before goes on.", problem));
      told.accept(problems);
    }
  }

  private static List<Folder> routeFolders() {
    return FOLDERS.stream().map(folder -> Folder.now(folder, ".camel.yaml")).toList();
  }

  private static List<Folder> allFolders() {
    return Stream.concat(routeFolders().stream(), Stream.of(Folder.now(REPLIES, ""))).toList();
  }
}
