import { EffectView, HistoryItem, type TopicChange } from '@foundry/messaging/contracts';
import { z } from 'zod';
import type { TopicShape } from './live-topic.js';

/** What happened to one entity lately, and all that is not finished. */
export interface HistoryState {
  readonly commands: ReadonlyMap<string, HistoryItem>;
  readonly effects: ReadonlyMap<string, EffectView>;
}

const Effect = EffectView.extend({ id: z.string() });
const Snapshot = z.object({ commands: z.array(HistoryItem), effects: z.array(Effect) });

export const HISTORY_SHAPE: TopicShape<HistoryState> = {
  read(data) {
    const { commands, effects } = Snapshot.parse(data);
    return {
      commands: new Map(commands.map((item) => [item.id, item])),
      effects: new Map(effects.map((effect) => [effect.id, effect])),
    };
  },
  apply(state, { type, data }: TopicChange) {
    switch (type) {
      case 'command': {
        const item = HistoryItem.parse(data);
        return { ...state, commands: new Map(state.commands).set(item.id, item) };
      }
      case 'effect': {
        const effect = Effect.parse(data);
        return { ...state, effects: new Map(state.effects).set(effect.id, effect) };
      }
      default:
        return state;
    }
  },
};
