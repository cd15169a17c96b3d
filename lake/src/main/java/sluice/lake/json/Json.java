package sluice.lake.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import sluice.lake.DatasetName;
import sluice.lake.RunId;

/** The one way Sluice's own documents become JSON and back: absent means key missing, times are ISO-8601 in UTC. */
public final class Json {
  // Sources' documents have limits of their own; these are for what Sluice itself wrote.
  private static final int DEEPEST = 50;
  private static final int LONGEST_TEXT = 5_000_000;
  private static final long LONGEST_DOCUMENT = 64L << 20;

  public static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxNestingDepth(DEEPEST)
              .maxStringLength(LONGEST_TEXT)
              .maxDocumentLength(LONGEST_DOCUMENT)
              .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build())
      .addModule(words())
      .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      // A later version may add fields; an older function must still read its events.
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .build();

  private Json() {}

  /** A value of ours, which always is JSON, on one line. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException ourValuesAlwaysAre) {
      throw new IllegalStateException(ourValuesAlwaysAre);
    }
  }

  /** The same as an indented document in UTF-8, for a file that people open. */
  public static byte[] pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    } catch (JsonProcessingException ourValuesAlwaysAre) {
      throw new IllegalStateException(ourValuesAlwaysAre);
    }
  }

  /** The first line of a parser's complaint with its place, without the document's own text. */
  public static String brief(IOException problem) {
    if (!(problem instanceof JsonProcessingException json)) {
      return String.valueOf(problem.getMessage());
    }
    String said = json.getOriginalMessage().lines().findFirst().orElse("");
    var place = json.getLocation();
    return place == null ? said : said + " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
  }

  private static SimpleModule words() {
    return new SimpleModule()
        .addSerializer(Instant.class, ToStringSerializer.instance)
        .addSerializer(LocalDate.class, ToStringSerializer.instance)
        .addSerializer(DatasetName.class, ToStringSerializer.instance)
        .addSerializer(RunId.class, ToStringSerializer.instance)
        .addDeserializer(Instant.class, new Words<>(Instant.class, Instant::parse))
        .addDeserializer(LocalDate.class, new Words<>(LocalDate.class, LocalDate::parse))
        .addDeserializer(DatasetName.class, new Words<>(DatasetName.class, DatasetName::new))
        .addDeserializer(RunId.class, new Words<>(RunId.class, RunId::new))
        .addKeyDeserializer(DatasetName.class, new WordKey(DatasetName::new));
  }
}
