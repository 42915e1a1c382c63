const MINUTE_MS = 60_000;

/** Points of a budget as they are counted: of the minute that began at `minute`, and of the one before it. */
export interface CountedPoints {
  minute: Date;
  points: number;
  before: number;
}

/**
 * When there is room for so many points more: in any minute at most `perMinute`, where those of the minute before count by
 * the part of it that is less than a minute ago. Room for more than a minute holds never comes, so it is asked for less.
 */
export function roomAt({ minute, points, before }: CountedPoints, wanted: number, perMinute: number, now: Date): Date {
  const room = Math.max(0, perMinute - Math.min(wanted, perMinute));
  const next = minute.getTime() + MINUTE_MS;
  const within = points <= room ? minute.getTime() + waitOf(before, room - points) : Infinity;
  const at = within < next ? within : next + waitOf(points, room);
  return new Date(Math.max(at, now.getTime()));
}

/** How far into a minute no more than so many of the points before it count. */
const waitOf = (before: number, left: number): number => (before <= left ? 0 : MINUTE_MS * (1 - left / before));
