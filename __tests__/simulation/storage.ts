import { deserialize, serialize } from 'node:v8';
import type { Clock } from './clock.ts';

/** How a browser keeps values: Chrome as JSON (Map, Set, Date and RegExp become {}), Firefox by structured clone (functions are refused). */
export type Engine = 'chrome' | 'firefox';

export type Values = Record<string, unknown>;
type Change = { oldValue?: unknown; newValue?: unknown };

/** One area of `storage`: keeps copies, answers in a later task. */
export class StorageArea {
  #values = new Map<string, unknown>();
  readonly #engine: Engine;
  readonly #clock: Clock;
  readonly #changed: (changes: Record<string, Change>) => void;
  readonly #tasks: number;

  /** @param tasks after how many tasks it answers: one area may be slower than another */
  constructor(engine: Engine, clock: Clock, changed: (changes: Record<string, Change>) => void, tasks = 1) {
    this.#engine = engine;
    this.#clock = clock;
    this.#changed = changed;
    this.#tasks = tasks;
  }

  /** What is stored, as a plain object. */
  get contents(): Values {
    return Object.fromEntries([...this.#values].map(([key, value]) => [key, this.#copy(value)]));
  }

  clearNow(): void {
    this.#values.clear();
  }

  get(keys?: null | string | readonly string[] | Values): Promise<Values> {
    return this.#later(() => {
      if (keys === null || keys === undefined) return this.contents;
      const defaults: Values = typeof keys === 'string' ? { [keys]: undefined } : Array.isArray(keys) ? Object.fromEntries(keys.map((key) => [key, undefined])) : this.#copy(keys) as Values;
      const found: Values = {};
      for (const [key, fallback] of Object.entries(defaults)) {
        const value = this.#values.has(key) ? this.#copy(this.#values.get(key)) : fallback;
        if (value !== undefined) found[key] = value;
      }
      return found;
    });
  }

  set(items: Values): Promise<void> {
    // The copy is made when the call is made.
    const copies = Object.entries(items).map(([key, value]) => [key, this.#copy(value)] as const).filter(([, value]) => value !== undefined || this.#engine === 'firefox');
    return this.#later(() => {
      const changes: Record<string, Change> = {};
      for (const [key, newValue] of copies) {
        const oldValue = this.#values.get(key);
        if (JSON.stringify(oldValue) !== JSON.stringify(newValue)) changes[key] = { ...(this.#values.has(key) ? { oldValue } : {}), newValue };
        this.#values.set(key, newValue);
      }
      if (Object.keys(changes).length > 0) this.#changed(changes);
    });
  }

  remove(keys: string | readonly string[]): Promise<void> {
    return this.#later(() => {
      const changes: Record<string, Change> = {};
      for (const key of typeof keys === 'string' ? [keys] : keys) {
        if (this.#values.has(key)) changes[key] = { oldValue: this.#values.get(key) };
        this.#values.delete(key);
      }
      if (Object.keys(changes).length > 0) this.#changed(changes);
    });
  }

  clear(): Promise<void> {
    return this.remove([...this.#values.keys()]);
  }

  #later<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const answer = (): void => {
        try {
          resolve(work());
        } catch (error) {
          reject(error as Error);
        }
      };
      const wait = (tasks: number): void => void this.#clock.after(0, tasks === 1 ? answer : () => wait(tasks - 1));
      wait(this.#tasks);
    });
  }

  #copy(value: unknown): unknown {
    const copied = copy(this.#engine, value);
    return this.#engine === 'chrome' ? sorted(copied) : copied;
  }
}

/** Chrome's storage keeps the members of objects in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]));
}

/** A value as it arrives on the other side of storage, or of a message. */
export function copy(engine: Engine, value: unknown): unknown {
  if (engine === 'firefox') return value === undefined ? undefined : deserialize(serialize(value)) as unknown;
  if (typeof value === 'bigint') throw new TypeError('Could not serialize message.');
  const text = JSON.stringify(value, (_key, inner: unknown) => (isOpaque(inner) ? {} : inner));
  return text === undefined ? undefined : JSON.parse(text) as unknown;
}

/** What Chrome keeps as an empty object. Dates are asked before their toJSON. */
function isOpaque(value: unknown): boolean {
  return /^\[object (Map|Set|RegExp|WeakMap|WeakSet|Promise)\]$/.test(Object.prototype.toString.call(value));
}
