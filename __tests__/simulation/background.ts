import { createContext, runInContext, Script as VmScript } from 'node:vm';
import { isPromise } from 'node:util/types';
import { Browser, type Listeners } from './browser.ts';
import { microtasks } from './clock.ts';
import { localStorageOf } from './local-storage.ts';
import { copy } from './storage.ts';

/** The scripts of a background in their order; all classic (modules are bundled before). */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A message and what became of it; without an answer, its sender waits. */
export interface Exchange {
  answer: { readonly value: unknown } | undefined;
}

/**
 * A background in a simulated browser. It can be unloaded at any time, and is started again by the next event for which the
 * last run registered a listener in its first turn.
 */
export class Background {
  readonly browser: Browser;
  readonly #sources: readonly VmScript[];
  #run: Run | undefined;
  /** The events that start an unloaded background. */
  #wakes = new Set<string>();

  constructor(browser: Browser, sources: readonly Source[]) {
    this.browser = browser;
    this.#sources = sources.map(({ path, text }) => new VmScript(text, { filename: path }));
    browser.fire = (event, ...args) => void browser.clock.after(0, () => void this.dispatch(event, ...args));
  }

  get running(): boolean {
    return this.#run !== undefined;
  }

  /** Starts the background and lets its first turn, microtasks included, run to its end. */
  async start(): Promise<void> {
    const run = new Run(this.browser);
    this.#run = run;
    for (const source of this.#sources) run.evaluate(source);
    await microtasks();
    // A page has loaded in a later task.
    this.browser.clock.after(0, () => run.load());
    this.#wakes = new Set([...run.listeners].filter(([, own]) => own.size > 0).map(([event]) => event));
  }

  /** Starts an unloaded background, as an event does that it is registered for. */
  async wake(): Promise<void> {
    if (this.#run === undefined && this.#wakes.size > 0) await this.start();
  }

  /** As the browser does with an idle background: its variables, timers and promises are gone. */
  unload(): void {
    this.#run?.end();
    this.#run = undefined;
  }

  /** Delivers an event; starts the background for it where the last run registered for it. Returns what the listeners returned. */
  async dispatch(event: string, ...args: unknown[]): Promise<unknown[]> {
    const run = await this.#awake(event);
    return [...(run?.listeners.get(event) ?? [])].map((listener) => this.browser.run(() => listener(...args)));
  }

  /** The run that hears an event, started for it if it has to be. */
  async #awake(event: string): Promise<Run | undefined> {
    if (this.#run === undefined && this.#wakes.has(event)) await this.start();
    return this.#run;
  }

  /** Sends a message as a page does, and waits until nothing is left to do now. Answers what the page gets; undefined where nobody answers. */
  async send(message: unknown, sender: object = { id: 'simulated', url: 'chrome-extension://simulated/popup.html' }): Promise<unknown> {
    const exchange = await this.exchange('runtime.onMessage', message, sender);
    return exchange.answer?.value;
  }

  /** Delivers a message, and waits until nothing is left to do now: what the sender got, and whether it goes on waiting, may change as time passes. */
  async exchange(event: string, message: unknown, sender: object): Promise<Exchange> {
    const { engine, clock, promiseAnswers } = this.browser;
    const exchange: Exchange = { answer: undefined };
    const answer = (value: unknown): void => {
      exchange.answer ??= { value: copy(engine, value) ?? (engine === 'chrome' ? null : undefined) };
    };
    const run = await this.#awake(event);
    const returned: unknown[] = [];
    for (const listener of run?.listeners.get(event) ?? []) {
      // Firefox takes the promise of a listener for its answer, whatever it calls.
      let isPromised = engine === 'firefox';
      const said: unknown[] = [];
      const result = this.browser.run(() => listener(copy(engine, message), sender, (value: unknown) => (isPromised ? void said.push(value) : answer(value))));
      isPromised &&= isPromise(result);
      if (!isPromised) said.forEach(answer);
      returned.push(result);
    }
    const promises = promiseAnswers ? returned.filter(isPromise) : [];
    for (const promise of promises) promise.then(answer, (error: Error) => (exchange.answer ??= { value: `rejected: ${error.message}` }));
    // Nobody keeps the channel open: what comes later is not heard.
    if (!returned.includes(true) && promises.length === 0) exchange.answer ??= { value: undefined };
    await clock.settle();
    return exchange;
  }

  /** Fires an event and waits until nothing is left to do now. */
  async event(event: string, ...args: unknown[]): Promise<void> {
    const { browser } = this;
    // Some events are answered by callbacks, of which the last is for errors.
    const byCallback = /^(fileSystemProvider|printerProvider|certificateProvider)\.|^webRequest\.onAuthRequired$/.test(event);
    const answering = (name: string) => (...given: unknown[]): void => void browser.effects.push([`${event} ${name}`, ...given.map((one) => copy(browser.engine, one))]);
    const returned = await this.dispatch(event, ...args, ...(byCallback ? [answering('answer'), answering('error')] : []));
    if (/^(webRequest\.on(BeforeRequest|BeforeSendHeaders|HeadersReceived|AuthRequired)$|proxy\.)/.test(event)) {
      // Whoever was given a callback may return nothing.
      const note = (value: unknown): void => void (byCallback && value === undefined ? undefined : browser.effects.push([`${event} answer`, copy(browser.engine, value)]));
      for (const value of returned) {
        if (isPromise(value)) value.then(note, () => note(undefined));
        else note(value);
      }
    }
    await browser.clock.settle();
  }
}

/** One life of a background, from its start to its unload. */
class Run {
  readonly listeners: Listeners = new Map();
  readonly #browser: Browser;
  readonly #context: object;
  readonly #timers = new Set<number>();
  readonly #pageListeners = new Map<string, readonly (() => unknown)[]>();
  #alive = true;

  constructor(browser: Browser) {
    this.#browser = browser;
    const alive = (): boolean => this.#alive;
    const { clock, effects } = browser;
    const timer = (repeat: boolean) => (callback: (...args: unknown[]) => void, delay = 0, ...args: unknown[]): number => {
      const step = Math.max(repeat ? 1 : 0, Number(delay) || 0);
      let id = 0;
      const arm = (): number => clock.after(step, () => {
        this.#timers.delete(id);
        if (!this.#alive) return;
        if (repeat) current.set(first, (id = arm()));
        browser.run(() => callback(...args));
      });
      const first = (id = arm());
      current.set(first, first);
      this.#timers.add(first);
      return first;
    };
    const current = new Map<number, number>();
    const clear = (id: number): void => {
      clock.cancel(current.get(id) ?? id);
      current.delete(id);
    };
    const log = (...args: unknown[]): void => void effects.push(['console', ...args.map((arg) => (typeof arg === 'object' && arg !== null ? JSON.parse(JSON.stringify(arg)) as unknown : arg))]);
    // A promise of another global object would be awaited for longer.
    let promiseOf = Promise;
    const global: Record<string, unknown> = {
      console: { log, info: log, warn: log, error: log, debug: log },
      navigator: { onLine: true, userAgent: 'simulation', locks: { request: async (_name: string, run: () => unknown) => run() } },
      setTimeout: timer(false), setInterval: timer(true), clearTimeout: clear, clearInterval: clear,
      chrome: browser.api(this.listeners, alive, 'chrome', () => promiseOf), browser: browser.api(this.listeners, alive, 'browser', () => promiseOf),
      fetch: (url: string) => {
        // Nobody sees the extension read a file of its own.
        const isOwn = url.startsWith('chrome-extension:');
        if (!isOwn) effects.push(['fetch', url]);
        return new Promise((resolve) => clock.after(0, () => alive() && resolve({ ok: true, status: 200, json: () => Promise.resolve(isOwn ? ['https://a.example/'] : {}), text: () => Promise.resolve('') })));
      },
      // The page of the original; what is migrated has to do without it.
      addEventListener: (type: string, handler: () => unknown) => this.#listen(type, handler),
      document: { addEventListener: (type: string, handler: () => unknown) => this.#listen(type, handler) },
      $: (handler: unknown) => (typeof handler === 'function' ? this.#listen('DOMContentLoaded', handler as () => unknown) : { ready: (own: () => unknown) => this.#listen('DOMContentLoaded', own) }),
      // As WXT builds it.
      defineBackground: (given: (() => unknown) | { main(): unknown }) => (typeof given === 'function' ? given() : given.main()),
      structuredClone, crypto, URL, TextEncoder, TextDecoder, queueMicrotask,
    };
    if (!browser.worker) global['localStorage'] = localStorageOf(browser.items);
    global['self'] = global;
    global['window'] = global;
    this.#context = createContext(global);
    promiseOf = runInContext('Promise', this.#context) as PromiseConstructor;
    const replaceDate = runInContext('(now) => { Date = class extends Date { constructor(...args) { if (args.length === 0) super(now()); else super(...args); } static now() { return now(); } }; }', this.#context) as (now: () => number) => void;
    replaceDate(() => clock.now);
    runInContext('globalThis.self = globalThis; globalThis.window = globalThis;', this.#context);
  }

  /** What a background page does when it has loaded: DOMContentLoaded, jQuery's ready, load. */
  load(): void {
    if (!this.#alive) return;
    const { onload } = this.#context as { readonly onload?: unknown };
    const handlers = [...(this.#pageListeners.get('DOMContentLoaded') ?? []), ...(this.#pageListeners.get('load') ?? []), ...(typeof onload === 'function' ? [onload as () => unknown] : [])];
    for (const handler of handlers) this.#browser.run(() => handler());
  }

  #listen(type: string, handler: () => unknown): void {
    this.#pageListeners.set(type, [...(this.#pageListeners.get(type) ?? []), handler]);
  }

  evaluate(script: VmScript): void {
    this.#browser.run(() => script.runInContext(this.#context));
  }

  end(): void {
    this.#alive = false;
    for (const id of this.#timers) this.#browser.clock.cancel(id);
    this.listeners.clear();
  }
}
