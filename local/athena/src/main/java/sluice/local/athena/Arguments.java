package sluice.local.athena;

import java.net.URI;
import sluice.local.athena.engine.AwsLake;

/** What the command line says. {@code --port 0 --aws http://127.0.0.1:4566 --region eu-central-1 [--lifeline]} */
record Arguments(int port, AwsLake lake, boolean lifeline) {
    private static final String USAGE = "expected --port N --aws URL --region NAME [--lifeline]";

    static Arguments parse(String... words) {
        int port = 0;
        URI aws = null;
        String region = "eu-central-1";
        boolean lifeline = false;
        for (int i = 0; i < words.length; i++) {
            String option = words[i];
            switch (option) {
                case "--lifeline" -> lifeline = true;
                case "--port" -> port = port(value(words, ++i, option));
                case "--aws" -> aws = URI.create(value(words, ++i, option));
                case "--region" -> region = value(words, ++i, option);
                default -> throw new IllegalArgumentException("unknown option '" + option + "', " + USAGE);
            }
        }
        if (aws == null) {
            throw new IllegalArgumentException("--aws is missing, " + USAGE);
        }
        return new Arguments(port, new AwsLake(aws, region), lifeline);
    }

    private static String value(String[] words, int at, String option) {
        if (at >= words.length) {
            throw new IllegalArgumentException(option + " has no value, " + USAGE);
        }
        return words[at];
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new IllegalArgumentException("--port must be a number from 0 to 65535, found '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
