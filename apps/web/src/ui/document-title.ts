let page = 'Foundry';
let count = 0;

const FAVICONS = { quiet: '/mark.svg', news: '/mark-news.svg' } as const;

function show(): void {
  document.title = count > 0 ? `(${count}) ${page}` : page;
}

/** Names the page in the browser's tab. */
export function titlePage(name: string): void {
  page = `${name} · Foundry`;
  show();
}

/** How many things wait, before the name; the picture of the tab has a dot while there are any. */
export function titleCount(waiting: number): void {
  if (waiting === count) return;
  count = waiting;
  show();
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  if (icon) icon.href = count > 0 ? FAVICONS.news : FAVICONS.quiet;
}
