import { SetMetadata } from '@nestjs/common';
import type { CommandMessage, UserActor } from '../contracts/index.js';

/** Somebody who looks at one thing now, in a tab that keeps up with it. */
export interface Viewer {
  actor: UserActor;
  /** The part of the topic's name after the colon. */
  id: string;
}

/** What a viewer's own command is, sent in their name. */
export interface FromViewer {
  actor: UserActor;
  command: CommandMessage;
}

/** Asked every few seconds, and at once when somebody begins to look, what follows for the viewers themselves. */
export interface FollowsViewers {
  /** Reads only; what it says is sent. Nothing about others may follow from it. */
  follow(viewers: readonly Viewer[]): Promise<readonly FromViewer[]>;
}

export const VIEWERS_METADATA = 'foundry:viewers';

/** Marks the provider that follows who looks at topics `<kind>:<id>`. */
export const FollowViewersOf = (kind: string): ClassDecorator => SetMetadata(VIEWERS_METADATA, kind);
