import { build } from 'esbuild';
import { dirname, join } from 'node:path/posix';
import { Background, type Source } from './background.ts';
import { Browser, type BrowserOptions, type Effect } from './browser.ts';
import { microtasks } from './clock.ts';

/** One thing that happens to an extension. */
export type Stimulus =
  | { readonly send: unknown }
  | { readonly event: string; readonly args: readonly unknown[] }
  /** A click on the menu item of this number, counted among those that can be clicked. */
  | { readonly menu: number }
  /** Some event that the background listens to, but does nothing about. */
  | { readonly wake: true }
  /** A page of the extension stores something. */
  | { readonly store: object }
  /** A page of the extension writes to `localStorage`, and copies that for a background that has none; null takes an item away. */
  | { readonly items: Readonly<Record<string, string | null>> }
  /** Several things before the background had time to answer the first. */
  | { readonly together: readonly Stimulus[] }
  /** Milliseconds that pass. */
  | { readonly wait: number };

/** What could be noticed of a run: for each stimulus its answer and the effects until all is quiet again. */
export interface Observation {
  readonly answer: unknown;
  readonly effects: readonly Effect[];
}

export interface Observed {
  readonly steps: readonly Observation[];
  readonly menus: readonly unknown[];
  readonly badges: readonly (readonly [string, string])[];
  readonly alarms: readonly unknown[];
  readonly rules: readonly unknown[];
  readonly local: object;
  /** What `localStorage` holds. */
  readonly items: object;
}

/** When an idle background is unloaded: never, before every stimulus, or where a function says so. */
export type Unloading = 'never' | 'always' | ((step: number) => boolean);

/** The files of an extension's background, ready to run in a simulated browser. */
export type Files = Readonly<Record<string, string>>;

/** The scripts of a background: classic ones as they are, modules bundled into one. Nothing is executed. */
export async function sourcesOf(files: Files, listed: readonly string[], modules = false): Promise<Source[]> {
  if (!modules) return listed.map((path) => ({ path, text: files[path]! }));
  const entry = listed.map((path) => `import ${JSON.stringify(`./${path}`)};`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: '/', sourcefile: 'entry.js' }, bundle: true, write: false, format: 'iife', logLevel: 'silent',
    plugins: [{
      name: 'memory',
      setup(builder) {
        builder.onResolve({ filter: /.*/ }, ({ path, importer }) => {
          const base = join(importer === 'entry.js' || importer === '<stdin>' ? '' : dirname(importer), path).replace(/^\//, '');
          const found = [base, `${base}.ts`, `${base}.js`, base.replace(/\.js$/, '.ts'), `${base}/index.ts`, `${base}/index.js`].find((name) => name in files);
          return found === undefined ? { errors: [{ text: `no ${base}` }] } : { path: found, namespace: 'memory' };
        });
        builder.onLoad({ filter: /.*/, namespace: 'memory' }, ({ path }) => ({ contents: files[path]!, loader: path.endsWith('.ts') ? 'ts' : 'js' }));
      },
    }],
  });
  return [{ path: 'bundle.js', text: outputFiles[0]!.text }];
}

/** Runs a background through some stimuli and notes what could be noticed. `stored` is in storage before it starts. */
export async function observe(sources: readonly Source[], stimuli: readonly Stimulus[], unloading: Unloading, options: BrowserOptions & { readonly stored?: object } = {}): Promise<Observed> {
  const browser = new Browser(options);
  if (options.stored) for (const area of [browser.local, browser.sync]) void area.set({ ...options.stored });
  await browser.clock.settle();
  const background = new Background(browser, sources);
  await background.start();
  await background.event('runtime.onInstalled', { reason: 'install' });
  const steps: Observation[] = [];
  // Nobody sees that a button is given the look that it has, or a setting its value.
  const shown = new Map<string, string>();
  const isNews = ([name, ...args]: Effect): boolean => {
    if (!/^(action|browserAction|pageAction|idle)\.set/.test(String(name))) return true;
    const tabId = (args[0] as { tabId?: number } | undefined)?.tabId;
    const key = `${String(name)} ${tabId ?? ''}`;
    const before = shown.get(key);
    shown.set(key, JSON.stringify(args));
    return before !== shown.get(key);
  };
  const take = (): Effect[] => browser.effects.splice(0).filter(isNews);
  take();
  for (const [step, stimulus] of stimuli.entries()) {
    if ((unloading === 'always' || (typeof unloading === 'function' && unloading(step))) && isIdle(browser)) background.unload();
    const answer = await apply(background, stimulus, unloading !== 'never');
    steps.push({ answer, effects: take() });
  }
  return { steps, menus: browser.visibleMenus, badges: [...browser.badges].sort(), alarms: [...browser.alarms.values()].map(({ task: _task, ...alarm }) => alarm), rules: [...browser.rules], local: browser.local.contents, items: Object.fromEntries(browser.items) };
}

/** Milliseconds without anything to do after which a background is unloaded. */
const IDLE = 30_000;

/** Whether nothing comes due before the browser unloads the background. */
function isIdle({ clock }: Browser): boolean {
  return clock.next === undefined || clock.next > clock.now + IDLE;
}

/** Lets something happen, and waits until all is quiet again. */
async function apply(background: Background, stimulus: Stimulus, unloads: boolean): Promise<unknown> {
  if ('send' in stimulus) return background.send(stimulus.send);
  if ('wake' in stimulus) {
    await background.wake();
    await background.browser.clock.settle();
    return undefined;
  }
  if ('menu' in stimulus) {
    const tab = { id: 1, windowId: 1, url: 'https://a.example/' };
    const menuItemId = background.browser.clickMenu(stimulus.menu, tab);
    if (menuItemId === undefined) return undefined;
    // Firefox has two names for one event.
    for (const event of ['contextMenus.onClicked', 'menus.onClicked']) await background.event(event, { menuItemId, pageUrl: tab.url }, tab);
    return undefined;
  }
  if ('store' in stimulus) {
    void background.browser.local.set({ ...stimulus.store });
    await background.browser.clock.settle();
    return undefined;
  }
  if ('items' in stimulus) {
    const { items, local, clock } = background.browser;
    for (const [key, value] of Object.entries(stimulus.items)) {
      if (value === null) items.delete(key);
      else items.set(key, value);
    }
    void local.set({ pageItems: Object.fromEntries(items) });
    await clock.settle();
    return undefined;
  }
  if ('wait' in stimulus) return passTime(background, stimulus.wait, unloads);
  if ('together' in stimulus) {
    if (!background.running) await background.wake();
    // Each is a task of its own, with its microtasks, before storage has answered any.
    const release = background.browser.clock.hold();
    const answers: Promise<unknown>[] = [];
    for (const one of stimulus.together) {
      answers.push(apply(background, one, unloads));
      await microtasks();
    }
    release();
    return Promise.all(answers);
  }
  return background.event(stimulus.event, ...stimulus.args);
}

/**
 * Lets time pass, in milliseconds; a background that may be unloaded is unloaded when it is idle.
 * @returns when something could be noticed, in milliseconds from then on
 */
async function passTime(background: Background, duration: number, unloads: boolean): Promise<number[] | undefined> {
  const { clock, effects } = background.browser;
  const begin = clock.now;
  const end = begin + duration;
  const times: number[] = [];
  let known = effects.length;
  while (clock.now < end) {
    const { next } = clock;
    if (unloads && isIdle(background.browser)) background.unload();
    await clock.advance(Math.min(end, next === undefined ? end : Math.max(next, clock.now + 1)) - clock.now);
    if (effects.length > known) times.push(clock.now - begin);
    known = effects.length;
  }
  return times.length > 0 ? times : undefined;
}
