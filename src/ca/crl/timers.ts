/** Calls something later, unless that is cancelled before. */
export interface Timers {
  set(act: () => Promise<void>, ms: number): { cancel(): void };
}

export const systemTimers: Timers = {
  set(act, ms) {
    const timer = setTimeout(() => void act(), ms);
    return { cancel: () => clearTimeout(timer) };
  },
};
