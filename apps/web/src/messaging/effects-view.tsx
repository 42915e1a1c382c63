import { EffectView } from '@foundry/messaging/contracts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { EffectRow } from './effect-row.js';
import { StateChoice } from './state-choice.js';

const Page = z.object({ items: z.array(EffectView), nextCursor: z.nullable(z.string()) });
const START: string | null = null;
const ASKED_AGAIN_MS = 5_000;

const GROUPS = {
  open: ['requested', 'running', 'waiting'],
  gave_up: ['gave_up'],
  ended: ['succeeded', 'cancelled'],
} as const satisfies Record<string, readonly EffectView['state'][]>;
type Group = keyof typeof GROUPS;
const NAMES: Readonly<Record<Group, string>> = { open: 'Not finished', gave_up: 'Given up', ended: 'Ended' };
const groupOf = (name: string | undefined): Group => (name === 'gave_up' || name === 'ended' ? name : 'open');

interface EffectsViewProps {
  organizationId: string;
  /** As the address says it. */
  state: string | undefined;
  onState: (state: string) => void;
}

/** Slow and outside work of an organization. No topic carries it as a whole, so it is asked again every few seconds. */
export function EffectsView({ organizationId, state, onState }: EffectsViewProps) {
  const queries = useQueryClient();
  const group = groupOf(state);
  const queryKey = ['effects', organizationId];
  const list = useInfiniteQuery({
    queryKey: [...queryKey, group],
    queryFn: async ({ pageParam }) => {
      const filter = { organizationId, state: [...GROUPS[group]] };
      const query = pageParam === null ? filter : { ...filter, cursor: pageParam };
      return Page.parse(await answered(api.GET('/v1/inspector/effects', { params: { query } })));
    },
    initialPageParam: START,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ASKED_AGAIN_MS,
  });
  const effects = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <StateChoice label="State" states={NAMES} value={group} onChoose={onState} />
      {list.isPending && <Skeleton rows={4} label="Reading the effects" />}
      {list.isError && (
        <ErrorNotice error={list.error} what="The effects were not read." retry={() => void list.refetch()} />
      )}
      {list.isSuccess && effects.length === 0 && (
        <p className="text-text-2">{group === 'open' ? 'Nothing is under way.' : 'Nothing in this range.'}</p>
      )}
      {effects.length > 0 && (
        <ul aria-label="Effects" className="divide-y divide-line rounded-card border border-line">
          {effects.map((effect) => (
            <EffectRow
              key={effect.effectId}
              effect={effect}
              onChanged={() => void queries.invalidateQueries({ queryKey })}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <p>
          <Button pending={list.isFetchingNextPage ? 'Reading' : null} onClick={() => void list.fetchNextPage()}>
            Show older effects
          </Button>
        </p>
      )}
    </>
  );
}
