package io.github.wechatgateway.e2e;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of a user's own. */
final class Picture {
  private Picture() {}

  static Path in(Path folder) throws IOException {
    BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, new Color(0x2b6c8f), 320, 200, new Color(0xf2b84b)));
    graphics.fillRect(0, 0, 320, 200);
    graphics.dispose();
    Path file = Files.createTempFile(folder, "picture", ".png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
