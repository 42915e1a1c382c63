import { SetMetadata } from '@nestjs/common';
import type { CommandMessage, EventClass, EventMessage, Frame } from '../contracts/index.js';
import type { ReadTx } from '../handling/tx.js';

/** One module's answer to another module's event: only commands, decided in the transaction that emits the event. */
export interface ReactsTo<E extends EventMessage> {
  react(event: E, read: ReadTx): CommandMessage[] | Promise<CommandMessage[]>;
}

export const REACTION_METADATA = 'foundry:reaction';

/** Marks a provider as the reaction of its module to `event`. Several modules may react to one event. */
export const ReactTo = (event: EventClass): ClassDecorator => SetMetadata(REACTION_METADATA, event);

/** What an event shows on realtime topics: a pure function of the event. */
export interface ShowsFrames<E extends EventMessage> {
  frames(event: E): Frame[];
}

export const FRAMES_METADATA = 'foundry:frames';

/** Marks a provider in a module's `realtime/` folder as the frames of `event`. */
export const FramesOf = (event: EventClass): ClassDecorator => SetMetadata(FRAMES_METADATA, event);
