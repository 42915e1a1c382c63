import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Github } from '../client/github.js';
import { GithubFailure } from '../client/github-failure.js';
import { type InstallationLoan, InstallationLoans } from '../contracts/index.js';

const Installation = z.array(z.object({ installationId: z.string() }));

/** Tokens of the App for one repository, minted each time and kept nowhere. */
@Injectable()
export class MintedLoans extends InstallationLoans {
  constructor(
    private readonly github: Github,
    private readonly database: Database,
  ) {
    super();
  }

  async lend(
    { organizationId, repositoryId }: { organizationId: string; repositoryId: string },
    permissions: Readonly<Record<string, string>>,
  ): Promise<InstallationLoan | { refused: 'github.unavailable' | 'repository.access_denied' }> {
    const rows = await this.database.sql`
      select installation_id as "installationId" from github_data.installations
      where organization_id = ${organizationId} and state = 'active'`;
    const [installation] = Installation.parse(rows);
    if (!installation) return { refused: 'repository.access_denied' };
    try {
      return await this.github.mint(installation.installationId, { repositoryIds: [repositoryId], permissions });
    } catch (error) {
      if (!(error instanceof GithubFailure)) throw error;
      const isDenied = ['missing', 'forbidden', 'suspended', 'unreadable'].includes(error.kind);
      return { refused: isDenied ? 'repository.access_denied' : 'github.unavailable' };
    }
  }

  async end(token: string): Promise<boolean> {
    try {
      await this.github.end(token);
      return true;
    } catch (error) {
      if (!(error instanceof GithubFailure)) throw error;
      return error.kind === 'unauthorized';
    }
  }
}
