import { type InstanceApp, InstanceApps } from '../contracts/index.js';
import type { AppRegistrations } from './app-registrations.js';

/**
 * The App of the environment, else the registered one. A registration is never changed, so once it was read it is kept;
 * until there is one every process looks again, and so takes it into use without a restart.
 */
export class KnownApps extends InstanceApps {
  constructor(
    private known: InstanceApp | null,
    private readonly registrations: AppRegistrations,
  ) {
    super();
  }

  async current(): Promise<InstanceApp | null> {
    return (this.known ??= await this.registrations.read());
  }
}
