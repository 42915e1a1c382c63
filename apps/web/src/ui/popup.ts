/** The look of everything that opens over the page from a control. */
export const POPUP = 'rounded-card border border-line bg-raised p-1 text-text shadow-raised outline-none';

/** One thing to choose in it. */
export const POPUP_ITEM =
  'flex min-h-7 w-full cursor-default items-center gap-2 rounded-button px-2 py-1 text-text no-underline outline-none select-none data-[disabled]:text-text-3 data-[highlighted]:bg-hover pointer-coarse:min-h-11';
