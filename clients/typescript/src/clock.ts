/** The clocks of the device, in milliseconds. Only differences count, so each may begin anywhere. */
export interface Clock {
  /** Never set by anybody. It may stand still while the device sleeps. */
  monotonic(): number;
  /** Goes on while the device sleeps. It may be set, and may be wrong. */
  wall(): number;
}

export interface Reading {
  monotonic: number;
  wall: number;
}

export const deviceClock: Clock = {monotonic: () => performance.now(), wall: () => Date.now()};

export const read = (clock: Clock): Reading => ({monotonic: clock.monotonic(), wall: clock.wall()});

/** The longer of what both clocks say: too long costs a request, too short would keep an answer past its end. */
export const elapsed = (clock: Clock, since: Reading): number =>
  Math.max(clock.monotonic() - since.monotonic, clock.wall() - since.wall);
