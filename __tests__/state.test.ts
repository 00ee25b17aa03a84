import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { observe, sourcesOf, type Files, type Observed, type Stimulus } from './simulation/equivalence.ts';
import { FIXTURES, readFolder } from './support.ts';

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
}

function pairsOf(id: string): Pair[] {
  const folder = join(FIXTURES, id);
  return readdirSync(folder).flatMap((file): Pair[] => {
    const name = /^(.*)\.input(\.js)?$/.exec(file)?.[1];
    // What is reported goes on being wrong: what is not loaded yet, and what each wake repeats.
    const findings = name === undefined ? '' : readFileSync(join(folder, `${name}.findings.txt`), 'utf8');
    if (name === undefined || /\/not-loaded-yet|at the start-up runs at every wake/.test(findings)) return [];
    const hasPeriods = findings.includes('/alarm-of-settings');
    if (file.endsWith('.js')) {
      const output = join(folder, `${name}.output.js`);
      if (!existsSync(output)) return [];
      return [{ name, before: { 'background.js': readFileSync(join(folder, file), 'utf8') }, after: { 'background.js': readFileSync(output, 'utf8') }, hasPeriods }];
    }
    const output = join(folder, `${name}.output`);
    if (!existsSync(output)) return [];
    const before = readFolder(join(folder, file));
    return [{ name, before, after: { ...before, ...readFolder(output) }, hasPeriods }];
  });
}

/** The scripts of a background, in their order, and whether they are modules. */
function backgroundOf(files: Files): { readonly listed: readonly string[]; readonly modules: boolean } {
  const manifest = JSON.parse(files['manifest.json'] ?? '{"background":{"scripts":["background.js"]}}') as { background: { scripts?: string[]; page?: string; type?: string } };
  return { listed: manifest.background.scripts ?? ['background.js'], modules: manifest.background.type === 'module' };
}

const tab = fc.record({ id: fc.integer({ min: 1, max: 3 }), windowId: fc.constant(1), index: fc.constant(0), active: fc.boolean(), url: fc.constantFrom('https://a.example/', 'https://b.example/path') });
const tabId = fc.integer({ min: 1, max: 3 });

/** What the browser gives to the listeners of an event. */
function argumentsOf(event: string, words: readonly string[]): fc.Arbitrary<readonly unknown[]> {
  switch (event) {
    case 'tabs.onUpdated':
      return tab.chain((one) => fc.constantFrom({ status: 'loading', url: one.url }, { status: 'complete' }, {}).map((change) => [one.id, change, one]));
    case 'tabs.onRemoved':
      return tabId.map((id) => [id, { windowId: 1, isWindowClosing: false }]);
    case 'tabs.onCreated':
    case 'action.onClicked':
    case 'browserAction.onClicked':
    case 'pageAction.onClicked':
      return tab.map((one) => [one]);
    case 'tabs.onActivated':
      return tabId.map((id) => [{ tabId: id, windowId: 1 }]);
    case 'windows.onFocusChanged':
      return tabId.map((id) => [id]);
    case 'contextMenus.onClicked':
    case 'menus.onClicked':
      return fc.tuple(fc.constantFrom(...words), tab).map(([menuItemId, one]) => [{ menuItemId, pageUrl: one.url }, one]);
    case 'commands.onCommand':
      return fc.tuple(fc.constantFrom(...words), tab).map(([command, one]) => [command, one]);
    case 'alarms.onAlarm':
      return fc.constantFrom(...words).map((name) => [{ name, scheduledTime: 0 }]);
    case 'runtime.onInstalled':
      return fc.constant([{ reason: 'update' }]);
    default:
      return tab.map((one) => [{ ...one, tabId: one.id, frameId: 0, timeStamp: 1, type: 'main_frame' }]);
  }
}

/** The string literals of a background: names of keys, commands, messages. */
function wordsOf(files: Files): string[] {
  const text = Object.values(files).join('\n');
  return [...new Set([...text.matchAll(/'([\w -]{1,20})'|"([\w -]{1,20})"/g)].map(([, single, double]) => (single ?? double)!)), 'other'];
}

/** What an earlier life of the extension may have left in storage. */
function storedOf(files: Files, hasPeriods: boolean): fc.Arbitrary<object> {
  const names = hasPeriods ? [...wordsOf(files), 'minutes', 'hours', 'enabled', 'watch', 'every'] : wordsOf(files);
  const value = hasPeriods ? fc.constantFrom<unknown>(1, 2, 3) : fc.constantFrom<unknown>(['https://a.example/'], 'https://b.example/path', 2, true);
  return fc.record(Object.fromEntries(names.map((word) => [word, value])), { requiredKeys: hasPeriods ? ['minutes', 'every'] : [] });
}

/** Things that can happen to a background, read from what it listens to. */
function stimuliOf(files: Files): fc.Arbitrary<Stimulus> {
  const text = Object.values(files).join('\n');
  const words = wordsOf(files);
  const events = [...new Set([...text.matchAll(/\b(?:chrome|browser)\.(\w+\.on\w+)\.addListener/g)].map(([, event]) => event!))];
  const members = [...new Set([...text.matchAll(/\b(?:message|request|msg)\.(\w+)/g)].map(([, name]) => name!))];
  const value = fc.oneof(fc.constantFrom(...words), fc.integer({ min: 0, max: 3 }), fc.boolean());
  const message = members.length === 0 ? fc.constantFrom<unknown>(...words) : fc.oneof(fc.constantFrom<unknown>(...words), fc.record(Object.fromEntries(members.map((name) => [name, value])), { requiredKeys: [] }));
  const store = fc.record(Object.fromEntries(words.map((word) => [word, fc.constantFrom<unknown>(['https://b.example/path'], 'new', 3)])), { requiredKeys: [] }).map((values) => ({ store: values }));
  const hasTimers = /\bset(Timeout|Interval)\b/.test(text);
  // Browsers forget the menu before they tell of an update; clicks are given the ids that there are. Timers end before an update, too.
  const hasMenu = /\b(contextMenus|menus)\.create\(/.test(text);
  const one = fc.oneof(fc.constant<Stimulus>({ wake: true }), ...(hasMenu ? [fc.nat(20).map((menu) => ({ menu }))] : []), ...events.filter((event) => !hasTimers || !/\.on(Installed|Startup)$/.test(event)).filter((event) => !hasMenu || !/enus\.onClicked$|\.onInstalled$/.test(event)).map((event): fc.Arbitrary<Stimulus> => {
    if (event === 'runtime.onMessage') return message.map((send) => ({ send }));
    return event === 'storage.onChanged' ? store : argumentsOf(event, words).map((args) => ({ event, args }));
  }));
  // Whoever has timers has to wait for them.
  const waits = hasTimers ? { weight: 6, arbitrary: fc.constantFrom<Stimulus>({ wait: 1000 }, { wait: 45_000 }, { wait: 70_000 }, { wait: 310_000 }) } : { weight: 1, arbitrary: fc.constantFrom<Stimulus>({ wait: 1000 }, { wait: 45_000 }) };
  return fc.oneof({ weight: 8, arbitrary: one }, waits, { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 5 }).map((together) => ({ together })) });
}

/** Waiting, and nothing that changes a setting. */
const calm: fc.Arbitrary<Stimulus> = fc.oneof(fc.constant<Stimulus>({ wake: true }), fc.constantFrom<Stimulus>({ wait: 45_000 }, { wait: 70_000 }, { wait: 310_000 }));

describe.each(['global-state', 'async-start-up', 'late-listeners', 'menus', 'timers', 'start-up-effects'])('%s', (id) => {
  const pairs = pairsOf(id);
  // An alarm that takes the place of a timer is none that the extension had.
  const run = async (...given: Parameters<typeof observe>): Promise<Observed> => ({ ...(await observe(...given)), ...(id === 'timers' ? { alarms: [] } : {}) });

  it('has rewrites to run', () => expect(pairs.length).toBeGreaterThan(0));

  it.each(pairs.map((pair) => [pair.name, pair] as const))('keeps %s right through unloads', async (name, { before, after, hasPeriods }) => {
    const { listed, modules } = backgroundOf(before);
    const [original, migrated] = await Promise.all([sourcesOf(before, listed, modules), sourcesOf(after, listed, modules)]);
    const sequences = fc.array(hasPeriods ? calm : stimuliOf(before), { minLength: 1, maxLength: 12 });
    await fc.assert(fc.asyncProperty(sequences, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), storedOf(before, hasPeriods), async (stimuli, idle, stored) => {
      const expected = await run(original, stimuli, 'never', { stored, persistent: true });
      expect(await run(migrated, stimuli, 'never', { stored })).toEqual(expected);
      // What events do not store goes on being lost; `global-state` says so.
      if (name.startsWith('unstored-')) return;
      expect(await run(migrated, stimuli, 'always', { stored })).toEqual(expected);
      expect(await run(migrated, stimuli, (step) => idle[step] === true, { stored })).toEqual(expected);
    }), { numRuns: 25, seed: 7 });
    const wakes = Array.from({ length: 10 }, (): Stimulus => ({ wake: true }));
    expect(await run(migrated, wakes, 'always')).toEqual(await run(original, wakes, 'never', { persistent: true }));
  });
});
