import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rootPath, say } from '../command.mjs';
import { rules } from './rules.mjs';
import { violationsOf } from './violations.mjs';

const folders = ['apps', 'libs'].filter((folder) => existsSync(join(rootPath, folder)));
const violations = await violationsOf(rootPath, folders);
for (const { rule, from, to } of violations) {
  say(`${rule}: ${from} -> ${to}\n  ${rules.find(({ name }) => name === rule).comment}`);
}
say(violations.length === 0 ? `${rules.length} rules hold` : `${violations.length} imports break a rule`);
process.exitCode = violations.length === 0 ? 0 : 1;
