/** Tells the time, in ms since 1970. */
export type Clock = {
  readonly now: () => number;
  /** Sets it to an instant, at which it stands still until it is set again. */
  readonly set: (at: number) => void;
};

/** Makes a clock that goes as `now` does until it is set. */
export function createClock(now: () => number = Date.now): Clock {
  let read = now;
  return {
    now: () => read(),
    set: (at) => {
      read = () => at;
    },
  };
}
