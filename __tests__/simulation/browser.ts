import { isPromise } from 'node:util/types';
import { Clock } from './clock.ts';
import { copy, StorageArea, type Engine, type Values } from './storage.ts';

/** Something that an extension did and that its user, its pages or its server could notice. */
export type Effect = readonly [api: string, ...args: readonly unknown[]];

type Listener = (...args: unknown[]) => unknown;

interface Alarm {
  readonly name: string;
  readonly periodInMinutes?: number;
  scheduledTime: number;
  task: number;
}

interface MenuItem extends Values {
  readonly id: string | number;
}

export interface BrowserOptions {
  readonly engine?: Engine;
  /** 2 gives `chrome.*` of Firefox no promises. */
  readonly manifestVersion?: 2 | 3;
  /** Whether the background is never unloaded: only then menu items may have an `onclick`, or no id. */
  readonly persistent?: boolean;
  /** Whether the background is a worker, which has no `localStorage`. */
  readonly worker?: boolean;
  /** The area of storage that takes longer than the others. */
  readonly slow?: 'local' | 'session' | 'sync';
  /** Whether a promise that a listener returns answers a message: not in Chrome before version 148. */
  readonly promiseAnswers?: boolean;
}

/** The listeners of one run of a background, by the event's path. */
export type Listeners = Map<string, Set<Listener>>;

/**
 * The browser around a simulated background: what outlives the background lives here. API functions that matter to state,
 * timers, menus and messages behave as the browsers do; every other one is noted and answers with nothing.
 */
export class Browser {
  readonly clock = new Clock();
  readonly engine: Engine;
  readonly manifestVersion: 2 | 3;
  readonly persistent: boolean;
  readonly promiseAnswers: boolean;
  readonly worker: boolean;
  readonly effects: Effect[] = [];
  readonly local: StorageArea;
  readonly session: StorageArea;
  readonly sync: StorageArea;
  readonly alarms = new Map<string, Alarm>();
  readonly menus = new Map<string | number, MenuItem>();
  readonly badges = new Map<string, string>();
  readonly tabs = new Map<number, Values>();
  /** What `localStorage` holds. */
  readonly items = new Map<string, string>();
  /** Declarative rules by their event. */
  readonly rules = new Map<string, unknown[]>();
  /** Called for each event that the browser itself fires; set by who runs the background. */
  fire: (event: string, ...args: unknown[]) => void = () => {};
  /** What `onclick` of menu items was given. */
  readonly #clicked = new Map<string | number, Listener>();
  #nextMenu = 1;
  /** Why the last item was not created. */
  #menuFault: string | undefined;
  #nextTab = 100;

  constructor({ engine = 'chrome', manifestVersion = 3, persistent = false, worker = false, slow, promiseAnswers = true }: BrowserOptions = {}) {
    this.promiseAnswers = promiseAnswers;
    this.persistent = persistent;
    this.worker = worker;
    this.engine = engine;
    this.manifestVersion = manifestVersion;
    const area = (name: string): StorageArea => new StorageArea(engine, this.clock, (changes) => {
      const copied = copy(engine, changes);
      this.fire('storage.onChanged', copied, name);
      this.fire(`storage.${name}.onChanged`, copied);
    }, name === slow ? 4 : 1);
    this.local = area('local');
    this.session = area('session');
    this.sync = area('sync');
  }

  /** The API as one run of the background sees it: its listeners are those of that run, its promises those of that run's global object. */
  api(listeners: Listeners, alive: () => boolean, root: 'chrome' | 'browser', promise: () => PromiseConstructor): object {
    const promises = root === 'browser' || this.manifestVersion === 3 || this.engine === 'chrome';
    const lastError: { value?: Error | undefined } = {};
    const call = (path: string, args: unknown[]): unknown => {
      const callback = typeof args.at(-1) === 'function' ? args.at(-1) as Listener : undefined;
      const given = callback === undefined ? args : args.slice(0, -1);
      let result: unknown;
      try {
        result = this.#perform(path, given, alive);
      } catch (error) {
        if (callback === undefined && !SYNCHRONOUS.has(path)) {
          const rejected = promise().reject(error as Error);
          // A browser only logs it when nobody looks.
          rejected.catch(() => {});
          return rejected;
        }
        throw error;
      }
      if (SYNCHRONOUS.has(path)) {
        const fault = this.#menuFault;
        this.#menuFault = undefined;
        if (fault !== undefined && callback === undefined) this.effects.push(['error', fault]);
        if (callback) this.clock.after(0, () => {
          if (!alive()) return;
          lastError.value = fault === undefined ? undefined : new Error(fault);
          callback();
          delete lastError.value;
        });
        return result;
      }
      // What a background that is gone asked for is answered to nobody.
      const answer = new (promise())((resolve, reject) => {
        const settle = (settleWith: () => void): void => {
          if (alive()) settleWith();
        };
        if (isPromise(result)) result.then((value) => settle(() => resolve(value)), (error: Error) => settle(() => reject(error)));
        else this.clock.after(0, () => settle(() => resolve(result)));
      });
      if (callback === undefined) return promises ? answer : void answer.catch(() => {});
      answer.then((value) => this.run(() => callback(value)), (error: Error) => {
        lastError.value = error;
        this.run(() => callback());
        delete lastError.value;
      });
      return undefined;
    };
    const node = (path: string): object => {
      const members = new Map<string, unknown>();
      return new Proxy(function () {}, {
        get: (_target, key) => {
          if (typeof key !== 'string') return undefined;
          const full = path === '' ? key : `${path}.${key}`;
          if (full === 'runtime.lastError') return lastError.value && { message: lastError.value.message };
          if (full === 'runtime.id') return 'simulated';
          if (/^tabs\.TAB_ID_NONE$|^windows\.WINDOW_ID_NONE$/.test(full)) return -1;
          if (path === '' && root === 'chrome' && this.engine === 'chrome' && key === 'menus') return undefined;
          if (!members.has(key)) members.set(key, /(^|\.)on[A-Z]\w*$/.test(full) ? this.#event(full, listeners) : node(full));
          return members.get(key);
        },
        has: () => true,
        apply: (_target, _self, args: unknown[]) => call(path, args),
        construct: () => ({}),
      });
    };
    return node('');
  }

  /** The menu as its user sees it, whatever the ids are. */
  get visibleMenus(): readonly unknown[] {
    return [...this.menus.values()].map(({ id: _id, parentId, ...item }) => ({ ...item, ...(parentId === undefined ? {} : { parent: this.menus.get(parentId as string)?.['title'] }) }));
  }

  /** The user clicks one of the menu items that can be clicked. Returns its id; nothing where there is none. */
  clickMenu(number: number, tab: object): string | number | undefined {
    const parents = new Set([...this.menus.values()].map(({ parentId }) => parentId));
    const items = [...this.menus.values()].filter(({ id, type }) => type !== 'separator' && !parents.has(id));
    const item = items[number % Math.max(1, items.length)];
    if (item === undefined) return undefined;
    const handler = this.#clicked.get(item.id);
    if (handler !== undefined) this.run(() => handler({ menuItemId: item.id, pageUrl: 'https://a.example/' }, tab));
    return item.id;
  }

  /** Runs a piece of the background's code; an exception ends that piece, at once or after it waited, and is noted. */
  run(code: () => unknown): unknown {
    const note = (error: unknown): void => void this.effects.push(['error', typeof error === 'object' && error !== null && 'message' in error ? error.message : String(error)]);
    try {
      const result = code();
      if (isPromise(result)) result.catch(note);
      return result;
    } catch (error) {
      note(error);
      return undefined;
    }
  }

  #event(path: string, listeners: Listeners): object {
    const own = (): Set<Listener> => {
      const set = listeners.get(path) ?? new Set<Listener>();
      listeners.set(path, set);
      return set;
    };
    return {
      addListener: (listener: Listener) => void own().add(listener),
      removeListener: (listener: Listener) => void own().delete(listener),
      hasListener: (listener: Listener) => own().has(listener),
      hasListeners: () => own().size > 0,
      addRules: (...args: unknown[]) => {
        this.effects.push([`${path}.addRules`, copy(this.engine, args[0])]);
        this.rules.set(path, [...(this.rules.get(path) ?? []), copy(this.engine, args[0])]);
      },
      removeRules: (_ids: unknown, done?: Listener) => {
        this.rules.delete(path);
        if (typeof done === 'function') this.clock.after(0, () => done());
      },
    };
  }

  #note(path: string, args: readonly unknown[]): void {
    this.effects.push([path, ...args.map((arg) => copy(this.engine, arg))]);
  }

  #perform(path: string, args: unknown[], alive: () => boolean): unknown {
    const [first, second] = args;
    const [, area, method] = /^storage\.(local|session|sync)\.(\w+)$/.exec(path) ?? [];
    if (area !== undefined && method !== undefined) return (this as unknown as Record<string, Record<string, (arg: unknown) => unknown>>)[area]![method]!(first);
    switch (path) {
      case 'alarms.create':
        this.#createAlarm(...(typeof first === 'string' ? [first, second as Values] : ['', first as Values]) as [string, Values]);
        return undefined;
      case 'alarms.get':
        return this.#alarm(String(first ?? ''));
      case 'alarms.getAll':
        return [...this.alarms.keys()].map((name) => this.#alarm(name));
      case 'alarms.clear':
        return this.#clearAlarm(String(first ?? ''));
      case 'alarms.clearAll':
        for (const name of [...this.alarms.keys()]) this.#clearAlarm(name);
        return true;
      case 'contextMenus.create':
      case 'menus.create': {
        const { onclick, ...item } = first as Values;
        if (!this.persistent && (typeof onclick === 'function' || item['id'] === undefined)) throw new Error('Extensions using event pages or Service Workers must pass an id parameter and no onclick');
        const id = (item['id'] ?? this.#nextMenu++) as string | number;
        const parent = item['parentId'] as string | number | undefined;
        if (this.menus.has(id) || (parent !== undefined && !this.menus.has(parent))) {
          this.#menuFault = this.menus.has(id) ? `duplicate menu id ${id}` : `no menu item ${parent!}`;
          return id;
        }
        this.menus.set(id, { ...item, id });
        if (typeof onclick === 'function') this.#clicked.set(id, onclick as Listener);
        return id;
      }
      case 'contextMenus.update':
      case 'menus.update': {
        const { onclick, ...changes } = second as Values;
        if (!this.persistent && typeof onclick === 'function') throw new Error('Extensions using event pages or Service Workers cannot pass an onclick');
        if (!this.menus.has(first as string)) throw new Error(`no menu item ${String(first)}`);
        this.menus.set(first as string, { ...this.menus.get(first as string), ...changes, id: first as string });
        if (typeof onclick === 'function') this.#clicked.set(first as string, onclick as Listener);
        return undefined;
      }
      case 'contextMenus.remove':
      case 'menus.remove':
        this.menus.delete(first as string);
        this.#clicked.delete(first as string);
        return undefined;
      case 'contextMenus.removeAll':
      case 'menus.removeAll':
        this.menus.clear();
        this.#clicked.clear();
        return undefined;
      case 'omnibox.setDefaultSuggestion':
        this.badges.set('omnibox', JSON.stringify(first));
        return undefined;
      case 'action.setBadgeText':
      case 'browserAction.setBadgeText': {
        const { text, tabId } = first as { text: string; tabId?: number };
        this.badges.set(String(tabId ?? ''), text);
        this.#note('action.setBadgeText', args);
        return undefined;
      }
      case 'action.getBadgeText':
      case 'browserAction.getBadgeText':
        return this.badges.get(String((first as { tabId?: number }).tabId ?? '')) ?? '';
      case 'tabs.query':
        return [...this.tabs.values()].map((tab) => copy(this.engine, tab));
      case 'tabs.get':
        if (!this.tabs.has(first as number)) throw new Error(`No tab with id: ${String(first)}.`);
        return copy(this.engine, this.tabs.get(first as number));
      case 'tabs.create': {
        const tab = { id: this.#nextTab++, active: true, ...(first as Values) };
        this.tabs.set(tab.id, tab);
        this.#note(path, args);
        return copy(this.engine, tab);
      }
      case 'runtime.getURL':
      case 'extension.getURL':
        return `chrome-extension://simulated/${String(first).replace(/^\//, '')}`;
      case 'runtime.getManifest':
        return { manifest_version: this.manifestVersion, name: 'simulated', version: '1' };
      case 'i18n.getMessage':
        return String(first);
      case 'runtime.getPlatformInfo':
        return { os: 'linux' };
      case 'storage.session.setAccessLevel':
        return undefined;
      default:
        void alive;
        this.#note(path.replace(/^browserAction\./, 'action.'), args);
        return undefined;
    }
  }

  #alarm(name: string): Values | undefined {
    const alarm = this.alarms.get(name);
    return alarm && { name, scheduledTime: alarm.scheduledTime, ...(alarm.periodInMinutes === undefined ? {} : { periodInMinutes: alarm.periodInMinutes }) };
  }

  #createAlarm(name: string, info: Values): void {
    this.#clearAlarm(name);
    const period = info['periodInMinutes'] as number | undefined;
    const delay = (info['delayInMinutes'] as number | undefined) ?? period ?? 0;
    const scheduledTime = (info['when'] as number | undefined) ?? this.clock.now + delay * 60_000;
    const alarm: Alarm = { name, scheduledTime, task: 0, ...(period === undefined ? {} : { periodInMinutes: period }) };
    const arm = (): void => {
      alarm.task = this.clock.after(alarm.scheduledTime - this.clock.now, () => {
        const fired = this.#alarm(name);
        if (period === undefined) this.alarms.delete(name);
        else {
          alarm.scheduledTime += period * 60_000;
          arm();
        }
        this.fire('alarms.onAlarm', fired);
      });
    };
    this.alarms.set(name, alarm);
    arm();
  }

  #clearAlarm(name: string): boolean {
    const alarm = this.alarms.get(name);
    if (alarm) this.clock.cancel(alarm.task);
    return this.alarms.delete(name);
  }
}

/** Functions that give their result at once; a callback of theirs only says that it is done. */
const SYNCHRONOUS = new Set(['contextMenus.create', 'menus.create', 'runtime.getURL', 'extension.getURL', 'runtime.getManifest', 'i18n.getMessage', 'runtime.connect']);
