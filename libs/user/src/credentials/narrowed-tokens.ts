import { InstallationLoans } from '@foundry/github-data/contracts';
import { Secret } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import type { HeldToken } from '../auth-rows/github-accounts.js';
import type { CredentialMode, CredentialRefusal, CredentialRequest } from '../contracts/index.js';
import { GithubOauth } from '../github/github-oauth.js';
import { PersonTokens } from './person-tokens.js';

/** A token for one repository; `isOwn`: made for this lease alone. */
export interface Narrowed {
  token: Secret;
  mode: CredentialMode;
  isOwn: boolean;
  expiresAt: Date | null;
}

/** How long it is remembered that a GitHub does not narrow tokens of people for an account. */
const REMEMBERED_MS = 10 * 60_000;

const READS = { contents: 'read', metadata: 'read' };
const WRITES = { contents: 'write', pull_requests: 'write', metadata: 'read' };

/** Cuts a person's token down to one repository; where GitHub does not, takes the App's, or for pull requests the whole. */
@Injectable()
export class NarrowedTokens {
  private readonly notOffered = new Map<string, number>();

  constructor(
    private readonly oauth: GithubOauth,
    private readonly tokens: PersonTokens,
    private readonly loans: InstallationLoans,
  ) {}

  async of(request: CredentialRequest, person: HeldToken): Promise<Narrowed | { refused: CredentialRefusal }> {
    const { organizationId, userId, repositoryId, purpose } = request;
    const permissions = purpose === 'clone' ? READS : WRITES;
    if (this.isNotOffered(organizationId)) return this.instead(request, permissions, person);
    let held = person;
    for (let isRepeated = false; ; isRepeated = true) {
      const given = await this.oauth.narrow(held.token, { organizationId, repositoryId, permissions });
      if (typeof given !== 'string') return { ...given, mode: 'user', isOwn: true };
      if (given === 'denied') return { refused: 'repository.access_denied' };
      if (given === 'unavailable') return { refused: 'github.unavailable' };
      if (given === 'not_offered') {
        this.notOffered.set(organizationId, Date.now() + REMEMBERED_MS);
        return this.instead(request, permissions, held);
      }
      if (isRepeated) return { refused: 'user.reauthorize' };
      const next = await this.tokens.of(userId, { seconds: 0, notVersion: held.version });
      if ('refused' in next) return next;
      held = next;
    }
  }

  /** False when GitHub could not be asked. */
  end(token: Secret): Promise<boolean> {
    return this.oauth.end(token);
  }

  private async instead(
    { organizationId, repositoryId, purpose }: CredentialRequest,
    permissions: Readonly<Record<string, string>>,
    { token, secondsLeft }: HeldToken,
  ): Promise<Narrowed | { refused: CredentialRefusal }> {
    if (purpose === 'pull_request') {
      const expiresAt = secondsLeft === null ? null : new Date(Date.now() + secondsLeft * 1000);
      return { token, mode: 'user', isOwn: false, expiresAt };
    }
    const loan = await this.loans.lend({ organizationId, repositoryId }, permissions);
    if ('refused' in loan) return loan;
    return { token: new Secret(loan.token), mode: 'installation', isOwn: true, expiresAt: loan.expiresAt };
  }

  private isNotOffered(organizationId: string): boolean {
    const until = this.notOffered.get(organizationId);
    if (until === undefined || until > Date.now()) return until !== undefined;
    this.notOffered.delete(organizationId);
    return false;
  }
}
