const onePress = 1_000;

/**
 * Takes signals and passes on one per press of a key: copies of the same press, which arrive within a
 * second, are dropped; a later one is another press. `now` gives milliseconds.
 */
export function oncePerPress(pass, now = Date.now) {
  let last = -Infinity;
  return (signal) => {
    if (now() - last < onePress) return;
    last = now();
    pass(signal);
  };
}
