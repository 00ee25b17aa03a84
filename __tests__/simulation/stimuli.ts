import fc from 'fast-check';
import type { Files, Stimulus } from './equivalence.ts';

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
export function storedOf(files: Files, hasPeriods: boolean): fc.Arbitrary<object> {
  const names = hasPeriods ? [...wordsOf(files), 'minutes', 'hours', 'enabled', 'watch', 'every'] : wordsOf(files);
  const value = hasPeriods ? fc.constantFrom<unknown>(1, 2, 3) : fc.constantFrom<unknown>(['https://a.example/'], 'https://b.example/path', 2, true);
  return fc.record(Object.fromEntries(names.map((word) => [word, value])), { requiredKeys: hasPeriods ? ['minutes', 'every'] : [] });
}

/** The names under which the extension's pages write to `localStorage`. */
function itemsOf(files: Files): string[] {
  const text = Object.entries(files).flatMap(([path, own]) => (/^(options|popup)\.js$/.test(path) ? [own] : [])).join('\n');
  return [...new Set([...text.matchAll(/\blocalStorage(?:\.(\w+) = |\['([\w-]+)'\] = |\.setItem\('([\w-]+)')/g)].map(([, ...names]) => names.find((name) => name !== undefined)!))];
}

/** Sequences of what can happen to a background. Each tab is new only once: a second one of the same number gets another, which later events have, too. */
export function sequencesOf(files: Files, size: fc.ArrayConstraints): fc.Arbitrary<readonly Stimulus[]> {
  return fc.array(stimuliOf(files), size).map((stimuli) => {
    const numbers = new Map<number, number>();
    let last = 3;
    const numbered = (stimulus: Stimulus): Stimulus => {
      if ('together' in stimulus) return { together: stimulus.together.map(numbered) };
      if (!('event' in stimulus) || !/^(tabs|action|browserAction|pageAction|contextMenus|menus|commands)\./.test(stimulus.event)) return stimulus;
      const isNew = stimulus.event === 'tabs.onCreated';
      const own = new Map<number, number>();
      const numberOf = (id: number): number => {
        const number = own.get(id) ?? (isNew && numbers.has(id) ? ++last : numbers.get(id) ?? id);
        own.set(id, number);
        numbers.set(id, number);
        return number;
      };
      const given = (value: unknown): unknown => {
        if (typeof value === 'number') return numberOf(value);
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, (key === 'id' || key === 'tabId') && typeof part === 'number' ? numberOf(part) : part]));
      };
      return { ...stimulus, args: stimulus.args.map(given) };
    };
    return stimuli.map(numbered);
  });
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
  // A background that has to be told hears of it a moment later: nothing else happens at once.
  const items = itemsOf(files);
  const writing = items.length === 0 ? [] : [{ weight: 4, arbitrary: fc.record(Object.fromEntries(items.map((name) => [name, fc.constantFrom(null, '0', '', 'other', ...words)])), { requiredKeys: [] }).map((written): Stimulus => ({ items: written as Record<string, string | null> })) }];
  return fc.oneof({ weight: 8, arbitrary: one }, waits, ...writing, { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 5 }).map((together) => ({ together })) });
}
