import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Providers } from './providers.js';

/** Without a broker this process is the whole product, so machines of this host end with it; their homes stay. */
@Injectable()
export class HostMachines implements OnApplicationShutdown {
  constructor(private readonly providers: Providers) {}

  async onApplicationShutdown(): Promise<void> {
    if (process.env['AMQP_URL']) return;
    for (const provider of this.providers.all) await provider.close?.();
  }
}
