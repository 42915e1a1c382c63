import type { EffectView } from '@foundry/messaging/contracts';
import { useMutation } from '@tanstack/react-query';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { Age, timeOf } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { actOf, EFFECT_STATES, moduleOfName } from './message-words.js';

const ENDED: ReadonlySet<EffectView['state']> = new Set(['succeeded', 'gave_up', 'cancelled']);

function attemptWords({ attempt, maxAttempts }: EffectView): string {
  return maxAttempts === null ? `attempt ${attempt}` : `attempt ${attempt} of ${maxAttempts}`;
}

function stepWords({ progress }: EffectView): string | null {
  if (!progress) return null;
  const percent = progress.percent === undefined ? '' : `, ${Math.round(progress.percent)}%`;
  return `${progress.text ?? actOf(`.${progress.step}`)}${percent}`;
}

/** Slow work: how far it is, until when it may take, and what can be done about it. */
export function EffectRow({ effect, onChanged }: { effect: EffectView; onChanged: () => void }) {
  const { effectId, name, state, nextAttemptAt, deadline, message, createdAt, actions } = effect;
  const act = useMutation({
    mutationFn: (verb: 'retry' | 'cancel') => {
      const params = { path: { effectId } };
      return done(
        verb === 'retry'
          ? api.POST('/v1/inspector/effects/{effectId}/retry', { params })
          : api.POST('/v1/inspector/effects/{effectId}/cancel', { params }),
      );
    },
    onSuccess: onChanged,
  });
  const step = stepWords(effect);
  return (
    <li className="grid gap-2 p-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1">
          {actOf(name)} <span className="text-meta text-text-3">{moduleOfName(name)}</span>
          <span className={`block text-meta ${state === 'gave_up' ? 'text-danger' : 'text-text-2'}`}>
            {EFFECT_STATES[state]}, {attemptWords(effect)}
            {step !== null && ` · ${step}`}
            {nextAttemptAt !== null && ` · next try at ${timeOf(nextAttemptAt)}`}
            {!ENDED.has(state) && ` · until ${timeOf(deadline)}`} · asked for <Age at={createdAt} ago />
          </span>
          {message !== null && <span className="prose-width block text-text-2">{message}</span>}
        </span>
        {actions.map((verb) => (
          <Button
            key={verb}
            pending={act.isPending && act.variables === verb ? (verb === 'retry' ? 'Retrying' : 'Cancelling') : null}
            onClick={() => {
              act.mutate(verb);
            }}
          >
            {verb === 'retry' ? 'Retry' : 'Cancel'}
          </Button>
        ))}
      </div>
      {act.isError && <ErrorNotice error={act.error} what="Nothing was changed." />}
    </li>
  );
}
