import { InstallationLoans } from '@foundry/github-data/contracts';
import { EffectFailed, Secret } from '@foundry/messaging';
import {
  type GitCredential,
  type LeasedCredential,
  type LeaseHolder,
  type LeaseRefused,
  type LeaseRequest,
  MachineCredentials,
} from '@foundry/sandbox/contracts';
import { GithubCredentials } from '@foundry/user/contracts';
import { Global, Injectable, Module } from '@nestjs/common';

/** Of git over HTTP, where the password is a token of the App. */
const APP = 'x-access-token';

/** Hands the authority of people, and the App's for reading, to the machines of tasks. */
@Injectable()
export class LentCredentials extends MachineCredentials {
  constructor(
    private readonly people: GithubCredentials,
    private readonly app: InstallationLoans,
  ) {
    super();
  }

  lease(request: LeaseRequest, holder: LeaseHolder): Promise<{ credential: LeasedCredential } | LeaseRefused> {
    return this.people.lease(request, holder);
  }

  release(leaseId: string): Promise<void> {
    return this.people.release(leaseId);
  }

  /** Null: the App may not read it. Throws `github.unavailable` when GitHub does not answer, which is tried again. */
  async readOnly(organizationId: string, repositoryId: string): Promise<GitCredential | null> {
    const loan = await this.app.lend({ organizationId, repositoryId }, { contents: 'read' });
    if ('token' in loan) return { username: APP, secret: new Secret(loan.token) };
    if (loan.refused === 'repository.access_denied') return null;
    throw new EffectFailed(loan.refused, 'GitHub does not answer, so the repository cannot be fetched.');
  }
}

/** Needs `UserCredentialsModule` and the worker's module of github-data. */
@Global()
@Module({
  providers: [{ provide: MachineCredentials, useClass: LentCredentials }],
  exports: [MachineCredentials],
})
export class MachineCredentialsModule {}
