import { build } from '../build.mjs';

/** Some tests start real api and worker processes; those run what is in `dist`. */
export default async function buildOnce() {
  await build({ withTests: true });
}
