import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Drawing } from './drawing.js';

/** Settings of every bare repository: pushes and partial clones over HTTP, and any pull request head may be asked for. */
const config = `[core]
	repositoryformatversion = 0
	bare = true
	logallrefupdates = false
[http]
	receivepack = true
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[receive]
	denyDeleteCurrent = ignore
[gc]
	auto = 0
`;

/** GitHub lets an App touch workflows only with a permission of its own, which Foundry never asks for. */
const preReceive = [
  '#!/bin/sh',
  'zero=0000000000000000000000000000000000000000',
  'while read -r old new ref; do',
  '  test "$new" = "$zero" && continue',
  '  if test "$old" = "$zero"; then set -- "$new" --not --all; else set -- "$old..$new"; fi',
  '  file=$(git log --format= --name-only "$@" -- .github/workflows | head -n 1)',
  '  test -z "$file" && continue',
  '  told="refusing to allow a GitHub App to create or update workflow"',
  `  printf '%s \`%s\` without \`workflows\` permission\\n' "$told" "$file" >&2`,
  '  exit 1',
  'done',
  '',
].join('\n');

/** Writes a drawing as a bare git repository, in one rename: nobody sees half of it. An existing folder stays as it is. */
export async function writeDrawing(drawing: Drawing, folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const draft = `${folder}.draft`;
  await rm(draft, { recursive: true, force: true });
  for (const part of ['objects/pack', 'objects/info', 'refs/heads', 'refs/tags', 'hooks']) {
    await mkdir(join(draft, part), { recursive: true });
  }
  await writeFile(join(draft, 'HEAD'), `ref: refs/heads/${drawing.defaultBranch}\n`);
  await writeFile(join(draft, 'config'), config);
  await writeFile(join(draft, 'hooks', 'pre-receive'), preReceive, { mode: 0o755 });
  await writeFile(join(draft, 'packed-refs'), packedRefs(drawing));
  for (const { sha, bytes } of drawing.objects.values()) {
    await mkdir(join(draft, 'objects', sha.slice(0, 2)), { recursive: true });
    await writeFile(join(draft, 'objects', sha.slice(0, 2), sha.slice(2)), deflateSync(bytes), { mode: 0o444 });
  }
  await rename(draft, folder);
}

function packedRefs({ refs }: Drawing): string {
  const lines = [...refs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sha]) => `${sha} ${name}\n`);
  return `# pack-refs with: peeled fully-peeled sorted \n${lines.join('')}`;
}
