import type { ItemView } from '@foundry/task/contracts';
import { Link } from '@tanstack/react-router';
import { CircleAlert, GitCommitHorizontal, Info, Settings2, UserRoundCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '../ui/avatar.js';
import { buttonLook } from '../ui/button.js';
import { CopyButton } from '../ui/copy-button.js';
import { Disclosure } from '../ui/disclosure.js';
import { configWords } from './config-words.js';
import { ConfigData, ErrorData, GitData, NoticeData, OwnerChangeData, shownValue } from './item-data.js';
import { useSessionPlace } from './session-place.js';

const line = 'flex items-start gap-2 text-text-2';

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className={line}>
      <span className="mt-0.5 shrink-0">{icon}</span>
      <div className="min-w-0 flex-1 break-words">{children}</div>
    </div>
  );
}

/** Another person's identity is used from here on. */
export function OwnerChange({ item }: { item: ItemView }) {
  const { from: previous, to: now } = OwnerChangeData.parse(item.data);
  return (
    <Line icon={<UserRoundCheck aria-hidden="true" size={14} strokeWidth={1.75} />}>
      <span className="flex flex-wrap items-center gap-1.5">
        {previous && <Avatar login={previous.login} url={previous.avatarUrl} size={16} />}
        {now && <Avatar login={now.login} url={now.avatarUrl} size={16} />}
        {now ? (
          <span>
            <span className="font-medium text-owner">@{now.login}</span> became the owner. Commits and pushes use @
            {now.login} from here.
          </span>
        ) : (
          <span>The task has no owner now.</span>
        )}
      </span>
    </Line>
  );
}

/** A commit, a push or a pull request. */
export function GitNews({ item }: { item: ItemView }) {
  const { url, sha } = GitData.parse(item.data);
  return (
    <Line icon={<GitCommitHorizontal aria-hidden="true" size={14} strokeWidth={1.75} />}>
      {item.text} {sha && <code className="font-mono">{sha.slice(0, 7)}</code>}{' '}
      {url && /^https?:\/\//.test(url) && (
        <a href={url} target="_blank" rel="noreferrer" className="text-accent underline">
          Open on GitHub
        </a>
      )}
    </Line>
  );
}

/** Somebody chose another model, mode or reasoning, or the agent refused it. */
export function ConfigChange({ item }: { item: ItemView }) {
  const { agent } = useSessionPlace();
  const words = configWords(ConfigData.parse(item.data), agent);
  return (
    <Line icon={<Settings2 aria-hidden="true" size={14} strokeWidth={1.75} />}>
      {words} {item.text}
    </Line>
  );
}

export function Notice({ item }: { item: ItemView }) {
  const { raw } = NoticeData.parse(item.data);
  return (
    <Line icon={<Info aria-hidden="true" size={14} strokeWidth={1.75} />}>
      <span className="whitespace-pre-wrap">{item.text}</span>
      {raw !== null && raw !== undefined && (
        <Disclosure summary={<span className="text-meta">As it was told</span>}>
          {() => <pre className="overflow-x-auto font-mono text-[12.5px]/[18px]">{shownValue(raw)}</pre>}
        </Disclosure>
      )}
    </Line>
  );
}

/** What went wrong, in words; the rest is folded and can be copied. */
export function ErrorItem({ item }: { item: ItemView }) {
  const { code, detail } = ErrorData.parse(item.data);
  const { organizationId, taskId } = useSessionPlace();
  return (
    <div className="rounded-card border border-danger p-3">
      <p className="flex items-start gap-2 font-medium text-danger">
        <CircleAlert aria-hidden="true" size={16} strokeWidth={1.75} className="mt-px shrink-0" />
        <span className="min-w-0 break-words whitespace-pre-wrap">
          {item.text === '' ? 'Something failed.' : item.text}
        </span>
      </p>
      <p className="mt-2 flex flex-wrap gap-2">
        <CopyButton
          text={JSON.stringify({ code, detail, text: item.text, at: item.createdAt })}
          label="Copy details"
          withLabel
        />
        <Link
          to="/o/$organizationId/tasks/$taskId/history"
          params={{ organizationId, taskId }}
          className={buttonLook('quiet')}
        >
          Open history
        </Link>
      </p>
    </div>
  );
}
