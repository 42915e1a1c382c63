import { Router } from 'express';
import type { World } from '../state/world.js';
import { html } from './html.js';

const hue = (id: number) => (id * 137) % 360;

function initials(name: string): string {
  const words = name.split(/[\s_-]+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0]?.[0], words.at(-1)?.[0]] : [name.slice(0, 2)];
  return letters.join('').toUpperCase();
}

/** Pictures of people (round) and organizations (square), drawn from their id and name; always the same. */
export function avatarRoutes(world: World): Router {
  const routes = Router();
  routes.get('/avatars/u/:id', (request, response) => {
    const id = Number(request.params.id);
    const record = world.users.get(id) ?? world.organizations.get(id);
    if (!record) {
      response.status(404).end();
      return;
    }
    const corner = world.organizations.has(id) ? 24 : 60;
    const picture = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="120" height="120">
      <defs>
        <linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stop-color="hsl(${hue(id)} 62% 46%)" />
          <stop offset="1" stop-color="hsl(${(hue(id) + 48) % 360} 66% 32%)" />
        </linearGradient>
      </defs>
      <rect width="120" height="120" rx="${corner}" fill="url(#g)" />
      <text
        x="60"
        y="62"
        fill="#fff"
        font-family="system-ui, sans-serif"
        font-size="44"
        font-weight="600"
        text-anchor="middle"
        dominant-baseline="central"
      >
        ${initials(record.name ?? record.login)}
      </text>
    </svg>`;
    response.set('Cache-Control', 'public, max-age=86400').type('image/svg+xml').send(picture.text);
  });
  return routes;
}
