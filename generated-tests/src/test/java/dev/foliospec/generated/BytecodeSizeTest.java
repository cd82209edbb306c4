package dev.foliospec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No generated method is too long for the virtual machine to compile it. */
final class BytecodeSizeTest {
  /** HotSpot leaves longer methods to its interpreter. */
  private static final int LONGEST = 8000;

  @Test
  void noMethodIsOver8000Bytes() throws Exception {
    Path classes = Path.of(foliospec.generated.guest_memfd.Event.class
        .getProtectionDomain()
        .getCodeSource()
        .getLocation()
        .toURI());
    List<String> tooLong = new ArrayList<>();
    int methods = 0;
    try (Stream<Path> found = Files.walk(classes)) {
      for (Path each : found.filter(path -> path.toString().endsWith(".class")).toList()) {
        for (Code code : codes(each)) {
          methods++;
          if (code.length() > LONGEST) {
            tooLong.add(each.getFileName() + "." + code.method() + ": " + code.length());
          }
        }
      }
    }
    assertThat(methods).isGreaterThan(500);
    assertThat(tooLong).isEmpty();
  }

  /** The length of a method's code. */
  record Code(String method, int length) {}

  /** The methods of a class file; class initialisers, which run once, are left out. */
  static List<Code> codes(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(stream)) {
      in.skipNBytes(8);
      String[] texts = constants(in);
      in.skipNBytes(6);
      in.skipNBytes(2L * in.readUnsignedShort());
      int fields = in.readUnsignedShort();
      for (int i = 0; i < fields; i++) {
        in.skipNBytes(6);
        skipAttributes(in);
      }
      List<Code> codes = new ArrayList<>();
      int methods = in.readUnsignedShort();
      for (int i = 0; i < methods; i++) {
        in.skipNBytes(2);
        String name = texts[in.readUnsignedShort()];
        in.skipNBytes(2);
        int attributes = in.readUnsignedShort();
        for (int k = 0; k < attributes; k++) {
          String attribute = texts[in.readUnsignedShort()];
          int length = in.readInt();
          if (attribute.equals("Code")) {
            in.skipNBytes(4);
            int code = in.readInt();
            if (!name.equals("<clinit>")) {
              codes.add(new Code(name, code));
            }
            in.skipNBytes(length - 8L);
          } else {
            in.skipNBytes(length);
          }
        }
      }
      return codes;
    }
  }

  private static void skipAttributes(DataInputStream in) throws IOException {
    int attributes = in.readUnsignedShort();
    for (int i = 0; i < attributes; i++) {
      in.skipNBytes(2);
      in.skipNBytes(in.readInt());
    }
  }

  private static String[] constants(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    String[] texts = new String[count];
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("constant of kind " + tag);
      }
    }
    return texts;
  }
}
