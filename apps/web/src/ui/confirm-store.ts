/** Something that is asked before it is done. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that does it. */
  readonly verb: string;
  readonly isDanger?: boolean;
  readonly run: () => void;
}

const listeners = new Set<() => void>();
let asked: Question | null = null;

/** Asks in a dialog, and does it only when the person says so. */
export function askFirst(question: Question | null): void {
  asked = question;
  for (const listener of listeners) listener();
}

export const askedQuestion = (): Question | null => asked;

export function listenToQuestions(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
