import type { EffectView, PendingView } from '@foundry/messaging/contracts';
import { PendingView as Schema } from '@foundry/messaging/contracts';
import type { MemberView } from '@foundry/organization/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import type { HistoryState } from '../live/history-topic.js';
import { Age } from '../ui/age.js';
import { EffectRow } from './effect-row.js';
import { actOf, actorWords, moduleOfName } from './message-words.js';
import { CancelCommand } from './cancel-command.js';

const OPEN: ReadonlySet<EffectView['state']> = new Set(['requested', 'running', 'waiting']);

/** What of the live history is not over, as one text: when it changes, what may be done is asked anew. */
function openOf({ commands, effects }: HistoryState): string {
  const openCommands = [...commands.values()].filter(({ outcome, state }) => outcome === null && state !== 'settled');
  const openEffects = [...effects.values()].filter(({ state }) => OPEN.has(state));
  return [
    ...openCommands.map(({ id, state, attempt }) => `${id} ${state} ${attempt}`),
    ...openEffects.map(
      ({ effectId, state, attempt, progress }) => `${effectId} ${state} ${attempt} ${progress?.step ?? ''}`,
    ),
  ].join(',');
}

interface PendingProps {
  module: string;
  entityId: string;
  history: HistoryState;
  members: ReadonlyMap<string, MemberView> | undefined;
}

/** What the entity waits for, with what may be done about it. Nothing at all while it waits for nothing. */
export function Pending({ module, entityId, history, members }: PendingProps) {
  const queries = useQueryClient();
  const open = openOf(history);
  const queryKey = ['pending', module, entityId];
  const pending = useQuery({
    queryKey: [...queryKey, open],
    queryFn: async (): Promise<PendingView> =>
      Schema.parse(
        await answered(
          api.GET('/v1/inspector/entities/{module}/{entityId}/pending', { params: { path: { module, entityId } } }),
        ),
      ),
    enabled: open !== '',
    placeholderData: (held) => held,
  });
  const again = (): void => {
    void queries.invalidateQueries({ queryKey });
  };
  if (open === '' || !pending.data) return null;
  const { commands, effects } = pending.data;
  if (commands.length + effects.length === 0) return null;
  return (
    <section aria-labelledby="pending" className="grid gap-2">
      <h2 id="pending" className="text-title font-semibold">
        Not finished
      </h2>
      <ul className="divide-y divide-line rounded-card border border-line">
        {effects.map((effect) => (
          <EffectRow key={effect.effectId} effect={effect} onChanged={again} />
        ))}
        {commands.map(({ commandId, name, actor, acceptedAt, next, actions }) => (
          <li key={commandId} className="flex flex-wrap items-center gap-2 p-2">
            <span className="min-w-0 flex-1">
              {actOf(name)} <span className="text-meta text-text-3">{moduleOfName(name)}</span>
              <span className="block text-meta text-text-2">
                {waitWords(next)} Asked by {actorWords(actor, members)} <Age at={acceptedAt} ago />.
              </span>
            </span>
            {actions.includes('cancel') && <CancelCommand commandId={commandId} onCancelled={again} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a command waits for, as a sentence. */
export function waitWords(next: PendingView['commands'][number]['next']): string {
  switch (next?.waitsFor) {
    case 'relay':
      return 'It is about to be handed on.';
    case 'elder':
      return 'It waits for an older command.';
    case 'worker':
      return 'It waits for a worker.';
    case 'handler':
      return 'It runs now.';
    case undefined:
      return 'It is on its way.';
  }
}
