/**
 * Loads `.env` of the repository into the environment, for commands that are programs of the product:
 * `node --import ./tools/settings.mjs …`. Variables that are set already win over those of the file.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const settings = fileURLToPath(new URL('../.env', import.meta.url));
if (existsSync(settings)) process.loadEnvFile(settings);
