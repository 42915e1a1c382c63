/**
 * `npm test`: installs what is missing, then every check and every suite, and a last line with the
 * totals. All parts run even when one fails. Arguments after `--` go to jest. With `--only=<part,…>`
 * as the first argument only those parts run. Plain Node: it starts before anything is installed.
 */
import { root, say } from './command.mjs';
import { installMissing } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { runCheck, runSuite, staticChecks, suites } from './steps.mjs';
import { summary } from './totals.mjs';

function partsAndArguments([first = '', ...rest]) {
  const all = [...Object.keys(staticChecks), ...Object.keys(suites)];
  if (!first.startsWith('--only=')) return { parts: all, args: first === '' ? [] : [first, ...rest] };
  return { parts: first.slice('--only='.length).split(','), args: rest };
}

async function runPart(part, args) {
  say(`\n=== ${part} ===`);
  if (part in staticChecks) return runCheck(part);
  const { env, advice } = await suites[part].needs();
  if (env) return runSuite(part, args, env);
  say(advice);
  return { name: part, passed: 0, failed: 1 };
}

requireNode(root);
installMissing(root, say);
const { parts, args } = partsAndArguments(process.argv.slice(2));
const results = [];
for (const part of parts) results.push(await runPart(part, args));
say('\n=== results ===');
for (const { name, passed, failed } of results) {
  say(
    `${name.padEnd(12)}${name in staticChecks ? (failed === 0 ? 'ok' : 'failed') : `${passed} passed, ${failed} failed`}`,
  );
}
const { line, ok } = summary(results);
say(line);
process.exitCode = ok ? 0 : 1;
