import { text } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { isRefPrefix } from './ref-name.js';

export const SandboxProvider = z.enum(['e2b', 'docker', 'local']);
export type SandboxProvider = z.infer<typeof SandboxProvider>;

const cents = (description: string) => z.int().min(0).max(100_000_000).nullable().meta({ description });
const distinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** US cents; null is no limit. `task` enforces them. */
const budgets = {
  perTask: cents('Most that one task may cost, in US cents; null: no limit.'),
  perUserMonth: cents('Most that one person may spend in a month, in US cents.'),
  perOrganizationMonth: cents('Most that all together may spend in a month, in US cents.'),
};
const limits = 'Limits of spending, which tasks obey.';
const Budgets = z.strictObject(budgets).meta({
  id: 'Budgets',
  description: limits,
  examples: [{ perTask: 500, perUserMonth: null, perOrganizationMonth: 20_000 }],
});
const BudgetsPatch = z
  .strictObject(budgets)
  .partial()
  .meta({ id: 'BudgetsPatch', description: limits, examples: [{ perTask: 500 }] });

const shape = {
  defaultRole: z.enum(['member', 'viewer']).meta({ description: 'Role of members to whom nobody granted another.' }),
  taskVisibility: z
    .enum(['repository', 'organization'])
    .meta({ description: 'Who sees tasks of private repositories: readers of the repository, or every member.' }),
  pullRequestTasks: z
    .enum(['all', 'same_repository', 'none'])
    .meta({ description: 'Which pull requests appear as tasks.' }),
  excludeAuthors: z
    .array(text(39).min(1))
    .max(50)
    .refine(distinct, 'must not name an author twice')
    .meta({ description: 'Logins whose pull requests do not appear as tasks.' }),
  autoArchive: z
    .enum(['closed_or_merged', 'merged', 'never'])
    .meta({ description: 'When a task is archived by its pull request.' }),
  branchPrefix: text(40)
    .refine(isRefPrefix, 'must be valid as the start of a git branch name')
    .meta({ description: 'What generated branch names start with.' }),
  sandboxProviders: z
    .array(SandboxProvider)
    .max(3)
    .refine(distinct, 'must not name a provider twice')
    .meta({ description: 'Where sandboxes may run.' }),
  /** One of `sandboxProviders`; null only when there is none. */
  defaultProvider: SandboxProvider.nullable().meta({ description: 'Where a sandbox runs when nobody says.' }),
  idleMinutes: z.int().min(5).max(1_440).meta({ description: 'Minutes without activity until a sandbox pauses.' }),
  turnLimitMinutes: z.int().min(5).max(720).meta({ description: 'Longest turn of an agent, in minutes.' }),
  maxActiveTasks: z
    .int()
    .min(1)
    .max(10_000)
    .meta({ description: 'Most tasks at once, virtual and archived ones aside.' }),
};

const defaults = {
  defaultRole: 'member' as const,
  taskVisibility: 'repository' as const,
  pullRequestTasks: 'all' as const,
  excludeAuthors: [],
  autoArchive: 'closed_or_merged' as const,
  branchPrefix: 'foundry/',
  sandboxProviders: [],
  defaultProvider: null,
  budgets: { perTask: null, perUserMonth: null, perOrganizationMonth: null },
  idleMinutes: 15,
  turnLimitMinutes: 240,
  maxActiveTasks: 500,
};

/** The settings of an organization, always whole. Unknown keys are refused. */
export const Settings = z
  .strictObject({ ...shape, budgets: Budgets })
  .refine(
    ({ sandboxProviders, defaultProvider }) =>
      defaultProvider === null ? sandboxProviders.length === 0 : sandboxProviders.includes(defaultProvider),
    { path: ['defaultProvider'], message: 'must be one of sandboxProviders' },
  )
  .meta({ id: 'Settings', description: 'The settings of an organization, always whole.', examples: [defaults] });
export type Settings = z.infer<typeof Settings>;

/** What a person changes: absent keys stay as they are. */
export const SettingsPatch = z
  .strictObject({ ...shape, budgets: BudgetsPatch })
  .partial()
  .meta({
    id: 'SettingsPatch',
    description: 'Settings to change; absent ones stay as they are.',
    examples: [{ idleMinutes: 30 }],
  });
export type SettingsPatch = z.infer<typeof SettingsPatch>;

export const DEFAULT_SETTINGS: Settings = defaults;
