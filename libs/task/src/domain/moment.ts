/** The time of a decision, and ids that are the same when it is taken again. */
export interface Moment {
  readonly now: Date;
  id(label: string): string;
}

export const later = ({ now }: Moment, ms: number): Date => new Date(now.getTime() + ms);
