package sluice.quality;

/** The check of rules needs to be told nothing: they travel in the function. */
public record CheckRulesEvent() {}
