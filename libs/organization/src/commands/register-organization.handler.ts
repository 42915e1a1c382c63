import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { OrganizationRegistered, RegisterOrganization } from '../contracts/index.js';
import { Organization } from '../domain/organization.entity.js';
import { SandboxOffer } from '../instance/sandbox-offer.js';
import { mustBeFoundry } from './acting-member.js';
import { announceOrganization } from './announce.js';

@CommandHandler(RegisterOrganization)
export class RegisterOrganizationHandler extends Handler<RegisterOrganization> {
  constructor(private readonly offer: SandboxOffer) {
    super();
  }

  async handle({ payload }: RegisterOrganization, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const { accountId: organizationId, observedAt, ...said } = payload;
    const account = { ...said, observedAt: observedAt === undefined ? tx.now : new Date(observedAt) };
    const known = await tx.find(Organization, { organizationId });
    if (!known) {
      await this.insert(Organization.register(organizationId, account, this.offer.startingSettings(), tx.now), tx);
    } else if (known.refresh(account, tx.now)) {
      await tx.save(known);
      await announceOrganization(tx, known);
    }
    return null;
  }

  private async insert(organization: Organization, tx: Tx): Promise<void> {
    await tx.save(organization);
    const view = organization.view();
    tx.emit(new OrganizationRegistered({ organizationId: view.id, version: view.version, organization: view }));
    tx.audit({ subject: { type: 'organization', id: view.id }, details: { login: view.login, kind: view.kind } });
  }
}
