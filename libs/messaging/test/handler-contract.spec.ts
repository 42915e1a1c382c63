import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { faultsOfContract } from '../src/testing/index.js';
import { AppendEntryHandler } from '../src/testing/journal/entry-handlers.js';
import { JournalModule } from '../src/testing/journal/journal.module.js';
import { Module } from '@nestjs/common';

const journalId = 'a';
const call = { journalId, callId: randomUUID() };
const samples = {
  'journal.append': { journalId, n: 1 },
  'journal.refuse': { journalId, n: 1 },
  'journal.breakDown': { journalId },
  'journal.die': { journalId },
  'journal.meetTrouble': { journalId },
  'journal.askOutside': { ...call, outside: 'hang' },
  'journal.askStream': call,
  'journal.walk': { journalId, left: 1, steps: true },
  'journal.stopStream': { journalId, effectId: randomUUID() },
  'journal.recordCall': { ...call, outcome: 'done', code: null, attempts: 1 },
  'journal.ping': { journalId },
  'journal.pong': { journalId },
  'journal.walk': { journalId, left: 3, steps: true },
};

describe('the contract of a module’s commands', () => {
  it('is kept by the journal', () => {
    expect(faultsOfContract(JournalModule, samples)).toEqual([]);
  });

  it('names what has no handler, two, or no sample', () => {
    @Module({ providers: [AppendEntryHandler, AppendEntryHandler] })
    class Incomplete {
      static readonly manifest = JournalModule.manifest;
    }
    const { 'journal.die': _, ...others } = samples;
    const faults = faultsOfContract(Incomplete, others);
    expect(faults).toContain('journal.append has 2 handlers');
    expect(faults).toContain('journal.refuse has 0 handlers');
    expect(faults).toContain('journal.die has no sample');
  });
});
