package sluice.local.sites.web;

/** Answers the requests of one path; a {@link BadAskException} becomes a 400 with its message as the reason. */
@FunctionalInterface
public interface Route {
  Reply answer(Ask ask);
}
