import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import asyncStartUp from '../transforms/async-start-up.ts';
import eventOrder from '../transforms/event-order.ts';
import globalState from '../transforms/global-state.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import { observe, sourcesOf, type Files, type Observed, type Stimulus } from './simulation/equivalence.ts';
import { sequencesOf, storedOf } from './simulation/stimuli.ts';
import { extensionOf, FIXTURES, readFolder } from './support.ts';

/*
 * Every rewrite of state runs in a simulated browser: what can be noticed of the migrated background, unloaded before every event or at any
 * idle point, is what can be noticed of the original, which is never unloaded.
 */

interface Pair {
  readonly name: string;
  readonly before: Files;
  readonly after: Files;
  /** Whether it takes numbers from storage, and a change of them shows at the next wake already. */
  readonly hasPeriods: boolean;
  /** Whether the findings say that something goes on being lost. */
  readonly losesState: boolean;
}

function pairsOf(id: string): Pair[] {
  const folder = join(FIXTURES, id);
  return readdirSync(folder).flatMap((file): Pair[] => {
    const name = /^(.*)\.input(\.js)?$/.exec(file)?.[1];
    const findings = name === undefined ? '' : readFileSync(join(folder, `${name}.findings.txt`), 'utf8');
    // What is reported goes on being wrong: what is not loaded yet, what stays late, and what each wake repeats. Elsewhere: the simulated browser has nothing of what is waited for.
    if (name === undefined || /^(stays|elsewhere)-/.test(name) || /\/not-loaded-yet|\/awaited-briefly|at the start-up runs at every wake/.test(findings)) return [];
    const hasPeriods = /\/alarm-of-settings|\/alarm-settled|\/kept-by-setting/.test(findings);
    const losesState = name.startsWith('unstored-') || findings.includes('global-state/mark');
    if (file.endsWith('.js')) {
      const output = join(folder, `${name}.output.js`);
      if (!existsSync(output)) return [];
      return [{ name, before: { 'background.js': readFileSync(join(folder, file), 'utf8') }, after: { 'background.js': readFileSync(output, 'utf8') }, hasPeriods, losesState }];
    }
    const output = join(folder, `${name}.output`);
    if (!existsSync(output)) return [];
    const before = readFolder(join(folder, file));
    return [{ name, before, after: { ...before, ...readFolder(output) }, hasPeriods, losesState }];
  });
}

/** The scripts of a background, in their order, and whether they are modules. */
function backgroundOf(files: Files): { readonly listed: readonly string[]; readonly modules: boolean } {
  const { background } = JSON.parse(files['manifest.json'] ?? '{"background":{"scripts":["background.js"]}}') as { background: { scripts?: string[]; page?: string; type?: string } };
  const page = (background.page !== undefined && files[background.page]) || '';
  const listed = background.scripts ?? (page === '' ? ['background.js'] : [...page.matchAll(/\bsrc="([^"]+)"/g)].map(([, path]) => path!));
  return { listed, modules: background.type === 'module' || page.includes('type="module"') };
}

/** Waiting, and nothing that changes a setting. */
const calm: fc.Arbitrary<Stimulus> = fc.oneof(fc.constant<Stimulus>({ wake: true }), fc.constantFrom<Stimulus>({ wait: 45_000 }, { wait: 70_000 }, { wait: 310_000 }));

/** What `localStorage` holds, or what takes its place in `storage.local` under the name that the migrated background has for it. */
function withItems(observed: Observed, name: string | undefined): Observed {
  const { [name ?? '']: items, pageItems: _copied, ...local } = observed.local as Record<string, object | undefined>;
  return { ...observed, local, items: { ...observed.items, ...(name === 'pageItems' ? {} : items) } };
}

function withoutDuplicates(observed: Observed) {
  const isDuplicate = ([, words]: readonly unknown[]) => String(words).startsWith('duplicate menu id');
  const steps = observed.steps.map((step) => ({ ...step, effects: step.effects.filter((effect) => !isDuplicate(effect)) }));
  return { observed: { ...observed, steps }, duplicates: observed.steps.flatMap(({ effects }) => effects.filter(isDuplicate)).length };
}

describe.each(['global-state', 'async-start-up', 'late-listeners', 'menus', 'timers', 'start-up-effects', 'local-storage'])('%s', (id) => {
  const pairs = pairsOf(id);
  // Only what `local-storage` migrates has a `localStorage` to begin with: what others leave there throws in a worker.
  // An alarm that takes the place of a timer is none that the extension had.
  const run = async (...[sources, stimuli, unloading, options]: Parameters<typeof observe>): Promise<Observed> => {
    const observed = await observe(sources, stimuli, unloading, { ...options, worker: id !== 'local-storage' || options?.persistent !== true });
    if (id === 'local-storage') return withItems(observed, sources.flatMap(({ text }) => /(\w+)Loaded = /.exec(text)?.[1] ?? [])[0]);
    return id === 'timers' ? { ...observed, alarms: [] } : observed;
  };
  // That a menu item is there already is logged where items are created again: at times of the original, and never more often of the migrated one.
  const expectSame = (migrated: Observed, original: Observed) => {
    const [seen, expected] = [withoutDuplicates(migrated), withoutDuplicates(original)];
    expect(seen.observed).toEqual(expected.observed);
    expect(seen.duplicates).toBeLessThanOrEqual(expected.duplicates);
  };

  it('has rewrites to run', () => expect(pairs.length).toBeGreaterThan(0));

  it.each(pairs.map((pair) => [pair.name, pair] as const))('keeps %s right through unloads', async (_, { before, after, hasPeriods, losesState }) => {
    const { listed, modules } = backgroundOf(before);
    const [original, migrated] = await Promise.all([sourcesOf(before, listed, modules), sourcesOf(after, listed, modules)]);
    const sequences = hasPeriods ? fc.array(calm, { minLength: 1, maxLength: 12 }) : sequencesOf(before, { minLength: 1, maxLength: 12 });
    await fc.assert(fc.asyncProperty(sequences, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), storedOf(before, hasPeriods), async (stimuli, idle, stored) => {
      const expected = await run(original, stimuli, 'never', { stored, persistent: true });
      expectSame(await run(migrated, stimuli, 'never', { stored }), expected);
      if (losesState) return;
      expectSame(await run(migrated, stimuli, 'always', { stored }), expected);
      expectSame(await run(migrated, stimuli, (step) => idle[step] === true, { stored }), expected);
    }), { numRuns: 25, seed: 7 });
    const wakes = Array.from({ length: 10 }, (): Stimulus => ({ wake: true }));
    expectSame(await run(migrated, wakes, 'always'), await run(original, wakes, 'never', { persistent: true }));
  });
});

/** Backgrounds whose listeners need what is stored in two areas, or share something with others that need only one. */
const TOGETHER = {
  'settings and state in one listener, state alone in others': `
let options = { enabled: true };
let count = 0;
chrome.storage.sync.get({ enabled: true }, (items) => {
  options = items;
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'get') {
    sendResponse(count);
  } else if (message === 'hit' && options.enabled) {
    count += 10;
  }
});
chrome.tabs.onCreated.addListener(() => {
  if (options.enabled) {
    count++;
  }
});
chrome.tabs.onRemoved.addListener(() => {
  count = 0;
});`,
  'state changed by a helper that asks a setting': `
let settings = { limit: 2 };
let opened = [];
async function init() {
  settings = await chrome.storage.local.get({ limit: 2 });
}
init();
function remember(id) {
  if (opened.length < settings.limit) opened.push(id);
}
chrome.tabs.onCreated.addListener((tab) => remember(tab.id));
chrome.tabs.onRemoved.addListener((id) => {
  opened = opened.filter((one) => one !== id);
  chrome.action.setBadgeText({ text: String(opened.length) });
});
chrome.action.onClicked.addListener(() => {
  chrome.tabs.remove(opened);
});`,
  'two settings that are loaded apart': `
let rules = [];
let sound = false;
let played = '';
chrome.storage.local.get('rules').then(({ rules: saved }) => {
  rules = saved || [];
});
chrome.storage.sync.get('sound').then(({ sound: saved }) => {
  sound = saved === true;
});
chrome.tabs.onUpdated.addListener((id, change, tab) => {
  if (rules.length > 0) played = \`\${id}\`;
});
chrome.tabs.onActivated.addListener(({ tabId }) => {
  if (sound) played = '';
  console.log(played);
});`,
};

describe('what waits for several promises', () => {
  it.each(Object.entries(TOGETHER))('keeps the order of events: %s', async (_, text) => {
    const before = { 'background.js': text };
    const { extension, findings } = migrate(extensionOf(before), [asyncStartUp, globalState]);
    expect(findings.map(({ message }) => message).sort()).toEqual(expect.not.arrayContaining(['state', 'not-loaded-yet']));
    const after = { 'background.js': extension.files.get('background.js')!.text };
    const [original, migrated] = await Promise.all([before, after].map((files) => sourcesOf(files, ['background.js'])));
    await fc.assert(fc.asyncProperty(sequencesOf(before, { minLength: 2, maxLength: 8 }), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.constantFrom('local', 'session', 'sync'), async (stimuli, idle, slow) => {
      const expected = await observe(original!, stimuli, 'never', { persistent: true, slow });
      for (const unloading of ['never', 'always', (step: number) => idle[step] === true] as const) expect(await observe(migrated!, stimuli, unloading, { slow })).toEqual(expected);
    }), { numRuns: 80, seed: 7 });
  });
});

/** Two events that come together, what the later one does, and how it reads with the wait that the report advises; none where nothing is to be reported. */
const OVERTAKING: Readonly<Record<string, readonly [text: string, together: readonly Stimulus[], waiting: readonly [from: string, to: string] | undefined]>> = {
  'a badge that is cleared': [`
let unread = 0;
function show(text) {
  chrome.action.setBadgeText({ text });
}
chrome.tabs.onCreated.addListener(() => {
  unread++;
  show(String(unread));
});
chrome.tabs.onActivated.addListener(() => {
  show('');
});`, [{ event: 'tabs.onCreated', args: [{ id: 1 }] }, { event: 'tabs.onActivated', args: [{ tabId: 1 }] }], ["() => {\n  show('')", "async () => {\n  await stateRestored;\n  show('')"]],
  'an item of storage': [`
let closed = 0;
chrome.tabs.onRemoved.addListener(() => {
  closed++;
  chrome.storage.local.set({ lastEvent: \`closed \${closed}\` });
});
chrome.tabs.onActivated.addListener(() => {
  chrome.storage.local.set({ lastEvent: 'activated' });
});`, [{ event: 'tabs.onRemoved', args: [1, {}] }, { event: 'tabs.onActivated', args: [{ tabId: 1 }] }], ["() => {\n  chrome.storage.local.set({ lastEvent: 'activated'", "async () => {\n  await stateRestored;\n  chrome.storage.local.set({ lastEvent: 'activated'"]],
  'an alarm that is cleared': [`
let closed = 0;
chrome.tabs.onRemoved.addListener(() => {
  closed++;
  chrome.alarms.create('forget', { delayInMinutes: closed });
});
chrome.tabs.onActivated.addListener(() => {
  chrome.alarms.clear('forget');
});`, [{ event: 'tabs.onRemoved', args: [1, {}] }, { event: 'tabs.onActivated', args: [{ tabId: 1 }] }], ["() => {\n  chrome.alarms.clear", "async () => {\n  await stateRestored;\n  chrome.alarms.clear"]],
  'another item, and the badge of one tab': [`
let closed = 0;
chrome.tabs.onRemoved.addListener(() => {
  closed++;
  chrome.storage.local.set({ lastClosed: closed });
  chrome.action.setBadgeText({ text: String(closed) });
});
chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.storage.local.set({ lastEvent: 'activated' });
  chrome.action.setBadgeText({ tabId, text: '' });
});`, [{ event: 'tabs.onRemoved', args: [1, {}] }, { event: 'tabs.onActivated', args: [{ tabId: 2 }] }], undefined],
  'a badge behind a question': [`
let closed = 0;
chrome.tabs.onRemoved.addListener(() => {
  closed++;
  chrome.action.setBadgeText({ text: String(closed) });
});
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  const { names } = await chrome.storage.sync.get({ names: [] });
  chrome.action.setBadgeText({ text: names[tabId] || '' });
});`, [{ event: 'tabs.onRemoved', args: [1, {}] }, { event: 'tabs.onActivated', args: [{ tabId: 2 }] }], undefined],
};

describe('what does not wait', () => {
  it.each(Object.entries(OVERTAKING))('comes too early where that is reported, and only there: %s', async (_, [text, together, waiting]) => {
    const migrated = migrate(extensionOf({ 'background.js': text }), [asyncStartUp, globalState]).extension.files.get('background.js')!.text;
    const reportedIn = (code: string): readonly string[] => migrate(extensionOf({ 'background.js': code }), [eventOrder]).findings.map(({ message }) => message);
    const leftBy = async (code: string, unloading: 'never' | 'always'): Promise<unknown> => {
      const { badges, alarms, local } = await observe(await sourcesOf({ 'background.js': code }, ['background.js']), [{ together }], unloading);
      return { badges, alarms, local };
    };
    const expected = await leftBy(text, 'never');
    expect(reportedIn(migrated)).toEqual(waiting === undefined ? [] : ['overtakes']);
    if (waiting === undefined) return expect(await leftBy(migrated, 'always')).toEqual(expected);
    expect(await leftBy(migrated, 'always')).not.toEqual(expected);
    const mended = migrated.replace(...waiting);
    expect(reportedIn(mended)).toEqual([]);
    expect(await leftBy(mended, 'always')).toEqual(expected);
  });
});
