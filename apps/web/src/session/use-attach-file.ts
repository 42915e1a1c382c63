import { useState } from 'react';
import type { Draft } from './draft.js';
import { MOST_ATTACHMENTS } from './draft.js';
import { readLine } from './repository-files.js';
import type { Attachment } from './session-calls.js';

const NO_WORDS: readonly string[] = Object.freeze([]);

/** Attaches files of the repository, or one line of them with what stands there. */
export function useAttachFile(taskId: string, draft: Draft) {
  const [notes, setNotes] = useState(NO_WORDS);
  const add = (attachment: Attachment): void => {
    if (isThere(draft, attachment)) return;
    if (!draft.attach(attachment)) setNotes([`A message takes ${MOST_ATTACHMENTS} attachments.`]);
  };
  const addLine = async (path: string, line: number): Promise<void> => {
    try {
      const found = await readLine(taskId, path, line);
      if (found === null) setNotes([`${path} has no line ${line}, so the file is attached.`]);
      add(found ?? { kind: 'file', path });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      setNotes([`${path} could not be read, so it is attached without the line.`]);
      add({ kind: 'file', path });
    }
  };
  return {
    notes,
    forgetNotes: (): void => {
      setNotes(NO_WORDS);
    },
    attach: (path: string, line: number | null): void => {
      if (line === null) add({ kind: 'file', path });
      else void addLine(path, line);
    },
  };
}

const isThere = (draft: Draft, attachment: Attachment): boolean =>
  draft.get().attachments.some((one) => JSON.stringify(one) === JSON.stringify(attachment));
