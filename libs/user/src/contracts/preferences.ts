import { Id64, QueryMessage, text } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** Bytes of all preferences of a person together, as JSON. */
export const MAX_PREFERENCES = 16 * 1024;

const agent = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const Channel = z.enum(['off', 'inbox', 'browser']);
const ListView = z
  .strictObject({
    filter: text(500).meta({ description: 'What is typed into the filter.' }),
    sort: text(40).meta({ description: 'Name of the order.' }),
  })
  .meta({
    id: 'ListView',
    description: 'How a list is looked at.',
    examples: [{ filter: 'is:mine', sort: 'updated' }],
  });

const appearance = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).meta({ description: 'Colours.' }),
  density: z.enum(['comfortable', 'compact']).meta({ description: 'Height of rows.' }),
  motion: z.enum(['system', 'reduced', 'full']).meta({ description: 'Whether things move.' }),
});

const notifications = z.strictObject({
  needsYou: Channel.meta({ description: 'An agent waits for you.' }),
  finished: Channel.meta({ description: 'A turn finished.' }),
  failed: Channel.meta({ description: 'A turn failed.' }),
  ownerChanged: Channel.meta({ description: 'A task became yours, or another’s.' }),
  pullRequest: Channel.meta({ description: 'Review, merge or failing checks of a task of yours.' }),
});

const fields = {
  appearance,
  sendKey: z.enum(['enter', 'mod_enter']).meta({ description: 'Key that sends a message.' }),
  singleKeys: z.boolean().meta({ description: 'Whether single keys are shortcuts.' }),
  defaultAgent: agent.nullable().meta({ description: 'Agent of new sessions; null: the organization’s.' }),
  defaultModel: text(100).nullable().meta({ description: 'Model of new sessions; null: the agent’s.' }),
  lastModels: z.record(agent, text(100)).meta({ description: 'Model chosen last, for each agent.' }),
  commitEmail: z.enum(['noreply', 'primary']).meta({ description: 'Address in your commits.' }),
  notifications,
  listViews: z.record(Id64, ListView).meta({ description: 'Filter and order of the list, by organization.' }),
  onboardingHidden: z.boolean().meta({ description: 'Whether first steps are put away.' }),
  lastOrganizationId: Id64.nullable().meta({ description: 'The organization looked at last.' }),
};

/** All preferences of a person; what they never chose has its default. */
export const PreferencesView = z
  .object({
    ...fields,
    appearance: appearance.meta({ description: 'How things look.' }),
    notifications: notifications.meta({ description: 'Where each kind of news goes.' }),
    version: z.int().meta({ description: 'Rises with each change; 0 when nothing was ever chosen.' }),
  })
  .meta({ id: 'Preferences', description: 'What a person prefers.', examples: [preferencesExample()] });
export type PreferencesView = z.infer<typeof PreferencesView>;

/** What to change. Absent: unchanged. Records are merged; a value of null takes the entry away. */
export const PreferencesPatch = z
  .strictObject({
    ...fields,
    appearance: appearance.partial().meta({ description: 'How things look.' }),
    notifications: notifications.partial().meta({ description: 'Where each kind of news goes.' }),
    lastModels: z
      .record(agent, text(100).nullable())
      .refine(few, 'must have at most 50 entries')
      .meta({ description: 'Model chosen last, for each agent.' }),
    listViews: z
      .record(Id64, ListView.nullable())
      .refine(few, 'must have at most 50 entries')
      .meta({ description: 'Filter and order of the list, by organization.' }),
  })
  .partial()
  .meta({
    id: 'PreferencesPatch',
    description: 'Preferences to change.',
    examples: [{ appearance: { theme: 'dark' as const } }],
  });
export type PreferencesPatch = z.infer<typeof PreferencesPatch>;

function few(record: object): boolean {
  return Object.keys(record).length <= 50;
}

function preferencesExample() {
  return {
    appearance: { theme: 'system' as const, density: 'comfortable' as const, motion: 'system' as const },
    sendKey: 'enter' as const,
    singleKeys: true,
    defaultAgent: null,
    defaultModel: null,
    lastModels: {},
    commitEmail: 'noreply' as const,
    notifications: {
      needsYou: 'browser' as const,
      finished: 'inbox' as const,
      failed: 'inbox' as const,
      ownerChanged: 'inbox' as const,
      pullRequest: 'inbox' as const,
    },
    listViews: {},
    onboardingHidden: false,
    lastOrganizationId: null,
    version: 0,
  };
}

/** What everybody has who chose nothing. */
export const DEFAULT_PREFERENCES: PreferencesView = preferencesExample();

/** The preferences of a person, defaults where they chose nothing. */
export class PreferencesOf extends QueryMessage<PreferencesView> {
  constructor(readonly userId: Id64) {
    super();
  }
}
