import type { ItemView } from '@foundry/task/contracts';
import { CircleCheck, Circle, Loader } from 'lucide-react';
import { PlanData } from './item-data.js';

const LOOKS = {
  completed: [CircleCheck, 'done', 'text-text-3'],
  in_progress: [Loader, 'under way', 'text-text'],
  pending: [Circle, 'to do', 'text-text-2'],
} as const;
const isState = (state: string | null | undefined): state is keyof typeof LOOKS => (state ?? '') in LOOKS;

/** What the agent means to do, with how far it is. */
export function Plan({ item }: { item: ItemView }) {
  const entries = PlanData.parse(item.data).entries ?? [];
  const stateOf = ({ status, state }: (typeof entries)[number]) => {
    const found = status ?? state;
    return isState(found) ? found : 'pending';
  };
  const done = entries.filter((entry) => stateOf(entry) === 'completed').length;
  return (
    <div role="group" aria-label="Plan" className="rounded-card border border-line p-3">
      <p className="mb-1 font-medium">
        Plan{' '}
        <span className="text-meta text-text-3">
          {done} of {entries.length}
        </span>
      </p>
      <ul className="grid gap-1">
        {entries.map((entry, index) => {
          const [Icon, words, look] = LOOKS[stateOf(entry)];
          return (
            <li key={index} className={`flex items-start gap-2 ${look}`}>
              <Icon aria-hidden="true" size={14} strokeWidth={1.75} className="mt-0.5 shrink-0" />
              <span className="sr-only">{words}:</span>
              <span className="min-w-0 break-words">{entry.content}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
