/** A task that waits for its time. */
interface Task {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * Time and the event loop of a simulated browser. Nothing runs by itself: {@link settle} runs what is due now,
 * {@link advance} lets time pass. Microtasks run after every task, as in a browser.
 */
export class Clock {
  now = Date.UTC(2025, 0, 1);
  #tasks = new Map<number, Task>();
  #count = 0;
  #settled = Promise.resolve();

  /** Runs a function after some milliseconds, at the earliest in the next task. Returns an id for {@link cancel}. */
  after(milliseconds: number, run: () => void): number {
    const order = ++this.#count;
    this.#tasks.set(order, { due: this.now + Math.max(0, milliseconds), order, run });
    return order;
  }

  cancel(id: number): void {
    this.#tasks.delete(id);
  }

  /** When the next task is due; undefined when there is none. */
  get next(): number | undefined {
    return this.#first()?.due;
  }

  /** Keeps tasks from running until the function that it returns is called. */
  hold(): () => void {
    let release!: () => void;
    this.#settled = this.#settled.then(() => new Promise((resolve) => (release = resolve)));
    return () => release();
  }

  /** Runs the tasks that are due, and what they start, until nothing is left to do now. */
  settle(): Promise<void> {
    this.#settled = this.#settled.then(() => this.#run());
    return this.#settled;
  }

  async #run(): Promise<void> {
    await microtasks();
    for (let task = this.#first(); task !== undefined && task.due <= this.now; task = this.#first()) {
      this.#tasks.delete(task.order);
      task.run();
      await microtasks();
    }
  }

  /** Lets time pass, running what comes due on the way. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    await this.settle();
    for (let task = this.#first(); task !== undefined && task.due <= end; task = this.#first()) {
      this.now = task.due;
      await this.settle();
    }
    this.now = end;
  }

  #first(): Task | undefined {
    let first: Task | undefined;
    for (const task of this.#tasks.values()) if (first === undefined || task.due < first.due || (task.due === first.due && task.order < first.order)) first = task;
    return first;
  }
}

/** Lets all microtasks run, in every context of this process. */
export function microtasks(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
