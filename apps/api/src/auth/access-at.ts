import { type Access, accessOf } from '@foundry/messaging';
import type { ExecutionContext } from '@nestjs/common';

/** What `@Allow` says about the route; without it, anybody signed in. */
export const accessAt = (context: ExecutionContext): Access =>
  accessOf(context.getHandler()) ?? accessOf(context.getClass()) ?? {};
