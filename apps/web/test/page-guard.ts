import type { Page } from 'playwright-core';
import { z } from 'zod';

/** Elements that nothing foreign may bring into the page. */
const FORBIDDEN =
  'script, style, iframe, object, embed, link, meta, base, form, img, video, audio, portal, template, math';

const Guarded = z.object({
  /** Of the page around what is foreign: places, colours, and what lies on top of them. */
  frame: z.array(z.string()),
  styles: z.int(),
  title: z.string(),
  address: z.string(),
  owned: z.boolean(),
});
export type Guarded = z.infer<typeof Guarded>;

/**
 * What must not change, whatever is said: `parts` are the parts of the page around it. A part is looked at from the
 * outside: where it is, how it looks, and whether it is what a click there meets.
 */
export async function guarded(page: Page, parts: readonly string[]): Promise<Guarded> {
  const frame = `${JSON.stringify(parts)}.map((selector) => {
    const part = document.querySelector(selector);
    if (part === null) return selector + ' is gone';
    const box = part.getBoundingClientRect();
    const look = getComputedStyle(part);
    const met = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 8));
    const isMet = met !== null && (part.contains(met) || met.contains(part));
    const kept = ['color', 'backgroundColor', 'backgroundImage', 'display', 'visibility', 'opacity', 'position', 'fontSize', 'zIndex', 'transform'];
    return [selector, Math.round(box.x), Math.round(box.width), isMet ? 'on top' : 'covered', ...kept.map((name) => look[name])].join(' ');
  })`;
  return Guarded.parse(
    await page.evaluate(`({
      frame: ${frame},
      styles: [...document.styleSheets].length,
      title: document.title,
      address: location.href,
      owned: 'owned' in window,
    })`),
  );
}

const Foreign = z.object({
  forbidden: z.array(z.string()),
  attributes: z.array(z.string()),
  wide: z.array(z.string()),
  placed: z.array(z.string()),
  links: z.array(
    z.object({ href: z.string(), rel: z.string(), target: z.string(), after: z.string(), host: z.string() }),
  ),
});
export type Foreign = z.infer<typeof Foreign>;

/** What foreign text made of the parts of the page that show it. */
export async function foreignIn(page: Page, selector: string): Promise<Foreign> {
  return Foreign.parse(
    await page.evaluate(`(() => {
      const places = [...document.querySelectorAll(${JSON.stringify(selector)})];
      const all = places.flatMap((place) => [...place.querySelectorAll('*')]);
      const name = (one) => one.outerHTML.slice(0, 120);
      const isForeignStyle = (one) => one.hasAttribute('style') && !(one instanceof SVGElement) && one.dataset.index === undefined;
      return {
        forbidden: all.filter((one) => one.matches(${JSON.stringify(FORBIDDEN)})).map(name),
        attributes: all
          .filter((one) => [...one.attributes].some(({ name, value }) =>
            /^on/i.test(name) || /^(name|srcdoc|formaction|background)$/i.test(name) || /^\\s*(javascript|data|vbscript):/i.test(value)))
          .map(name),
        placed: all.filter((one) => getComputedStyle(one).position === 'fixed' || (isForeignStyle(one) && getComputedStyle(one).position === 'absolute')).map(name),
        wide: places.flatMap((place) => {
          const { right } = place.getBoundingClientRect();
          return [...place.querySelectorAll('p, li, a, span')]
            .filter((one) => !one.closest('pre, [role=group], .truncate, .sr-only, blockquote') && one.getBoundingClientRect().right > right + 1)
            .map(name);
        }),
        links: all.filter((one) => one.matches('a[href]')).map((one) => ({
          href: one.href,
          rel: one.rel,
          target: one.target,
          after: one.nextElementSibling?.textContent ?? '',
          host: new URL(one.href).host,
        })),
      };
    })()`),
  );
}

/** Where the page and what it holds asked for something, as origins; and every dialog or window that opened. */
export function watchOrigins(page: Page): { origins: Set<string>; opened: string[] } {
  const watched = { origins: new Set<string>(), opened: new Array<string>() };
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    watched.origins.add(protocol === 'data:' || protocol === 'blob:' ? protocol : origin);
  });
  page.on('dialog', (dialog) => {
    watched.opened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => watched.opened.push(`window ${popup.url()}`));
  return watched;
}
