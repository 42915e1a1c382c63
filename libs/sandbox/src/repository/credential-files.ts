import { EffectFailed } from '@foundry/messaging';
import type { GitCredential } from '../contracts/index.js';
import { HELPER } from '../access/machine-access.js';
import { type GitOptions, type MachineGit } from './machine-git.js';

/** Where the owner's credential lies while it is needed. */
export const TOKEN_FILE = '.git-token';
const FOLDER = '.foundry';
const MATCH = `${FOLDER}/git-credential.match`;

/**
 * The helper of the machine's git. It answers `get` for the one repository that the file beside it names, and ignores
 * `store` and `erase`, so that a refused try cannot delete the file.
 */
const HELPER_TEXT = `#!/bin/sh
[ "$1" = get ] || exit 0
protocol= host= path=
while IFS='=' read -r key value; do
  case "$key" in
    protocol) protocol=$value ;;
    host) host=$value ;;
    path) path=$value ;;
    '') break ;;
  esac
done
{ read -r our_protocol; read -r our_host; read -r our_path; } < "$HOME/${MATCH}" || exit 0
[ "$protocol" = "$our_protocol" ] && [ "$host" = "$our_host" ] || exit 0
[ "\${path%.git}" = "$our_path" ] || exit 0
cat "\${FOUNDRY_CREDENTIAL_FILE:-$HOME/${TOKEN_FILE}}" 2>/dev/null
exit 0
`;

export interface Identity {
  commitName: string;
  commitEmail: string;
}

/** Writes and removes what git on the machine authenticates with. A token is in a file of mode 0600 and nowhere else. */
export class CredentialFiles {
  constructor(private readonly git: MachineGit) {}

  /** Our folder, the helper, and what it answers for. */
  async prepare(cloneUrl: string): Promise<void> {
    const { home, server } = this.git.open;
    await this.git.must(['mkdir', '-p', '-m', '700', `${home}/${FOLDER}`]);
    await this.git.must(['chmod', '700', `${home}/${FOLDER}`]);
    const { protocol, host, pathname } = new URL(cloneUrl);
    const path = decodeURI(pathname)
      .replace(/^\//, '')
      .replace(/\.git$/, '');
    const match = [protocol.replace(':', ''), host, path].join('\n');
    if (match.split('\n').length !== 3) throw new EffectFailed('repository.url_invalid', 'The address has line ends.');
    await server.writeFile(`${home}/${MATCH}`, Buffer.from(`${match}\n`));
    await server.writeFile(`${home}/${HELPER}`, Buffer.from(HELPER_TEXT));
    await this.git.must(['chmod', '700', `${home}/${HELPER}`]);
  }

  /** The owner's credential, and their name for commits. */
  async install(credential: GitCredential, identity: Identity): Promise<void> {
    const { home } = this.git.open;
    await this.write(`${home}/${TOKEN_FILE}`, credential);
    await this.configure('user.name', identity.commitName);
    await this.configure('user.email', identity.commitEmail);
    await this.configure('credential.helper', `${home}/${HELPER}`);
    await this.configure('credential.useHttpPath', 'true');
  }

  /** Nobody's credential is on the machine after it. */
  async remove(): Promise<void> {
    const { home } = this.git.open;
    await this.git.must(['rm', '-f', `${home}/${TOKEN_FILE}`, `${home}/${FOLDER}/credential.new`]);
  }

  /** Lends a token to what `work` calls git with, and to nothing else. */
  async lend<T>(credential: GitCredential | null, work: (options: GitOptions) => Promise<T>): Promise<T> {
    if (credential === null) return work({});
    const path = `${this.git.open.home}/${FOLDER}/lent-token`;
    await this.write(path, credential);
    try {
      return await work({ as: 'owner', env: { FOUNDRY_CREDENTIAL_FILE: path } });
    } finally {
      await this.git.must(['rm', '-f', path]);
    }
  }

  /** Whether the remote takes what the helper answers. */
  async verify(cloneUrl: string): Promise<{ ok: true } | { ok: false; words: string }> {
    const { exitCode, stderr } = await this.git.try(['ls-remote', '--quiet', cloneUrl, 'HEAD'], {
      as: 'owner',
      cwd: this.git.open.home,
      timeoutMs: 20_000,
    });
    return exitCode === 0 ? { ok: true } : { ok: false, words: stderr };
  }

  /** Mode before name, so that nobody else can read it at any time. */
  private async write(path: string, { username, secret }: GitCredential): Promise<void> {
    const { home, server } = this.git.open;
    const fresh = `${home}/${FOLDER}/credential.new`;
    const text = `username=${username}\npassword=${secret.reveal()}\n`;
    await this.git.must(['rm', '-f', fresh]);
    await server.writeFile(fresh, Buffer.alloc(0));
    await this.git.must(['chmod', '600', fresh]);
    await server.writeFile(fresh, Buffer.from(text));
    await this.git.must(['chmod', '600', fresh]);
    await server.move(fresh, path);
  }

  private async configure(key: string, value: string): Promise<void> {
    const file = `${this.git.open.home}/.gitconfig`;
    await this.git.must(['git', 'config', '--file', file, '--replace-all', key, value]);
  }
}
