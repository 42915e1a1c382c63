/** How the product answers while a state of a screen is looked at. */
export type Answering =
  { readonly how: 'never' } | { readonly how: 'broken' } | { readonly how: 'with'; readonly body: unknown };

export interface ScreenState {
  readonly name: string;
  /** Below the organization; `{task}` is a task that somebody worked on. */
  readonly path: string;
  /** What of the API answers so; everything else answers as it does. */
  readonly asked: RegExp;
  readonly answering: Answering;
  /** What stands there then. */
  readonly shows: string | RegExp;
  /** A button that helps, by its name. */
  readonly wayOut?: string;
}

const NEVER = { how: 'never' } as const;
const BROKEN = { how: 'broken' } as const;
const EMPTY = { how: 'with', body: { items: [], nextCursor: null } } as const;

interface Read {
  readonly name: string;
  readonly path: string;
  readonly asked: RegExp;
  readonly loading: string;
  readonly failed: string;
}

/** Screens that read something over REST, with what they say while they wait and when it fails. */
const READS: readonly Read[] = [
  {
    name: 'audit',
    path: 'audit',
    asked: /\/v1\/(?:.*\/)?audit(\?|$)/,
    loading: 'Reading the entries',
    failed: 'The entries were not read.',
  },
  {
    name: 'inbox',
    path: 'inbox?state=done',
    asked: /\/v1\/me\/inbox/,
    loading: 'Reading what is done',
    failed: 'The inbox was not read.',
  },
  {
    name: 'github',
    path: 'settings/github',
    asked: /\/v1\/(?:.*\/)?repositories(\?|$)/,
    loading: 'Reading the repositories',
    failed: 'The repositories were not read.',
  },
  {
    name: 'agents',
    path: 'settings/agents',
    asked: /\/v1\/(?:.*\/)?agents(\?|$)/,
    loading: 'Reading the agents',
    failed: 'The agents were not read.',
  },
  {
    name: 'sandboxes',
    path: 'settings/sandboxes',
    asked: /\/v1\/(?:.*\/)?variables(\?|$)/,
    loading: 'Reading the variables',
    failed: 'The variables were not read.',
  },
  {
    name: 'effects',
    path: 'inspector?view=effects',
    asked: /\/v1\/(?:.*\/)?inspector\/effects/,
    loading: 'Reading the effects',
    failed: 'The effects were not read.',
  },
  {
    name: 'dead-letters',
    path: 'inspector?view=dead-letters',
    asked: /\/v1\/(?:.*\/)?dead-letters/,
    loading: 'Reading the dead letters',
    failed: 'The dead letters were not read.',
  },
  {
    name: 'system',
    path: 'inspector?view=system',
    asked: /\/v1\/(?:.*\/)?inspector\/queues/,
    loading: 'Reading the queues',
    failed: 'The queues were not read.',
  },
  {
    name: 'profile',
    path: '../../account/profile',
    asked: /\/v1\/me$/,
    loading: 'Reading the account',
    failed: 'The account was not read.',
  },
  {
    name: 'tokens',
    path: '../../account/tokens',
    asked: /\/v1\/(?:.*\/)?api-tokens/,
    loading: 'Reading your tokens',
    failed: 'The tokens were not read.',
  },
  {
    name: 'changes',
    path: 'tasks/{task}?tab=changes',
    asked: /\/v1\/(?:.*\/)?changes(\?|$)/,
    loading: 'Reading the changes',
    failed: 'The changes were not read.',
  },
  {
    name: 'files',
    path: 'tasks/{task}?tab=files',
    asked: /\/v1\/(?:.*\/)?files(\?|$)/,
    loading: 'Reading the folder',
    failed: 'The files were not read.',
  },
  {
    name: 'diff',
    path: 'tasks/{task}?tab=changes&file=notes%2Fone.md',
    asked: /\/v1\/(?:.*\/)?changes\/patch/,
    loading: 'Reading the file',
    failed: 'The patch was not read.',
  },
];

const EMPTIES: readonly ScreenState[] = [
  {
    name: 'audit-empty',
    path: 'audit?kind=no.such',
    asked: /\/v1\/(?:.*\/)?audit\?/,
    answering: EMPTY,
    shows: 'Nothing in this range.',
    wayOut: 'Show everything',
  },
  {
    name: 'repositories-empty',
    path: 'settings/github',
    asked: /\/v1\/(?:.*\/)?repositories(\?|$)/,
    answering: EMPTY,
    shows: 'None yet. Choose at GitHub which repositories the App may read.',
  },
  {
    name: 'files-empty',
    path: 'tasks/{task}?tab=files',
    asked: /\/v1\/(?:.*\/)?files(\?|$)/,
    answering: { how: 'with', body: { files: [] } },
    shows: 'Empty folder.',
  },
];

/** What somebody who may not sees instead, and who could change that. */
export const FORBIDDEN: readonly { name: string; path: string; shows: RegExp | string }[] = [
  { name: 'audit', path: 'audit', shows: /Owners and admins can see this\. Ask an admin: .*@mira-okafor/ },
  { name: 'dead-letters', path: 'inspector?view=dead-letters', shows: /Owners and admins can see this/ },
  { name: 'general', path: 'settings/general', shows: /You may look, not change/ },
  { name: 'agents', path: 'settings/agents', shows: /Owners and admins set the keys of models/ },
  { name: 'sandboxes', path: 'settings/sandboxes', shows: /You may look, not change/ },
  { name: 'new', path: 'new', shows: /You may look\. Members can begin tasks/ },
  { name: 'task', path: 'tasks/{task}', shows: /[Vv]iewer|may look/ },
  { name: 'unknown-task', path: 'tasks/0190c6a0-0000-7000-8000-00000000dead', shows: 'Not found' },
  { name: 'unknown-place', path: 'nowhere', shows: 'Not found' },
];

/** Every state that a screen has besides the one with everything in it, as far as REST makes it. */
export const SCREEN_STATES: readonly ScreenState[] = [
  ...READS.flatMap(({ name, path, asked, loading, failed }) => [
    { name: `${name}-loading`, path, asked, answering: NEVER, shows: loading },
    { name: `${name}-error`, path, asked, answering: BROKEN, shows: failed, wayOut: 'Try again' },
  ]),
  ...EMPTIES,
];
