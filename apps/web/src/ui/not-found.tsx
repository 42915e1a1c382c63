import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { buttonLook } from './button.js';
import { titlePage } from './document-title.js';

/** Unknown, and what one may not see: the same for both. */
export function NotFound() {
  useEffect(() => {
    titlePage('Not found');
  }, []);
  return (
    <div className="mx-auto grid max-w-lg justify-items-start gap-4 p-6">
      <h1 className="text-page font-semibold">Not found</h1>
      <p className="text-text-2">There is nothing at this address, or it is not yours to see.</p>
      <Link to="/" className={buttonLook('primary')}>
        Go to the start
      </Link>
    </div>
  );
}
