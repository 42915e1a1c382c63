import { text } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { isRefPrefix } from './ref-name.js';

export const SandboxProvider = z.enum(['e2b', 'docker', 'local']);
export type SandboxProvider = z.infer<typeof SandboxProvider>;

const Cents = z.number().int().min(0).max(100_000_000).nullable();
const distinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** US cents; null is no limit. `task` enforces them. */
const budgets = { perTask: Cents, perUserMonth: Cents, perOrganizationMonth: Cents };

const shape = {
  /** Role of members to whom nobody here granted another one. */
  defaultRole: z.enum(['member', 'viewer']),
  /** `repository`: a task of a private repository is seen only with read permission on it. */
  taskVisibility: z.enum(['repository', 'organization']),
  /** Which pull requests appear as tasks. */
  pullRequestTasks: z.enum(['all', 'same_repository', 'none']),
  /** Logins whose pull requests do not appear. */
  excludeAuthors: z.array(text(39).min(1)).max(50).refine(distinct, 'must not name an author twice'),
  autoArchive: z.enum(['closed_or_merged', 'merged', 'never']),
  branchPrefix: text(40).refine(isRefPrefix, 'must be valid as the start of a git branch name'),
  sandboxProviders: z.array(SandboxProvider).max(3).refine(distinct, 'must not name a provider twice'),
  /** One of `sandboxProviders`; null only when there is none. */
  defaultProvider: SandboxProvider.nullable(),
  /** Minutes without activity until a sandbox pauses. */
  idleMinutes: z.number().int().min(5).max(1_440),
  /** Longest turn of an agent, in minutes. */
  turnLimitMinutes: z.number().int().min(5).max(720),
  /** Real tasks that are not archived. */
  maxActiveTasks: z.number().int().min(1).max(10_000),
};

/** The settings of an organization, always whole. Unknown keys are refused. */
export const Settings = z
  .strictObject({ ...shape, budgets: z.strictObject(budgets) })
  .refine(
    ({ sandboxProviders, defaultProvider }) =>
      defaultProvider === null ? sandboxProviders.length === 0 : sandboxProviders.includes(defaultProvider),
    { path: ['defaultProvider'], message: 'must be one of sandboxProviders' },
  );
export type Settings = z.infer<typeof Settings>;

/** What a person changes: absent keys stay as they are. */
export const SettingsPatch = z.strictObject({ ...shape, budgets: z.strictObject(budgets).partial() }).partial();
export type SettingsPatch = z.infer<typeof SettingsPatch>;

export const DEFAULT_SETTINGS: Settings = {
  defaultRole: 'member',
  taskVisibility: 'repository',
  pullRequestTasks: 'all',
  excludeAuthors: [],
  autoArchive: 'closed_or_merged',
  branchPrefix: 'foundry/',
  sandboxProviders: [],
  defaultProvider: null,
  budgets: { perTask: null, perUserMonth: null, perOrganizationMonth: null },
  idleMinutes: 15,
  turnLimitMinutes: 240,
  maxActiveTasks: 500,
};
