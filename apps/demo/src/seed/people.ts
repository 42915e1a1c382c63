/** The people of the demo organization, and one who is not in it and works from a fork. */
export interface Person {
  readonly login: string;
  readonly name: string;
  readonly bio: string;
  readonly role: 'admin' | 'member' | null;
}

export const people: readonly Person[] = [
  { login: 'mira-okafor', name: 'Mira Okafor', bio: 'Keeps the shop running', role: 'admin' },
  { login: 'jonas-lind', name: 'Jonas Lind', bio: 'Orders, queues, and tea', role: 'admin' },
  { login: 'priya-raman', name: 'Priya Raman', bio: 'Front end and accessibility', role: 'member' },
  { login: 'tomas-vega', name: 'Tomás Vega', bio: 'Payments', role: 'member' },
  { login: 'hana-sato', name: 'Hana Sato', bio: 'Data and reports', role: 'member' },
  { login: 'leo-marchetti', name: 'Leo Marchetti', bio: 'New here', role: 'member' },
  { login: 'sunniva-dahl', name: 'Sunniva Dahl', bio: 'Sends patches now and then', role: null },
];

export const organization = {
  login: 'harbour-goods',
  name: 'Harbour Goods',
  description: 'A small shop for things that last',
};
