const FIRST =
  `amber bold brave bright calm clear clever cool copper coral crisp curious daring deep dusty eager early fair
fast fresh gentle glad golden grand green happy honest keen kind late light lively loyal lucky mellow merry mild misty
modest neat nimble noble open patient plain polite proud quick quiet rapid ready royal sharp silent silver simple smart
smooth snowy solid steady still sunny swift tidy tiny vivid warm wild wise young`.split(/\s+/);
const SECOND =
  `acorn anchor apple arrow badger beacon birch bison brook canyon cedar cliff cloud comet condor coral crane creek
cypress delta dune eagle ember falcon fern field fjord forest fox garden glacier grove harbor hawk heron hill island
ivy jasper juniper kestrel lagoon lake lark lemon lynx maple marble meadow mesa moon moss oak ocean orchid otter owl
pebble pine planet plum pond prairie quartz raven reef ridge river robin rose sable sage sky sparrow spruce star stone
storm summit thistle tide tiger trail valley violet willow wolf wren`.split(/\s+/);
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Draws of short names; after as many as this, long ones, which do not collide. */
export const SHORT_DRAWS = 20;

/** A whole number from 0 to below `limit`, from a cryptographic source. */
export type Draw = (limit: number) => number;

/** `<prefix><word>-<word>-<letters>`. */
export function drawnBranch(prefix: string, letters: number, draw: Draw): string {
  const one = (words: readonly string[]): string => words[draw(words.length)] ?? '';
  const end = Array.from({ length: letters }, () => LETTERS.charAt(draw(LETTERS.length))).join('');
  return `${prefix}${one(FIRST)}-${one(SECOND)}-${end}`;
}

/** Names to take the first free one of: some short ones, then a long one. */
export const drawnBranches = (prefix: string, draw: Draw): string[] => [
  ...Array.from({ length: SHORT_DRAWS }, () => drawnBranch(prefix, 4, draw)),
  drawnBranch(prefix, 12, draw),
];
