import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../api/new-id.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL_SHAPE } from '../ui/field.js';
import { commandWords } from './command-words.js';
import { startProcess } from './sandbox-calls.js';

/** Runs a program in the repository of the machine. Its row comes by the topic of the machine. */
export function RunForm({ sandboxId }: { sandboxId: string }) {
  const [line, setLine] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const run = useMutation({
    mutationFn: (argv: string[]) =>
      startProcess(sandboxId, { processId: newId(), argv, title: argv.join(' ').slice(0, 80), isTerminal: false }),
    onSuccess: () => {
      setLine('');
    },
  });
  return (
    <form
      aria-label="Run a program"
      className="flex min-w-0 flex-1 flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const argv = commandWords(line);
        setIsWrong(argv === null);
        if (argv !== null && !run.isPending) run.mutate(argv);
      }}
    >
      <input
        aria-label="Program and arguments"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'run-error' : undefined}
        placeholder="npm test"
        autoComplete="off"
        spellCheck={false}
        value={line}
        className={`${CONTROL_SHAPE} min-w-0 flex-1 basis-40 font-mono`}
        onChange={({ target }) => {
          setLine(target.value);
          setIsWrong(false);
        }}
      />
      <Button type="submit" pending={run.isPending ? 'Starting' : null}>
        Run
      </Button>
      {isWrong && (
        <p id="run-error" role="alert" className="basis-full text-meta text-danger">
          Name a program; quotes have to be closed.
        </p>
      )}
      {run.isError && <ErrorNotice error={run.error} what="It was not run." />}
    </form>
  );
}
