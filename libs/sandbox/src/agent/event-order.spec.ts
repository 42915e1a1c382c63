import { describe, expect, it } from '@jest/globals';
import { EventOrder } from './event-order.js';

const places = (order: EventOrder, ...ids: number[]) => ids.map((id) => order.place(id));
const [next, seen, ahead] = [{ kind: 'next' }, { kind: 'seen' }, { kind: 'ahead' }];

describe('the order of events', () => {
  it('takes each once, however often it comes', () => {
    const order = new EventOrder(2);
    expect(places(order, 1, 2, 3, 3, 4, 3, 5)).toEqual([seen, seen, next, seen, next, seen, next]);
    expect(order.last).toBe(5);
  });

  it('reads again when one is missing, and takes it then', () => {
    const order = new EventOrder(0);
    expect(places(order, 1, 2, 7)).toEqual([next, next, ahead]);
    expect(order.last).toBe(2);
    order.begin();
    expect(places(order, 3, 4, 5, 6, 7)).toEqual([next, next, next, next, next]);
  });

  it('names what the server does not keep any more, once', () => {
    const order = new EventOrder(0);
    expect(places(order, 1, 900)).toEqual([next, ahead]);
    order.begin();
    expect(places(order, 300, 301)).toEqual([{ kind: 'next', gap: { from: 2, to: 299 } }, next]);
  });

  it('believes in no loss at the first look, which may have missed what came meanwhile', () => {
    const order = new EventOrder(4);
    order.begin();
    expect(order.place(6)).toEqual(ahead);
    order.begin();
    expect(places(order, 5, 6)).toEqual([next, next]);
  });
});
