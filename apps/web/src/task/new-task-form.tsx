import { type DraftView, newTaskScope } from '@foundry/user/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type SyntheticEvent, useRef, useState } from 'react';
import { RepositoryField } from '../github-data/repository-field.js';
import { AgentFields } from '../sandbox/agent-fields.js';
import { useApp } from '../live/live-context.js';
import { useDraft } from '../user/use-draft.js';
import { Avatar } from '../ui/avatar.js';
import { Button, buttonLook } from '../ui/button.js';
import { CONTROL, Field } from '../ui/field.js';
import { draftOf, fieldsOf } from './new-task-draft.js';
import { type FieldErrors, MAX_PROMPT, missingOf, type NewTaskFields, type WorkOn } from './new-task-fields.js';
import { NoMachineYet } from '../sandbox/no-machine-yet.js';
import { NewTaskMore } from './new-task-more.js';
import { NewTaskProblem } from './new-task-problem.js';
import { NewTaskWorkPlace } from './new-task-work-place.js';
import { useNewTask } from './use-new-task.js';
import { usePastedPullRequest } from './use-pasted-pull-request.js';

const WORK_ON: Readonly<Record<WorkOn, string>> = {
  new: 'New branch',
  existing: 'Existing branch',
  pull_request: 'Pull request',
};
const KINDS: readonly WorkOn[] = ['new', 'existing', 'pull_request'];
const NO_ERRORS: FieldErrors = Object.freeze({});

interface NewTaskFormProps {
  organizationId: string;
  /** What it begins with. */
  first: NewTaskFields;
  /** What is kept of it, from here or from another page. */
  draft: DraftView | null;
  onTouched: () => void;
}

/** The prompt, and what it works on. What was written stays until it was begun. */
export function NewTaskForm({ organizationId, first, draft, onTouched }: NewTaskFormProps) {
  const navigate = useNavigate();
  const { user } = useApp();
  const [fields, setFields] = useState(first);
  const [errors, setErrors] = useState(NO_ERRORS);
  const [isAnother, setAnother] = useState(false);
  const prompt = useRef<HTMLTextAreaElement>(null);
  const kept = useDraft(newTaskScope(organizationId), draft, draftOf(first));
  const begin = useNewTask(organizationId, ({ taskId }) => {
    kept.sent();
    if (isAnother) {
      setFields({ ...fields, prompt: '', title: '', branch: '', existing: '', pullRequest: null });
      prompt.current?.focus();
      return;
    }
    void navigate({ to: '/o/$organizationId/tasks/$taskId', params: { organizationId, taskId } });
  });
  const change = (patch: Partial<NewTaskFields>): void => {
    const next = { ...fields, ...patch };
    setFields(next);
    setErrors(NO_ERRORS);
    onTouched();
    kept.change(draftOf(next));
  };
  const pasted = usePastedPullRequest(organizationId, ({ repository: chosen, number }) => {
    change({ repository: chosen, workOn: 'pull_request', base: '', existing: '', pullRequest: number });
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const missing = missingOf(fields);
    setErrors(missing);
    if (begin.isPending) return;
    if (Object.keys(missing).length === 0) begin.mutate({ fields, messageId: kept.messageId() });
    else if (missing.prompt !== undefined) prompt.current?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) submit(event);
  };
  const { repository, workOn } = fields;
  return (
    <form
      aria-label="New task"
      className="grid max-w-2xl gap-4"
      onSubmit={submit}
      onKeyDown={onKey}
      onBlur={kept.flush}
      onPaste={(event) => {
        // A text that is being written may name a pull request; an empty one is about nothing else.
        if (event.target === prompt.current && fields.prompt !== '') return;
        if (pasted.take(event.clipboardData.getData('text/plain'))) event.preventDefault();
      }}
    >
      <Field id="prompt" label="What should be done?" error={errors.prompt ?? null}>
        <textarea
          id="prompt"
          ref={prompt}
          autoFocus
          rows={6}
          className={`${CONTROL} field-sizing-content max-h-[50vh] min-h-32 text-prose placeholder:text-text-3`}
          placeholder="Describe the change. Markdown is fine."
          value={fields.prompt}
          aria-describedby={errors.prompt === undefined ? undefined : 'prompt-error'}
          onChange={({ target }) => {
            change({ prompt: target.value });
          }}
        />
      </Field>
      {fields.prompt.length > MAX_PROMPT && (
        <p className="text-danger">{fields.prompt.length.toLocaleString('en-US')} of 64,000 characters</p>
      )}
      {kept.other && (
        <p role="status" className="flex flex-wrap items-center gap-2 text-warning">
          This draft was changed on another page.
          <Button
            onClick={() => {
              const other = kept.takeOther();
              if (other) setFields(fieldsOf(other));
            }}
          >
            Use the other draft
          </Button>
        </p>
      )}
      {pasted.words !== null && (
        <p role="status" className={pasted.isRefused ? 'text-danger' : 'text-text-2'}>
          {pasted.words}
        </p>
      )}
      <Field id="repository" label="Repository" error={errors.repository ?? null}>
        <RepositoryField
          id="repository"
          organizationId={organizationId}
          value={repository}
          onChoose={(chosen) => {
            change({ repository: chosen, base: '', existing: '', pullRequest: null });
          }}
        />
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium">Work on</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {KINDS.map((kind) => (
            <label key={kind} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
              <input
                type="radio"
                name="work-on"
                value={kind}
                checked={kind === workOn}
                onChange={() => {
                  change({ workOn: kind });
                }}
              />
              {WORK_ON[kind]}
            </label>
          ))}
        </div>
        <NewTaskWorkPlace organizationId={organizationId} fields={fields} errors={errors} onChange={change} />
      </fieldset>
      <AgentFields organizationId={organizationId} agent={fields.agent} model={fields.model} onChange={change} />
      <NewTaskMore organizationId={organizationId} fields={fields} onChange={change} />
      <NoMachineYet organizationId={organizationId} />
      {begin.isError && <NewTaskProblem organizationId={organizationId} error={begin.error} />}
      <div className="flex flex-wrap items-center gap-3">
        {begin.isPending ? (
          <Button look="primary" pending="Starting">
            Start task
          </Button>
        ) : (
          <button type="submit" aria-keyshortcuts="Control+Enter Meta+Enter" className={buttonLook('primary')}>
            Start task
          </button>
        )}
        <span className="flex items-center gap-1.5 text-text-2">
          <Avatar login={user.login} url={user.avatarUrl} size={16} /> as @{user.login}, who becomes its owner
        </span>
        <label className="flex min-h-7 items-center gap-2 text-text-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={isAnother}
            onChange={({ target }) => {
              setAnother(target.checked);
            }}
          />
          Create another
        </label>
      </div>
      <p role="status" className="text-text-2">
        {begin.isSuccess && isAnother && (
          <>
            Started:{' '}
            <Link
              to="/o/$organizationId/tasks/$taskId"
              params={{ organizationId, taskId: begin.data.taskId }}
              className="text-accent underline"
            >
              {begin.data.title}
            </Link>
          </>
        )}
      </p>
    </form>
  );
}
