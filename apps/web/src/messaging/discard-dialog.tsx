import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { done } from '../api/api-error.js';
import { api } from '../api/client.js';
import { Button, buttonLook } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL, Field } from '../ui/field.js';

interface DiscardDialogProps {
  ids: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

/** Asks why nothing more is to be done about something that failed. */
export function DiscardDialog({ ids, onClose, onDone }: DiscardDialogProps) {
  const [reason, setReason] = useState('');
  const discard = useMutation({
    mutationFn: async () => {
      for (const deadLetterId of ids) {
        const params = { path: { deadLetterId } };
        await done(api.POST('/v1/dead-letters/{deadLetterId}/discard', { params, body: { reason: reason.trim() } }));
      }
    },
    onSuccess: onClose,
    onSettled: onDone,
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (reason.trim() !== '' && !discard.isPending) discard.mutate();
  };
  return (
    <Dialog title={ids.length === 1 ? 'Discard it?' : `Discard ${ids.length}?`} onClose={onClose}>
      <form className="grid gap-3 p-3" onSubmit={submit}>
        <p className="text-text-2">Nothing more is done about it. The entity goes on with its next command.</p>
        <Field id="reason" label="Reason" hint="It stands in the history.">
          <input
            id="reason"
            required
            maxLength={500}
            className={CONTROL}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
            }}
          />
        </Field>
        {discard.isError && <ErrorNotice error={discard.error} what="It was not discarded." />}
        <p className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          {discard.isPending ? (
            <Button look="danger" pending="Discarding">
              Discard
            </Button>
          ) : (
            <button type="submit" className={buttonLook('danger')}>
              Discard
            </button>
          )}
        </p>
      </form>
    </Dialog>
  );
}
