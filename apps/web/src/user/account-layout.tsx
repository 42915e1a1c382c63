import { Link, Outlet } from '@tanstack/react-router';

const PAGES = [
  ['/account/profile', 'Profile'],
  ['/account/appearance', 'Appearance'],
  ['/account/notifications', 'Notifications'],
  ['/account/tokens', 'API tokens'],
] as const;

export function AccountLayout() {
  return (
    <div className="mx-auto w-full max-w-4xl">
      <nav aria-label="Account" className="flex flex-wrap items-center gap-1 border-b border-line p-2">
        <Link to="/" activeOptions={{ exact: true }} className="rounded-button px-2 py-1.5 text-accent underline">
          Workspace
        </Link>
        {PAGES.map(([to, name]) => (
          <Link
            key={to}
            to={to}
            className="rounded-button px-2 py-1.5 text-text-2 hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:text-text"
          >
            {name}
          </Link>
        ))}
      </nav>
      <main>
        <Outlet />
      </main>
    </div>
  );
}
