package sluice.prove.faults;

/**
 * A promise that did not survive a fault.
 *
 * @param call the number of the call that failed; 0 where the fault is in how often and in what order events came
 * @param fault what went wrong, in lower case with underscores
 * @param operation what was called
 * @param key what the call was about
 * @param what the promise and what was found instead
 */
public record Broken(int call, String fault, String operation, String key, String what) {}
