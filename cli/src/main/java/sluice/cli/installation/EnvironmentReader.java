package sluice.cli.installation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.lake.yaml.YamlNode;
import sluice.local.world.Address;

/** Reads an environment's file, noting all that is wrong with it; what a variable's value means is Terraform's to check. */
final class EnvironmentReader {
  private static final String SAID_ABOVE = "C130";

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern SUFFIX = Pattern.compile("|-[a-z0-9-]{0,40}[a-z0-9]");
  /** What environments/read.tf gives the stacks from other keys. */
  private static final Map<String, String> GIVEN = Map.of("environment", "the file's name", "region", "region", "allowed_account_ids", "account",
      "bucket_suffix", "bucket_suffix", "state_bucket", "state_bucket", "image_tag", "the commit that is checked out");

  private final String name;
  private final Map<String, List<String>> declared;

  /** @param declared the variables of each stack */
  EnvironmentReader(String name, Map<String, List<String>> declared) {
    this.name = name;
    this.declared = declared;
  }

  Environment read(YamlNode file) {
    file.onlyKeys("account", "region", "state_bucket", "bucket_suffix", "variables");
    String account = shaped(file.need("account"), ACCOUNT, "twelve digits in quotes, such as \"123456789012\"");
    String region = shaped(file.need("region"), REGION, "a region such as eu-central-1");
    String stateBucket = shaped(file.need("state_bucket"), BUCKET, "a bucket's name, such as acme-sluice-terraform");
    Optional<YamlNode> suffix = file.find("bucket_suffix");
    suffix.filter(its -> !SUFFIX.matcher(its.chars()).matches())
        .ifPresent(its -> its.refuseValue("nothing, or a hyphen with small letters, digits and hyphens behind it, such as -acme-prod"));
    Optional<YamlNode> variables = file.find("variables");
    variables.ifPresent(this::checkVariables);
    boolean disposable = variables.flatMap(its -> its.find("foundation")).flatMap(its -> its.find("force_destroy")).map(YamlNode::flag).orElse(false);
    return new Environment(name, new Address(account, region, suffix.map(YamlNode::chars).orElse("-" + account + "-" + region)), stateBucket, disposable);
  }

  private void checkVariables(YamlNode variables) {
    variables.onlyKeys(declared.keySet());
    variables.entries().forEach((stack, its) -> checkVariables(its, declared.getOrDefault(stack, List.of())));
  }

  private static void checkVariables(YamlNode stack, Collection<String> known) {
    List<String> free = new ArrayList<>(known);
    free.removeAll(GIVEN.keySet());
    stack.entries().forEach((variable, value) -> {
      if (GIVEN.containsKey(variable)) {
        value.refuse(SAID_ABOVE, variable + " is said elsewhere and cannot stand here", GIVEN.get(variable) + " to say it", null);
        free.add(variable);
      }
    });
    stack.onlyKeys(free);
  }

  private static String shaped(YamlNode node, Pattern shape, String expected) {
    String text = node.text();
    if (!text.isEmpty() && !shape.matcher(text).matches()) {
      node.refuseValue(expected);
    }
    return text;
  }
}
