import { createHash } from 'node:crypto';

/** One git object: its name (SHA-1 over header and content), and the bytes that are hashed. */
export interface GitObject {
  readonly sha: string;
  readonly bytes: Buffer;
}

function gitObject(kind: string, content: Buffer): GitObject {
  const bytes = Buffer.concat([Buffer.from(`${kind} ${content.length}\0`), content]);
  return { sha: createHash('sha1').update(bytes).digest('hex'), bytes };
}

export function blob(text: string): GitObject {
  return gitObject('blob', Buffer.from(text));
}

export interface TreeEntry {
  readonly name: string;
  readonly sha: string;
  readonly folder: boolean;
}

/** A tree; git sorts folders as if their names ended with a slash. */
export function tree(entries: readonly TreeEntry[]): GitObject {
  const key = ({ name, folder }: TreeEntry) => Buffer.from(folder ? `${name}/` : name);
  const sorted = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)));
  const parts = sorted.map(({ name, sha, folder }) =>
    Buffer.concat([Buffer.from(`${folder ? '40000' : '100644'} ${name}\0`), Buffer.from(sha, 'hex')]),
  );
  return gitObject('tree', Buffer.concat(parts));
}

export interface Author {
  readonly name: string;
  readonly email: string;
}

export interface CommitFields {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Author;
  /** Seconds since the epoch; the zone is UTC. */
  readonly at: number;
  readonly message: string;
}

export function commit({ tree: root, parents, author, at, message }: CommitFields): GitObject {
  const who = `${author.name} <${author.email}> ${at} +0000`;
  const lines = [`tree ${root}`, ...parents.map((sha) => `parent ${sha}`), `author ${who}`, `committer ${who}`];
  return gitObject('commit', Buffer.from(`${lines.join('\n')}\n\n${message}\n`));
}
