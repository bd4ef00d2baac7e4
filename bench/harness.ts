/** One thing to time: called again and again, each call counts as `size` operations (default 1). */
export interface Contender {
  readonly run: () => unknown;
  readonly size?: number;
}

export interface RaceOptions {
  readonly rounds?: number;
  readonly sliceMs?: number;
  /** Long enough for the compiler to be done with it. */
  readonly warmUpMs?: number;
}

/**
 * Operations per CPU second of this process, by contender: short slices, interleaved, the median of the rounds.
 * CPU seconds rather than wall seconds, because the machine may be shared; both sides of a ratio come from the same run.
 */
export async function race<K extends string>(
  contenders: Readonly<Record<K, Contender>>,
  options: RaceOptions = {},
): Promise<Record<K, number>> {
  const { rounds = 9, sliceMs = 100, warmUpMs = 4000 } = options;
  const names = Object.keys(contenders) as K[];
  const rates = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const rate = await slice(contenders[name], round < 0 ? warmUpMs : sliceMs);
      if (round >= 0) rates.get(name)?.push(rate);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(rates.get(name) as number[])])) as Record<K, number>;
}

async function slice(contender: Contender, sliceMs: number): Promise<number> {
  const before = process.cpuUsage();
  const until = performance.now() + sliceMs;
  let calls = 0;
  do {
    const pending = contender.run();
    if (pending instanceof Promise) await pending;
    calls++;
  } while (performance.now() < until);
  const { user, system } = process.cpuUsage(before);
  return (calls * (contender.size ?? 1) * 1e6) / (user + system);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
