/**
 * Messages that this release accepts and no longer sends, by name, with what took their place. `npm run release:snapshot`
 * notes them, and the release after that one may drop them together with their entry here: by then nothing that runs
 * sends them, and what was sent is settled.
 */
export const RETIRING: Readonly<Record<string, string>> = {};
