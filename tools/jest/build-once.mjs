import { buildWeb } from '../build-web.mjs';
import { build } from '../build.mjs';
import { rootPath } from '../command.mjs';

/** Some tests start real api and worker processes; those run what is in `dist`. */
export default async function buildOnce() {
  await build({ withTests: true });
  await buildWeb(rootPath);
}
