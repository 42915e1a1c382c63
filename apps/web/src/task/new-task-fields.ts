import type { View } from '../api/client.js';
import type { KnownRepository } from '../github-data/recent-repositories.js';

export type WorkOn = 'new' | 'existing' | 'pull_request';

/** Everything that the form of a new task holds. Empty texts are what was not chosen. */
export interface NewTaskFields {
  readonly prompt: string;
  readonly repository: KnownRepository | null;
  readonly workOn: WorkOn;
  readonly base: string;
  readonly existing: string;
  readonly pullRequest: number | null;
  readonly title: string;
  readonly branch: string;
  readonly provider: string;
  readonly agent: string;
  readonly model: string;
}

export const NO_FIELDS: NewTaskFields = Object.freeze({
  prompt: '',
  repository: null,
  workOn: 'new',
  base: '',
  existing: '',
  pullRequest: null,
  title: '',
  branch: '',
  provider: '',
  agent: '',
  model: '',
});

export const MAX_PROMPT = 64_000;

export type FieldName = 'prompt' | 'repository' | 'existing' | 'pullRequest';
export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>;

/** What is missing, in words, for each field. */
export function missingOf({ prompt, repository, workOn, existing, pullRequest }: NewTaskFields): FieldErrors {
  return {
    ...(prompt.trim() === '' ? { prompt: 'Say what should be done.' } : {}),
    ...(prompt.length > MAX_PROMPT ? { prompt: `At most 64,000 characters; these are ${prompt.length}.` } : {}),
    ...(repository === null ? { repository: 'Choose a repository.' } : {}),
    ...(workOn === 'existing' && existing.trim() === '' ? { existing: 'Name the branch.' } : {}),
    ...(workOn === 'pull_request' && pullRequest === null ? { pullRequest: 'Choose a pull request.' } : {}),
  };
}

type Body = View['NewTaskBody'];

function branchOf({ workOn, branch, base, existing, pullRequest }: NewTaskFields): Body['branch'] {
  if (workOn === 'existing') return { existing: existing.trim() };
  if (workOn === 'pull_request' && pullRequest !== null) return { pullRequest };
  const name = branch.trim();
  return { new: name === '' ? null : name, ...(base.trim() === '' ? {} : { base: base.trim() }) };
}

const PROVIDERS = ['e2b', 'docker', 'local'] as const;
const providerOf = (name: string): (typeof PROVIDERS)[number] | undefined => PROVIDERS.find((one) => one === name);

/** What is sent. The ids are minted by the sender, so that a repeated request makes nothing twice. */
export function bodyOf(
  fields: NewTaskFields,
  repositoryId: string,
  ids: { taskId: string; messageId: string; sessionId: string },
): Body {
  const { taskId, messageId, sessionId } = ids;
  const title = fields.title.trim();
  const sandboxProvider = providerOf(fields.provider);
  return {
    taskId,
    repositoryId,
    branch: branchOf(fields),
    ...(title === '' ? {} : { title }),
    ...(sandboxProvider === undefined ? {} : { sandboxProvider }),
    firstMessage: {
      messageId,
      sessionId,
      text: fields.prompt,
      attachments: [],
      ...(fields.agent === '' ? {} : { agent: fields.agent }),
      ...(fields.model === '' ? {} : { model: fields.model }),
    },
  };
}
