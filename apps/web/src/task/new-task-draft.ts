import type { DraftContent } from '@foundry/user/contracts';
import { type NewTaskFields, NO_FIELDS, type WorkOn } from './new-task-fields.js';

type Form = NonNullable<DraftContent['form']>;

const WORK_ON: readonly WorkOn[] = ['new', 'existing', 'pull_request'];

/** Whether anything was written or chosen that is worth keeping. */
export const isWorthKeeping = ({ prompt, title, branch }: NewTaskFields): boolean =>
  prompt.trim() !== '' || title !== '' || branch !== '';

/** The form as a draft. An empty one takes the draft away. */
export function draftOf(fields: NewTaskFields): DraftContent {
  const { prompt, repository, pullRequest, ...texts } = fields;
  if (!isWorthKeeping(fields)) return { text: '', attachments: [], form: null };
  const chosen = repository
    ? { repositoryId: repository.id, repositoryName: repository.name, defaultBranch: repository.defaultBranch }
    : {};
  const form = { ...texts, ...chosen, ...(pullRequest === null ? {} : { pullRequest: String(pullRequest) }) };
  return { text: prompt, attachments: [], form };
}

/** The form as a draft kept it. What another release wrote and this one does not know is left out. */
export function fieldsOf({ text, form }: Pick<DraftContent, 'text' | 'form'>): NewTaskFields {
  const textOf = (name: string): string => {
    const value: Form[string] | undefined = form?.[name];
    return typeof value === 'string' ? value : '';
  };
  const [id, name, defaultBranch] = [textOf('repositoryId'), textOf('repositoryName'), textOf('defaultBranch')];
  const number = Number(textOf('pullRequest'));
  return {
    prompt: text,
    repository: id === '' || name === '' ? null : { id, name, defaultBranch },
    workOn: WORK_ON.find((one) => one === textOf('workOn')) ?? NO_FIELDS.workOn,
    base: textOf('base'),
    existing: textOf('existing'),
    pullRequest: number > 0 ? number : null,
    title: textOf('title'),
    branch: textOf('branch'),
    provider: textOf('provider'),
    agent: textOf('agent'),
    model: textOf('model'),
  };
}
