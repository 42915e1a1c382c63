import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS } from '@foundry/organization/contracts';
import { conflictsOf, edited, NO_EDIT } from './settings-edit.js';

describe('settings that are being changed', () => {
  it('are what was changed, and nothing once it was changed back', () => {
    const edit = edited(NO_EDIT, DEFAULT_SETTINGS, 'branchPrefix', 'agents/');
    expect(edit.patch).toEqual({ branchPrefix: 'agents/' });
    expect(edited(edit, DEFAULT_SETTINGS, 'branchPrefix', DEFAULT_SETTINGS.branchPrefix)).toEqual(NO_EDIT);
  });

  it('are in conflict where somebody else changed the same since', () => {
    const edit = edited(
      edited(NO_EDIT, DEFAULT_SETTINGS, 'branchPrefix', 'mine/'),
      DEFAULT_SETTINGS,
      'idleMinutes',
      30,
    );
    expect(conflictsOf(edit, DEFAULT_SETTINGS)).toEqual([]);
    expect(conflictsOf(edit, { ...DEFAULT_SETTINGS, branchPrefix: 'theirs/', maxActiveTasks: 9 })).toEqual([
      'branchPrefix',
    ]);
  });

  it('are in no conflict where somebody else chose the same', () => {
    const edit = edited(NO_EDIT, DEFAULT_SETTINGS, 'branchPrefix', 'ours/');
    expect(conflictsOf(edit, { ...DEFAULT_SETTINGS, branchPrefix: 'ours/' })).toEqual([]);
  });
});
