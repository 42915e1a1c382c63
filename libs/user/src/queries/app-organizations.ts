import { InstallationsOf, InstallationStatus } from '@foundry/github-data/contracts';
import { ask } from '@foundry/messaging';
import { OrganizationEntry, OrganizationsOf, TaskStandingOf } from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';

const Onboarding = z
  .object({
    install: z.boolean().meta({ description: 'The App is installed and may do what it needs.' }),
    sync: z.boolean().meta({ description: 'What GitHub has was read at least once.' }),
    agent: z.boolean().nullable().meta({ description: 'An agent can run; null: nothing here knows about agents.' }),
    firstTask: z.boolean().meta({ description: 'Somebody worked on a task.' }),
  })
  .meta({
    id: 'Onboarding',
    description: 'First steps of an organization, each done or not. Computed, never stored.',
    examples: [{ install: true, sync: true, agent: null, firstTask: false }],
  });

/** An organization of a person, with how it stands. */
export const AppOrganization = OrganizationEntry.extend({
  installation: InstallationStatus.meta({ description: 'How the App is installed at GitHub.' }),
  onboarding: Onboarding.meta({ description: 'First steps.' }),
  activeTasks: z.int().min(0).meta({ description: 'Tasks that are not archived and that you may see.' }),
}).meta({
  id: 'AppOrganization',
  description: 'An organization of yours, with how it stands.',
  examples: [
    {
      id: '9919',
      login: 'acme',
      displayName: 'Acme',
      avatarUrl: null,
      kind: 'company' as const,
      role: 'member' as const,
      version: 4,
      installation: 'connected' as const,
      onboarding: { install: true, sync: true, agent: null, firstTask: false },
      activeTasks: 12,
    },
  ],
});
export type AppOrganization = z.infer<typeof AppOrganization>;

/** What the first screen shows of a person's organizations: one question to each module, for all of them. */
@Injectable()
export class AppOrganizations {
  constructor(private readonly queries: QueryBus) {}

  async of(userId: string): Promise<AppOrganization[]> {
    const entries = await ask(this.queries, new OrganizationsOf(userId));
    const ids = entries.map(({ id }) => id);
    const [installations, standings] = await Promise.all([
      ask(this.queries, new InstallationsOf(ids)),
      ask(this.queries, new TaskStandingOf(userId, ids)),
    ]);
    return entries.map((entry) => {
      const { installation = 'not_installed', wasSynced = false } =
        installations.find(({ organizationId }) => organizationId === entry.id) ?? {};
      const { active = 0, hasRealTask = false } =
        standings.find(({ organizationId }) => organizationId === entry.id) ?? {};
      const onboarding = {
        install: installation === 'connected',
        sync: wasSynced,
        agent: null,
        firstTask: hasRealTask,
      };
      return { ...entry, installation, onboarding, activeTasks: active };
    });
  }
}
