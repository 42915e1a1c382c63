/** `npm run openapi`: builds what is out of date, then writes the document of the API into `docs`. */
import { build } from '../../tools/build.mjs';

await build();
await import('./dist/openapi/write.js');
