package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The machine's Chromium, with a profile of its own. */
final class Browser implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** It warns that it knows no newer commands of the browser's; the few that are used are old. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts it. Where there is none the tests are skipped, but not in CI. */
  static Browser start(Path profile) throws IOException {
    @Nullable File chromium = program("chromium");
    @Nullable File chromedriver = program("chromedriver");
    boolean there = chromium != null && chromedriver != null;
    if (System.getenv("CI") != null) {
      assertThat(there).as("chromium and chromedriver are needed").isTrue();
    }
    assumeTrue(there, "chromium and chromedriver are needed");
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=en-GB",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver)
            .usingAnyFreePort()
            .build();
    Files.createDirectories(SCREENSHOTS);
    Browser browser = new Browser(new ChromeDriver(service, options));
    browser.open("about:blank");
    browser.requests(); // those of the page that a new window shows
    return browser;
  }

  private static @Nullable File program(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> new File(folder, name))
        .filter(File::canExecute)
        .findFirst()
        .orElse(null);
  }

  void open(String address) {
    driver.get(address);
  }

  /** Has the browser ask for pages in a language. */
  void speak(String language) {
    String agent = String.valueOf(driver.executeScript("return navigator.userAgent"));
    driver.executeCdpCommand(
        "Network.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", language));
  }

  /** Has a site read and write the clipboard without asking. */
  void allowClipboard(URI site) {
    Object permissions = List.of("clipboardReadWrite", "clipboardSanitizedWrite");
    driver.executeCdpCommand(
        "Browser.grantPermissions", Map.of("origin", site.toString(), "permissions", permissions));
  }

  String clipboard() {
    String read = "navigator.clipboard.readText().then(arguments[0])";
    return String.valueOf(driver.executeAsyncScript(read));
  }

  void forgetChoices() {
    driver.executeScript("localStorage.clear()");
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", width < 500));
  }

  void colours(String scheme) {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /** The elements that a selector finds. */
  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** The first that a selector finds, once it is there and can be seen. */
  WebElement see(String css) {
    return until(css, css, element -> true);
  }

  /** The first whose text has these words, once it is there and can be seen. */
  WebElement see(String css, String words) {
    return until(css + " with " + words, css, element -> element.getText().contains(words));
  }

  private WebElement until(String what, String css, Predicate<WebElement> wanted) {
    return await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreException(StaleElementReferenceException.class) // it was drawn anew meanwhile
        .until(() -> find(css, wanted), Objects::nonNull);
  }

  private @Nullable WebElement find(String css, Predicate<WebElement> wanted) {
    return all(css).stream()
        .filter(element -> element.isDisplayed() && wanted.test(element))
        .findFirst()
        .orElse(null);
  }

  void click(String css) {
    see(css).click();
  }

  void click(String css, String words) {
    see(css, words).click();
  }

  /** What a script says, as a number. */
  long number(String script) {
    return ((Number) driver.executeScript("return " + script)).longValue();
  }

  /** Saved as target/screenshots/{name}.png. */
  void screenshot(String name) throws IOException {
    Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  /** What the console was told since this was asked last: warnings and errors. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The addresses that were asked for since this was asked last. */
  List<String> requests() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> addresses = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode event = json.readTree(entry.getMessage()).path("message");
      if (event.path("method").asText().equals("Network.requestWillBeSent")) {
        addresses.add(event.path("params").path("request").path("url").asText());
      }
    }
    return addresses;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
