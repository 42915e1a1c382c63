import { type Attempt, Handler, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import { command, type CommandMessage, effect, Uuid } from '@foundry/messaging/contracts';
import {
  type CredentialRefusal,
  type CredentialRequest,
  GithubCredentials,
  type LentCredential,
} from '@foundry/user/contracts';
import { Inject, Injectable, Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';

/** Asks for an effect that borrows a credential and keeps it until its test lets it go. */
export class Borrow extends command({
  name: 'borrowers.borrow',
  entity: 'borrowerId',
  organization: null,
  payload: z.object({ borrowerId: Uuid }),
  audit: { none: 'progress' },
}) {}

export class GaveBack extends command({
  name: 'borrowers.gaveBack',
  entity: 'borrowerId',
  organization: null,
  payload: z.object({ borrowerId: Uuid, code: z.string().nullable() }),
  audit: { none: 'progress' },
}) {}

export class HoldCredential extends effect({
  name: 'borrowers.holdCredential',
  entity: 'borrowerId',
  payload: z.object({ borrowerId: Uuid }),
  timeoutMs: 60_000,
  maxAttempts: 1,
}) {}

type Outcome = { credential: LentCredential } | { refused: CredentialRefusal };

/** What a borrower wants, and what its test is told; the effect itself carries no more than its own id. */
export interface Wish {
  request: CredentialRequest;
  got(outcome: Outcome, attempt: Attempt): void;
  failed(error: unknown): void;
  /** Before it asks. */
  ready?: (attempt: Attempt) => Promise<void>;
  done: Promise<void>;
}

export const WISHES = new Map<string, Wish>();

@CommandHandler(Borrow)
class BorrowHandler extends Handler<Borrow> {
  handle({ payload }: Borrow, tx: Parameters<Handler<Borrow>['handle']>[1]): Promise<null> {
    tx.perform(new HoldCredential(payload));
    return Promise.resolve(null);
  }
}

@CommandHandler(GaveBack)
class GaveBackHandler extends Handler<GaveBack> {
  handle(): Promise<null> {
    return Promise.resolve(null);
  }
}

@Injectable()
@PerformEffect(HoldCredential)
class HoldCredentialEffect implements PerformsEffect<HoldCredential> {
  constructor(@Inject(GithubCredentials) private readonly credentials: GithubCredentials) {}

  async perform({ payload: { borrowerId } }: HoldCredential, attempt: Attempt): Promise<CommandMessage> {
    const wish = WISHES.get(borrowerId);
    if (!wish) throw new Error('No test wants this.');
    try {
      await wish.ready?.(attempt);
      wish.got(await this.credentials.lease(wish.request, attempt), attempt);
    } catch (error) {
      wish.failed(error);
      throw error;
    }
    await wish.done;
    return new GaveBack({ borrowerId, code: null });
  }

  giveUp({ payload: { borrowerId } }: HoldCredential, { code }: { code: string }): CommandMessage {
    return new GaveBack({ borrowerId, code });
  }
}

@Module({ providers: [BorrowHandler, GaveBackHandler, HoldCredentialEffect] })
export class BorrowersModule {
  static readonly manifest = {
    name: 'borrowers',
    entities: [],
    migrations: [],
    commands: [Borrow, GaveBack],
    events: [],
    effects: [HoldCredential],
  };
}
