import { useConnection } from '../live/live-context.js';

/** Whether what is on the page is live. */
export function ConnectionState() {
  const { state } = useConnection();
  const words = {
    connecting: 'Connecting',
    open: 'Live',
    waiting: 'Reconnecting',
    signed_out: 'Signed out',
    broken: 'Not live',
  };
  return (
    <span role="status" className={`text-meta ${state === 'open' ? 'text-text-3' : 'text-warning'}`}>
      {words[state]}
    </span>
  );
}
