import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { OfferedProviders, type SandboxProvider } from '../contracts/index.js';
import { SandboxOffer } from '../instance/sandbox-offer.js';

@QueryHandler(OfferedProviders)
export class OfferedProvidersQuery implements IQueryHandler<OfferedProviders, readonly SandboxProvider[]> {
  constructor(private readonly offer: SandboxOffer) {}

  execute(): Promise<readonly SandboxProvider[]> {
    return Promise.resolve(this.offer.providers);
  }
}
