import { type ComponentProps, lazy, Suspense } from 'react';

const AttachedParts = lazy(async () => ({ default: (await import('./attached.js')).Attached }));
const MessageParts = lazy(async () => ({ default: (await import('./message-attachments.js')).MessageAttachments }));

/** What goes with the message that is written. Fetched when there is something. */
export function Attached(props: ComponentProps<typeof AttachedParts>) {
  if (props.attachments.length === 0 && props.onTheirWay.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <AttachedParts {...props} />
    </Suspense>
  );
}

/** What a message points to. Fetched when there is something. */
export function MessageAttachments(props: ComponentProps<typeof MessageParts>) {
  if (props.attachments.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <MessageParts {...props} />
    </Suspense>
  );
}
