/** How often people who are here are looked at. */
export const REFRESH_EVERY_MS = 5 * 60_000;

/** Each time another sixth of them, so that each has their turn every half hour and GitHub is not asked in step. */
export const REFRESH_TURNS = 6;
