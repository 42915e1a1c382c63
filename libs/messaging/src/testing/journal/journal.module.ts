import { Module, type Provider } from '@nestjs/common';
import type { ManifestModule, ModuleManifest } from '../../registry/manifest.js';
import * as calls from './call-handlers.js';
import { CreateJournal1790000000002 } from './create-journal.js';
import * as entries from './entry-handlers.js';
import {
  PerformCallOutside,
  PerformCallOutsideOnce,
  PerformLeap,
  PerformStep,
  PerformStreamLines,
} from './journal-effects.js';
import * as messages from './journal-messages.js';
import { AnswerPing, AnswerPong, ShowEntries } from './journal-reactions.js';

const HANDLERS: Provider[] = [
  entries.AppendEntryHandler,
  entries.RefuseEntryHandler,
  entries.BreakDownHandler,
  entries.DieHandler,
  entries.MeetTroubleHandler,
  ...Object.values(calls),
  PerformCallOutside,
  PerformCallOutsideOnce,
  PerformStreamLines,
  PerformStep,
  PerformLeap,
  AnswerPing,
  AnswerPong,
  ShowEntries,
];

const COMMANDS = [
  messages.AppendEntry,
  messages.RefuseEntry,
  messages.BreakDown,
  messages.Die,
  messages.MeetTrouble,
  messages.AskOutside,
  messages.AskStream,
  messages.Walk,
  messages.StopStream,
  messages.RecordCall,
  messages.Ping,
  messages.Pong,
];

const manifest: ModuleManifest = {
  name: 'journal',
  entities: [],
  migrations: [CreateJournal1790000000002],
  commands: COMMANDS,
  events: [messages.EntryAppended, messages.Pinged, messages.Ponged],
  effects: [messages.CallOutside, messages.CallOutsideOnce, messages.StreamLines, messages.Step, messages.Leap],
};

/** A module that only tests have: it writes down who did what when, and does everything wrong that can be asked of it. */
@Module({ providers: HANDLERS })
export class JournalModule {
  static readonly manifest = manifest;
}

/** The same module one release later. */
@Module({ providers: [...HANDLERS, entries.NoveltyHandler] })
export class NewJournalModule {
  static readonly manifest = { ...manifest, commands: [...COMMANDS, messages.Novelty] };
}

export const journalOf = (release: string): ManifestModule => (release === 'new' ? NewJournalModule : JournalModule);
