import type { ItemView, PermissionAnswer, PermissionView } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { Hand } from 'lucide-react';
import { useId, useState } from 'react';
import { useTask } from '../live/live-context.js';
import { Age } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Disclosure } from '../ui/disclosure.js';
import { CONTROL } from '../ui/field.js';
import { revealed } from '../ui/revealed.js';
import { RequestData, shownInput, WantedCall, wantedDiffs } from './item-data.js';
import { answerRequest, type RequestAnswer } from './session-calls.js';
import { useSessionPlace } from './session-place.js';
import { ToolDiffs } from './tool-diffs.js';
import { ANSWERED, ANSWERS } from './words.js';

/** A request of an agent in the transcript: with buttons while it waits, with who answered what afterwards. */
export function RequestItem({ item }: { item: ItemView }) {
  const { taskId } = useSessionPlace();
  const { state } = useTask(taskId);
  const data = RequestData.parse(item.data);
  const permission =
    state?.virtual === false && data.permissionId ? state.permissions.get(data.permissionId) : undefined;
  if (permission) return <RequestCard permission={permission} />;
  const isAnswer = (answer: string): answer is PermissionAnswer => answer in ANSWERED;
  const said =
    data.answer && isAnswer(data.answer) ? ANSWERED[data.answer] : (data.answerText ?? 'Not waiting any more');
  return (
    <p className="flex min-w-0 items-center gap-2 px-1">
      <Hand aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0 text-text-3" />
      <span className="min-w-0 truncate">{revealed(item.text)}</span>
      <span className="ml-auto shrink-0 text-meta text-text-2">
        {said}
        {data.answeredBy && <> by @{data.answeredBy.login}</>}
      </span>
    </p>
  );
}

/** Something an agent may not do, or does not know, by itself. The first answer wins. */
export function RequestCard({ permission }: { permission: PermissionView }) {
  const { permissionId, title, kind, state } = permission;
  if (state !== 'open') return <Settled permission={permission} />;
  return (
    <div
      role="group"
      aria-labelledby={`request-${permissionId}`}
      className="grid gap-2 rounded-card border border-warning p-3"
    >
      <h2 id={`request-${permissionId}`} className="flex items-start gap-2 font-medium">
        <Hand aria-hidden="true" size={16} strokeWidth={1.75} className="mt-px shrink-0 text-warning" />
        <span className="min-w-0 break-words">
          {kind === 'question' ? 'The agent asks: ' : 'The agent asks permission: '}
          {revealed(title)}
        </span>
      </h2>
      <Wanted permission={permission} />
      <Answers permission={permission} />
    </div>
  );
}

/** One that waits no more: what it was, who answered what, and the rest when it is opened. */
function Settled({ permission }: { permission: PermissionView }) {
  return (
    <Disclosure
      summary={
        <span className="flex min-w-0 flex-1 items-center gap-2">
          <Hand aria-hidden="true" size={14} strokeWidth={1.75} className="shrink-0 text-text-3" />
          <span className="min-w-0 truncate">{revealed(permission.title)}</span>
          <span className="ml-auto shrink-0 text-meta text-text-2">
            <Answered permission={permission} />
          </span>
        </span>
      }
    >
      {() => (
        <div className="grid gap-2 pb-2">
          <Wanted permission={permission} />
          {permission.answerText !== null && <p className="prose-width break-words">{permission.answerText}</p>}
        </div>
      )}
    </Disclosure>
  );
}

/** The exact command, or the change that would be made. */
function Wanted({ permission: { tool } }: { permission: PermissionView }) {
  if (tool === null) return null;
  const call = WantedCall.parse(tool);
  const diffs = wantedDiffs(call);
  const shown = shownInput(call.rawInput ?? call.input);
  return (
    <>
      <ToolDiffs diffs={diffs} />
      {shown !== '' && diffs.length === 0 && (
        <pre
          tabIndex={0}
          role="group"
          aria-label="What it wants to do"
          className="max-h-64 overflow-auto rounded-card bg-sunken p-2 font-mono text-[12.5px]/[18px]"
        >
          {revealed(shown)}
        </pre>
      )}
    </>
  );
}

function Answered({ permission: { state, answer, answeredBy, answeredAt, byPolicy } }: { permission: PermissionView }) {
  if (state === 'withdrawn') return 'Not asked any more: the turn ended';
  return (
    <>
      {answer === null ? 'Answered' : ANSWERED[answer]}
      {answeredBy ? ` by @${answeredBy.login}` : byPolicy ? ' by the approvals of the task' : ''}
      {answeredAt !== null && (
        <>
          , <Age at={answeredAt} ago />
        </>
      )}
    </>
  );
}

function Answers({ permission: { permissionId, kind, options } }: { permission: PermissionView }) {
  const { mayAct } = useSessionPlace();
  const field = useId();
  const [words, setWords] = useState('');
  const act = useMutation({ mutationFn: (body: RequestAnswer) => answerRequest(permissionId, body) });
  const answer = (body: RequestAnswer): void => {
    act.mutate(body);
  };
  if (!mayAct) return <p className="text-text-3">You may look. Someone who may write has to answer.</p>;
  const text = words.trim();
  const withWords = text === '' ? {} : { text };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {options.map((option) => {
          const isDenial = option.kind.startsWith('reject');
          return (
            <Button
              key={option.optionId}
              look={option.kind === 'allow_once' ? 'primary' : 'plain'}
              title={option.name}
              pending={act.isPending ? 'Answering' : null}
              onClick={() => answer({ answer: option.kind, ...(isDenial ? withWords : {}) })}
            >
              {kind === 'question' ? option.name : ANSWERS[option.kind]}
            </Button>
          );
        })}
      </div>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (kind === 'question' && text !== '') answer({ text });
        }}
      >
        <label htmlFor={field} className="grid min-w-0 flex-1 gap-1 text-meta text-text-3">
          {kind === 'question' ? 'Your answer in words' : 'What the agent should do instead, told with a denial'}
          <input
            id={field}
            value={words}
            maxLength={4_000}
            className={CONTROL}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        {kind === 'question' && (
          <Button type="submit" pending={act.isPending ? 'Answering' : null}>
            Answer
          </Button>
        )}
      </form>
      {act.isError && <ErrorNotice error={act.error} what="Your answer did not count." />}
    </div>
  );
}
