import { readFileSync } from 'node:fs';

/**
 * Says whether this Node can run the repository. Takes versions as `20.19.0`; returns the sentence
 * to show, or null when all is well.
 */
export function complaintAboutNode(version, wanted) {
  const [have, need] = [version, wanted].map((text) => text.split('.').map(Number));
  const first = have.findIndex((part, place) => part !== need[place]);
  if (first === -1 || have[first] > need[first]) return null;
  return `Foundry needs Node ${wanted} or newer and this is ${version}; install it from https://nodejs.org and run the command again.`;
}

/** Ends the process with one sentence when this Node is older than `engines.node` of package.json. */
export function requireNode(root) {
  const { engines } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const complaint = complaintAboutNode(process.versions.node, engines.node.replace('>=', ''));
  if (complaint === null) return;
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}
