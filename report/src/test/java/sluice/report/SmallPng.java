package sluice.report;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes a screenshot with 256 colours: the most used that can be told apart; the others, the edges of letters, take the nearest. */
final class SmallPng {
  private static final int MOST_COLOURS = 256;
  private static final int SAME = 150;

  private SmallPng() {}

  static void write(byte[] png, Path file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    Map<Integer, Integer> uses = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        uses.merge(image.getRGB(x, y), 1, Integer::sum);
      }
    }
    List<Integer> colours = new ArrayList<>();
    uses.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .filter(rgb -> colours.size() < MOST_COLOURS && colours.stream().noneMatch(chosen -> distance(rgb, chosen) < SAME))
        .forEach(colours::add);
    ImageIO.write(indexed(image, colours), "png", file.toFile());
  }

  private static BufferedImage indexed(BufferedImage image, List<Integer> colours) {
    int[] table = colours.stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model = new IndexColorModel(8, table.length, table, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage small = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        small.getRaster().setSample(x, y, 0, nearest.computeIfAbsent(image.getRGB(x, y), rgb -> nearest(rgb, table)));
      }
    }
    return small;
  }

  private static int nearest(int rgb, int[] table) {
    int best = 0;
    for (int i = 1; i < table.length; i++) {
      if (distance(rgb, table[i]) < distance(rgb, table[best])) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return red * red + green * green + blue * blue;
  }
}
