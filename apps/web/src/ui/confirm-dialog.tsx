import { Button } from './button.js';
import { askFirst, type Question } from './confirm-store.js';
import { Dialog } from './dialog.js';

export function ConfirmDialog({ question: { title, text, verb, isDanger = false, run } }: { question: Question }) {
  const close = (): void => {
    askFirst(null);
  };
  return (
    <Dialog title={title} onClose={close}>
      <p className="p-3 text-text-2">{text}</p>
      <p className="flex flex-wrap justify-end gap-2 border-t border-line p-3">
        <Button onClick={close}>Cancel</Button>
        <Button
          look={isDanger ? 'danger' : 'primary'}
          onClick={() => {
            close();
            run();
          }}
        >
          {verb}
        </Button>
      </p>
    </Dialog>
  );
}
