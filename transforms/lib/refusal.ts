/** Why something is not done: words that follow "not changed, because". */
export class Refusal extends Error {}

/** What a function gives, or the refusal that it throws. */
export function orRefusal<T>(compute: () => T): T | Refusal {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
