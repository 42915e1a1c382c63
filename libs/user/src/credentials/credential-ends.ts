import { InstallationLoans } from '@foundry/github-data/contracts';
import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { CredentialLeases } from '../auth-rows/credential-leases.js';
import { GithubOauth } from '../github/github-oauth.js';

/** Ends at GitHub what was lent and ended here. */
@Injectable()
export class CredentialEnds {
  constructor(
    private readonly database: Database,
    private readonly leases: CredentialLeases,
    private readonly oauth: GithubOauth,
    private readonly loans: InstallationLoans,
  ) {}

  /** False when GitHub could not be told. True also where nothing is left to end. */
  async tell(leaseId: string): Promise<boolean> {
    const kept = await this.leases.tokenOf(this.database.sql, leaseId);
    if (!kept) return true;
    return kept.mode === 'user' ? this.oauth.end(kept.token) : this.loans.end(kept.token.reveal());
  }
}
