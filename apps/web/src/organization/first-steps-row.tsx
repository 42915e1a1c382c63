import { Link } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useApp } from '../live/live-context.js';
import { areAllDone, doneSteps, STEP_NAMES, useFirstSteps } from './use-first-steps.js';

/** Over the tasks, until the first steps are done or put away. */
export function FirstStepsRow({ organizationId }: { organizationId: string }) {
  const steps = useFirstSteps(organizationId);
  const isHidden = useApp().preferences?.onboardingHidden ?? true;
  if (!steps || isHidden || areAllDone(steps)) return null;
  return (
    <Link
      to="/o/$organizationId"
      params={{ organizationId }}
      className="flex min-h-8 items-center gap-2 border-b border-line px-4 text-text-2 no-underline -outline-offset-2 hover:bg-hover hover:text-text max-[599px]:hidden pointer-coarse:min-h-11"
    >
      <ListChecks aria-hidden="true" size={16} strokeWidth={1.75} />
      First steps: {doneSteps(steps)} of {STEP_NAMES.length}
    </Link>
  );
}
