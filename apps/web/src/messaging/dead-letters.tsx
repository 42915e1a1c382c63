import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { done } from '../api/api-error.js';
import { api, type View } from '../api/client.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { type DeadLetterState, deadLettersQuery } from './dead-letters-query.js';
import { DeadLetterRow } from './dead-letter-row.js';
import { DiscardDialog } from './discard-dialog.js';
import { StateChoice } from './state-choice.js';

type Letter = View['DeadLetterView'];

const STATES: Readonly<Record<DeadLetterState, string>> = { open: 'Open', retried: 'Retried', discarded: 'Discarded' };
const stateOf = (name: string | undefined): DeadLetterState =>
  name === 'retried' || name === 'discarded' ? name : 'open';
const ASKED_AGAIN_MS = 5_000;
const NONE: readonly Letter[] = Object.freeze([]);

interface DeadLettersProps {
  organizationId: string;
  /** As the address says it. */
  state: string | undefined;
  onState: (state: string) => void;
}

/** What could not be handled, and what became of it. */
export function DeadLetters({ organizationId, state, onState }: DeadLettersProps) {
  const queries = useQueryClient();
  const shown = stateOf(state);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [discarding, setDiscarding] = useState<readonly string[] | null>(null);
  const list = useQuery({ ...deadLettersQuery(organizationId, shown), refetchInterval: ASKED_AGAIN_MS });
  const again = (): void => {
    setChosen([]);
    void queries.invalidateQueries({ queryKey: ['dead-letters', organizationId] });
  };
  const retry = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const deadLetterId of ids) {
        await done(api.POST('/v1/dead-letters/{deadLetterId}/retry', { params: { path: { deadLetterId } } }));
      }
    },
    onSettled: again,
  });
  const letters = list.data?.items ?? NONE;
  const marked = letters.filter(({ deadLetterId }) => chosen.includes(deadLetterId));
  return (
    <>
      <StateChoice
        label="State"
        states={STATES}
        value={shown}
        onChoose={(next) => {
          setChosen([]);
          onState(next);
        }}
      />
      {list.isPending && <Skeleton rows={4} label="Reading the dead letters" />}
      {list.isError && (
        <ErrorNotice error={list.error} what="The dead letters were not read." retry={() => void list.refetch()} />
      )}
      {retry.isError && <ErrorNotice error={retry.error} what="Not all of them were tried again." />}
      {list.isSuccess && letters.length === 0 && (
        <p className="text-text-2">
          {shown === 'open' ? 'Nothing failed, or everything was dealt with.' : 'Nothing in this range.'}
        </p>
      )}
      {marked.length > 0 && (
        <p className="flex flex-wrap items-center gap-2">
          {marked.length} chosen
          <Button
            pending={retry.isPending ? 'Retrying' : null}
            onClick={() => {
              retry.mutate(marked.map(({ deadLetterId }) => deadLetterId));
            }}
          >
            Retry
          </Button>
          <Button
            onClick={() => {
              setDiscarding(marked.map(({ deadLetterId }) => deadLetterId));
            }}
          >
            Discard
          </Button>
        </p>
      )}
      {letters.length > 0 && (
        <ul aria-label="Dead letters" className="divide-y divide-line rounded-card border border-line">
          {letters.map((letter) => (
            <DeadLetterRow
              key={letter.deadLetterId}
              organizationId={organizationId}
              letter={letter}
              isChosen={chosen.includes(letter.deadLetterId)}
              onChoose={(isChosen) => {
                const others = chosen.filter((id) => id !== letter.deadLetterId);
                setChosen(isChosen ? [...others, letter.deadLetterId] : others);
              }}
              pending={retry.isPending && retry.variables.includes(letter.deadLetterId)}
              onRetry={() => {
                retry.mutate([letter.deadLetterId]);
              }}
              onDiscard={() => {
                setDiscarding([letter.deadLetterId]);
              }}
            />
          ))}
        </ul>
      )}
      {discarding && (
        <DiscardDialog
          ids={discarding}
          onClose={() => {
            setDiscarding(null);
          }}
          onDone={again}
        />
      )}
    </>
  );
}
