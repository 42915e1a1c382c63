import type { ItemView } from '@foundry/task/contracts';
import { ListTree, Search } from 'lucide-react';
import { Button } from '../ui/button.js';
import { PlanData, UserMessageData } from './item-data.js';
import { planProgress } from './plan-progress.js';

interface ConversationBarProps {
  /** The message that is answered by what is in view; null: nothing was said above. */
  prompt: ItemView | null;
  /** The newest plan; null: there is none. */
  plan: ItemView | null;
  isFinding: boolean;
  isOutlined: boolean;
  onFind: () => void;
  onOutline: () => void;
  onGo: (seq: number) => void;
}

/** Over the conversation: which message is being answered in view, the newest plan, and ways to go elsewhere. */
export function ConversationBar(props: ConversationBarProps) {
  const { prompt, plan, isFinding, isOutlined, onFind, onOutline, onGo } = props;
  const progress = plan && planProgress(PlanData.parse(plan.data));
  return (
    <div className="flex min-h-8 min-w-0 items-center gap-1 border-b border-line px-2">
      {prompt && (
        <button
          type="button"
          title="Go to this message"
          className="min-h-7 min-w-0 truncate rounded-button px-2 text-left text-meta text-text-2 -outline-offset-2 hover:bg-hover pointer-coarse:min-h-11"
          onClick={() => onGo(prompt.seq)}
        >
          <span className="font-medium text-text">
            {UserMessageData.parse(prompt.data).author?.login ?? 'somebody'}
          </span>{' '}
          {prompt.text === '' ? 'Attachments only' : prompt.text.slice(0, 200)}
        </button>
      )}
      <span className="ml-auto flex shrink-0 items-center">
        {plan && progress && (
          <Button look="quiet" title="Go to the plan" onClick={() => onGo(plan.seq)}>
            Plan {progress.done} of {progress.all}
          </Button>
        )}
        <Button
          look="quiet"
          aria-label="Find in the conversation"
          title="Find in the conversation (Ctrl+F)"
          aria-pressed={isFinding}
          onClick={onFind}
        >
          <Search aria-hidden="true" size={16} strokeWidth={1.75} />
        </Button>
        <Button look="quiet" aria-label="Outline" title="Outline" aria-expanded={isOutlined} onClick={onOutline}>
          <ListTree aria-hidden="true" size={16} strokeWidth={1.75} />
        </Button>
      </span>
    </div>
  );
}
