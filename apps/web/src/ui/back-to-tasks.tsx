import { Link } from '@tanstack/react-router';

/** On small screens the list is another page; this is the way back to it. */
export function BackToTasks({ organizationId }: { organizationId: string }) {
  return (
    <p className="px-4 pt-3 min-[600px]:hidden">
      <Link to="/o/$organizationId" params={{ organizationId }} className="inline-block py-1 text-accent underline">
        Tasks
      </Link>
    </p>
  );
}
