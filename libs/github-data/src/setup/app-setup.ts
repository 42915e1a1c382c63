import { randomUUID } from 'node:crypto';
import { appendAuditEntry, INSTANCE_STREAM } from '@foundry/audit-log/contracts';
import { Database, Outbox } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { GithubFailure } from '../client/github-failure.js';
import { InstanceApps } from '../contracts/index.js';
import { AppRegistrations, type NewApp } from './app-registrations.js';
import { convertManifest } from './app-conversion.js';
import { GithubApi } from './github-places.js';
import { StoredSetupLinks } from './stored-setup-links.js';

/** How coming back from GitHub ended. `taken`: another App was first, and this one is to be deleted at GitHub. */
export type Setup = { app: NewApp } | 'unknown' | 'unavailable' | 'refused' | 'taken';

const SENDER = { kind: 'system', module: 'github-data' } as const;

/** Takes the App in that GitHub made from our manifest. */
@Injectable()
export class AppSetup {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly links: StoredSetupLinks,
    private readonly registrations: AppRegistrations,
    private readonly apps: InstanceApps,
    private readonly github: GithubApi,
  ) {}

  /** `state` came from us and is good once; `code` is GitHub's. Only when GitHub did not answer it may be repeated. */
  async finish(code: string, state: string): Promise<Setup> {
    if ((await this.apps.current()) !== null || !(await this.links.claim(state))) return 'unknown';
    try {
      const app = await convertManifest(this.github.apiUrl, code);
      return (await this.store(app)) ? { app } : 'taken';
    } catch (error) {
      await this.links.release(state);
      if (!(error instanceof GithubFailure)) throw error;
      return error.kind === 'unavailable' ? 'unavailable' : 'refused';
    }
  }

  /** App, links and audit entry: one commit. */
  private store(app: NewApp): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      if (!(await this.registrations.add(sql, app))) return false;
      await this.links.endAll(sql);
      const entry = appendAuditEntry({
        entryId: randomUUID(),
        kind: 'github.app_registered',
        streamId: INSTANCE_STREAM,
        occurredAt: new Date().toISOString(),
        outcome: 'done',
        actor: { kind: 'system', id: 'set-up page' },
        via: 'session',
        subject: { type: 'github_app', id: app.appId },
        details: { slug: app.slug },
        commandId: randomUUID(),
        correlationId: randomUUID(),
      });
      await this.outbox.put(sql, [entry], { actor: SENDER, correlationId: entry.payload.correlationId });
      return true;
    });
  }
}
