import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { AuditPort } from '../../auditing/audit-records.js';
import { type AuditRecord, command } from '../../contracts/index.js';
import { Handler } from '../../handling/handler.js';
import type { ModuleManifest } from '../../registry/manifest.js';

/** Stands for the audit log's command. */
class Note extends command({
  name: 'notes.note',
  entity: 'noteId',
  payload: z.object({ noteId: z.uuid() }),
  audit: { none: 'derived' },
}) {}

@CommandHandler(Note)
class NoteHandler extends Handler<Note> {
  async handle(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** Goes into `modules` beside the modules under test, because somebody has to handle what the audit is sent as. */
@Module({ providers: [NoteHandler] })
export class NotesModule {
  static readonly manifest: ModuleManifest = {
    name: 'notes',
    entities: [],
    migrations: [],
    commands: [Note],
    events: [],
    effects: [],
  };
}

/** Remembers the audit entries of the commands of a test. With `NotesModule`. */
export class RecordedAudit extends AuditPort {
  readonly entries: AuditRecord[] = [];

  append(record: AuditRecord): Note {
    this.entries.push(record);
    return new Note({ noteId: record.entryId });
  }

  /** `member.joined`, `!member.role_granted` for a refusal: what the test is usually about. */
  get kinds(): string[] {
    return this.entries.map(({ kind, outcome }) => (outcome === 'refused' ? `!${kind}` : kind));
  }
}
