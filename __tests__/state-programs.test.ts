import fc from 'fast-check';
import { expect, it } from 'vitest';
import asyncStartUp from '../transforms/async-start-up.ts';
import eventOrder from '../transforms/event-order.ts';
import globalState from '../transforms/global-state.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import { observe, sourcesOf, type Stimulus } from './simulation/equivalence.ts';
import { extensionOf } from './support.ts';

/*
 * Small backgrounds, put together by chance from things that extensions do to their variables: what is rewritten behaves as before,
 * unloaded before every event or at any idle point.
 */

/** What a program may keep: the declaration, and how it is shown. A program has those that its statements name. */
const VARIABLES: Readonly<Record<string, readonly [declaration: string, shown: string]>> = {
  n: ['let n = 0;', 'n'],
  label: ['let label = "start";', 'label'],
  urls: ['const urls = {};', 'urls'],
  ids: ['const ids = new Set();', '[...ids]'],
  byTab: ['const byTab = new Map();', 'JSON.stringify([...byTab])'],
  last: ['let last;', 'last'],
  list: ['let list = [];', 'list'],
  pages: ['const pages = {};', 'pages'],
  log: ['let log = [];', 'log.map(({ id, seen }) => `${id} ${seen}`).join()'],
  groups: ['const groups = new Map();', 'JSON.stringify([...groups].map(([id, urls]) => [id, [...urls]]))'],
  since: ['let since = null;', 'since === null'],
  parts: ['let parts = {};', 'Object.keys(parts).map((id) => [...parts[id]].join()).join()'],
  opened: ['self.opened = 0;', 'self.opened'],
  app: ['const app = {\n  hits: 0,\n  seen: [],\n  see(id) {\n    this.seen.push(id);\n    this.hits++;\n  },\n};', 'app.hits, app.seen.join()'],
  Keeper: ['class Keeper {\n  static made = 0;\n  constructor() {\n    this.kept = {};\n  }\n  keep(id) {\n    this.kept[id] = true;\n    Keeper.made += 1;\n  }\n}', 'Keeper.made'],
  keeper: ['const keeper = new Keeper();', 'Object.keys(keeper.kept)'],
};

/** Functions, and how an event calls them that nothing else hears. */
const HELPERS: Readonly<Record<string, readonly [declaration: string, called: string]>> = {
  bump: ['function bump(by) {\n  n += by;\n  return n;\n}', 'bump(1);'],
  show: ['function show() {\n  chrome.action.setBadgeText({ text: label + n });\n}', 'show();'],
  entryOf: ['function entryOf({ id, url }) {\n  return { id, url, seen: false };\n}', 'entryOf({ id: 1, url: "" });'],
  visit: ['function visit(map, id) {\n  if (!map[id]) map[id] = { views: 0 };\n  map[id].views = list.length;\n}', 'visit(pages, 2);'],
  remember: ['const remember = (id, url) => {\n  urls[id] = url;\n};', 'remember(1, "");'],
  next: ['function next() {\n  return ++n;\n}', 'next();'],
  counted: ['const counted = (id) => list.push(id);', 'counted(4);'],
  clear: ['function clear(set = ids) {\n  set.clear();\n  n = 0;\n}', 'clear();'],
  touch: ['function touch({ id, map = pages }) {\n  if (map instanceof Map) map.delete(id);\n  else delete map[id];\n}', 'touch({ id: 1 });'],
  drop: ['function drop(id, map = groups, { length } = list) {\n  if (length > 1) map.delete(id);\n}', 'drop(1);'],
  each: ['function each(callback) {\n  for (const one of list) callback(one);\n}', 'each((one) => one);'],
  known: ['function known(id) {\n  if (ids.has(id)) return n++;\n  return (last = id) + n;\n}', 'known(5);'],
};

/** Statements of a listener that has `id` and `tab`. */
const STATEMENTS = [
  'n++;', 'n += 2;', 'n = ids.size;', 'bump(3);', 'show();', 'label = `tab ${id}`;', 'label += "!";', 'ids.add(id);', 'ids.delete(id);', 'byTab.set(id, { hits: 0 });', 'byTab.delete(id);',
  'last = id;', 'last = undefined;', 'list.push(id);', 'list = list.filter((one) => one !== id);', 'list = [];', 'remember(id, tab.url);', 'delete urls[id];', 'Object.assign(urls, { [id]: 1 });',
  'if (id === 1) n--;', 'if (ids.has(id)) {\n    n = 0;\n  } else {\n    last = id;\n  }', 'if (id === 2) return;', 'for (const one of list) {\n    if (one === id) n++;\n  }', 'for (let i = 0; i < 2; i++) list.push(i);',
  'const entry = byTab.get(id);\n  if (entry) entry.hits++;', 'setTimeout(() => {\n    n++;\n    show();\n  }, 100);', 'chrome.tabs.query({}, () => {\n    list.push(n);\n  });', 'try {\n    n += list.length;\n  } finally {\n    last = null;\n  }',
  'switch (id) {\n    case 1:\n      n++;\n      break;\n    case 2:\n      label = "two";\n  }', 'list.forEach((one) => {\n    ids.add(one);\n  });', 'while (list.length > 3) list.shift();', '[n] = [list.length];',
  'let found = byTab.get(id);\n  if (!found) {\n    found = { hits: 0 };\n    byTab.set(id, found);\n  }\n  found.hits++;', 'if (byTab.has(id)) byTab.get(id).hits += 2;', 'byTab.forEach((one) => {\n    one.hits = 1;\n  });',
  'const page = pages[id] || { views: 0 };\n  page.url = tab.url;\n  pages[id] = page;', 'visit(pages, id);', 'if (pages[1] && id !== 1) {\n    pages[id] = pages[1];\n    delete pages[1];\n  }', 'for (const one of Object.values(pages)) one.views = id;',
  'log.push(entryOf(tab));', 'log = log.filter((one) => one.id !== id).slice(-3);', 'log.forEach((one) => {\n    one.seen = true;\n  });', 'const first = log.shift();\n  if (first) show(first.id);', 'log = [...log, { id, seen: false }];',
  'if (!groups.has(id)) groups.set(id, new Set());\n  groups.get(id).add(tab.url);', 'const group = groups.get(id);\n  if (group) group.clear();', 'groups.delete(id);', 'since = new Date();\n  since.setHours(0, 0, 0, 0);', 'since = null;', 'if (since) n = since.getHours();',
  'if (!parts[id]) parts[id] = new Map();\n  parts[id].set(tab.url, n);', 'delete parts[id];', 'parts = {};', 'for (const part of Object.values(parts)) part.clear();',
  'if (++n > 3) show();', 'if (ids.delete(id) && n-- > 1) return;', 'while (list.shift() > 1) n++;', 'for (const one of list.splice(1)) ids.add(one);', 'while (list.length > 1 && list.pop()) {\n    if (n > 5) return;\n  }',
  'label = `${next()} ${known(id)} ${counted(id)}`;', 'switch (n++ % 2) {\n    case 0: list.push(id);\n  }', 'n = last = id;', 'id > 1 && (last = id);', 'id === 2 ? n++ : list.push(n);', 'if (id === 1) show();\n  else if (--n < 0) n = 1;', 'const items = list.map((one) => one + n++);\n  label += items;',
  'self.opened++;', 'app.see(id);', 'app.hits = 0;', 'app.seen = [];', 'keeper.keep(id);', 'delete keeper.kept[id];', 'if (keeper.kept[id]) app.hits += 2;', 'Keeper.made = list.length;',
  // Two changes side by side, in each order, and what comes between them.
  'ids.delete(id);\n  byTab.delete(id);', 'byTab.delete(id);\n  ids.delete(id);', 'n++;\n  ids.delete(id);', 'ids.delete(id);\n  n++;', 'ids.delete(id), byTab.delete(id);', 'n++, ids.delete(id);', 'ids.delete(id) && n++;', 'ids.delete(id) || ids.add(id);', 'void ids.delete(id);', 'last = ids.delete(id);',
  'if (ids.has(id)) ids.delete(id);\n  else byTab.delete(id);', 'if (byTab.delete(id)) ids.delete(id);', 'if (byTab.delete(id)) return;\n  ids.delete(id);', 'return void ids.delete(id);', 'n++;\n  if (ids.delete(id)) list.push(id);', 'ids.delete(id);\n  if (n++ > 2) return;', 'list.push(id);\n  for (const one of list) ids.delete(one);', 'ids.delete(id);\n  show();\n  byTab.delete(id);',
  'try {\n    ids.delete(id);\n    byTab.get(id).hits = 5;\n  } catch {\n    n++;\n  }', 'n++;\n  try {\n    label = byTab.get(id).hits.toFixed();\n  } catch {\n    byTab.set(id, { hits: n });\n  }', 'try {\n    ids.add(id);\n    JSON.parse(tab.url);\n  } catch {}', 'try {\n    ids.delete(id);\n    n++;\n    n = JSON.parse(tab.url);\n  } catch {}',
  'for (const [key, entry] of byTab) {\n    if (entry.hits > 1) byTab.delete(key);\n    else entry.hits++;\n  }', 'for (const one of ids) {\n    if (one !== id) ids.delete(one);\n  }', 'for (const [key] of [...byTab]) {\n    if (key === id) continue;\n    byTab.delete(key);\n    n++;\n  }', 'outer: for (const one of list) {\n    for (const other of ids) {\n      if (other === one) {\n        n++;\n        continue outer;\n      }\n      if (other === id) break outer;\n    }\n    ids.add(one);\n  }', 'block: {\n    if (id === 1) break block;\n    n++;\n    ids.delete(id);\n  }',
  'if (byTab.has(id)) byTab.get(id).hits = n;', 'if (byTab.get(id)?.hits) n++;', 'byTab.get(id)?.hits && byTab.get(id).hits++;', 'urls[id]?.length > 3 && delete urls[id];', 'last ??= id;', 'label ||= "none";', 'n &&= n - 1;', 'pages[id] ??= { views: 0 };\n  pages[id].views++;', 'urls[id] ||= tab.url;', '(pages[id] ??= { views: 1 }).views += 2;', '(pages[id] || (pages[id] = { views: 1 })).views++;',
  '({ length: n } = list);', '[n, last] = [last ?? 0, n];', '({ n, label = "no" } = { n: list.length });', '[list] = [[...list, id]];', '{\n    const { [id]: gone, ...rest } = parts;\n    parts = rest;\n  }', '[urls[id], n = 2] = [tab.url];', 'for (n of [id, 7]) ids.add(n);', 'for (urls[id] in pages) n++;',
  'const alias = ids;\n  alias.delete(id);', 'const named = byTab;\n  named.set(id, { hits: 4 });\n  ids.delete(id);', 'const { [id]: page } = pages;\n  if (page) page.views = 9;', 'const [head] = log;\n  if (head) head.seen = id;', 'clear();', 'clear(ids);', 'touch({ id });', 'touch({ id, map: byTab });', 'drop(id);', 'drop(id, byTab);', 'each((one) => {\n    ids.delete(one);\n    n++;\n  });', 'each((one) => ids.delete(one));',
  'list.forEach((one) => ids.delete(one));', 'list.some((one) => ids.delete(one));', '[...ids].filter((one) => one !== id).map((one) => byTab.delete(one));', 'list.sort((a, b) => a - b).splice(2);', 'list.length = 1;', 'list.reverse();\n  ids.clear();', 'n = list.push(id) + (ids.delete(id) ? 1 : 0);', 'n = n + (n = 3);', 'do {\n    n--;\n  } while (n > 2 && ids.delete(n));', 'while (n > 3) {\n    n--;\n    if (ids.delete(n)) break;\n  }', 'for (; n > 2; n--) ids.add(n);', 'for (let at = list.length; at--; list.pop()) n++;', 'switch (true) {\n    case ids.delete(id):\n      n++;\n    default:\n      last = id;\n  }',
  'chrome.storage.local.get("none", () => {\n    ids.delete(id);\n    byTab.delete(id);\n  });', 'chrome.tabs.query({}).then(() => {\n    n++;\n    ids.delete(id);\n  });', 'Promise.resolve().then(() => ids.delete(id));', 'queueMicrotask(() => ids.add(id));', 'const before = n;\n  n = 0;\n  label = `${before}`;', 'byTab.set(id, { hits: n++ });', 'byTab.get(byTab.size) || byTab.set(byTab.size, { hits: 0 });', 'label = tab.url, n++;', 'if (n++, ids.has(id)) return;', 'const gone = ids.delete(id);\n  if (gone) show();', 'list = (n++, [...ids]);',
];

const ANSWERS = [
  'if (message === 1) sendResponse(n);', 'if (message === 1) {\n    n++;\n    sendResponse({ n, label });\n  }', 'if (message === 2) {\n    sendResponse([...ids]);\n    return true;\n  }', 'if (message === 3) {\n    sendResponse([...byTab]);\n    return;\n  }',
  'switch (message) {\n    case 1:\n      bump(1);\n      sendResponse(n);\n      break;\n    case 2:\n      label = "set";\n      break;\n    default:\n      sendResponse("none");\n  }',
  'if (message === 3) {\n    list.push(n);\n  } else if (message === 2) {\n    sendResponse(list);\n  }', 'if (message === 2) {\n    sendResponse({ pages, log });\n  }', 'sendResponse({ urls, last: last === undefined ? null : last });', 'if (message === 1) chrome.tabs.query({}, () => sendResponse(n));\n  return true;', 'n++;',
];

const EVENTS = ['tabs.onCreated', 'tabs.onActivated', 'tabs.onRemoved'] as const;
const HEADS = { 'tabs.onCreated': 'tab', 'tabs.onActivated': '{ tabId: id }', 'tabs.onRemoved': 'id' } as const;

const program = fc.record({
  bodies: fc.array(fc.array(fc.constantFrom(...STATEMENTS), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 3 }),
  answers: fc.uniqueArray(fc.constantFrom(...ANSWERS), { maxLength: 2 }),
}).map(({ bodies, answers }) => {
  const listeners = bodies.map((body, index) => {
    const event = EVENTS[index]!;
    const given = event === 'tabs.onCreated' ? ['const { id } = tab;'] : ['const tab = { id, url: `https://${id}.example/` };'];
    const lines = [...given, ...body.map((statement, at) => (/^(const|let) /.test(statement) ? `{\n    ${statement}\n  }` : statement.replace('let i', `let i${at}`).replaceAll(/\bi(?=[ +);])/g, `i${at}`)))];
    return `chrome.${event}.addListener((${HEADS[event]}) => {\n  ${lines.join('\n  ')}\n});`;
  });
  const messages = answers.length === 0 ? ['chrome.runtime.onMessage.addListener((message, sender, sendResponse) => message === 1 && sendResponse(++n));', 'chrome.runtime.onMessage.addListener((message) => message === 2 && list.push(n));'] : [`chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {\n  ${answers.join('\n  ')}\n});`];
  const helpers: string[] = [];
  const isNamed = (name: string): boolean => [...listeners, ...messages, ...helpers].some((text) => new RegExp(`\\b${name}\\b`).test(text));
  for (let found = true; found;) {
    found = false;
    for (const [name, [declaration]] of Object.entries(HELPERS)) {
      if (!isNamed(name) || helpers.includes(declaration)) continue;
      helpers.push(declaration);
      found = true;
    }
  }
  const called = Object.values(HELPERS).filter(([declaration]) => helpers.includes(declaration)).map(([, call]) => call);
  const windows = called.length === 0 ? [] : [`chrome.windows.onCreated.addListener(() => {\n  ${called.join('\n  ')}\n});`];
  const kept = Object.entries(VARIABLES).filter(([name]) => isNamed(name) || (name === 'Keeper' && isNamed('keeper'))).map(([, variable]) => variable);
  const shown = `chrome.commands.onCommand.addListener(() => {\n  console.log(${kept.map(([, text]) => text).join(', ')});\n});`;
  return [...kept.map(([declaration]) => declaration), ...windows, ...helpers, ...listeners, ...messages, shown].join('\n');
});

const stimulus: fc.Arbitrary<Stimulus> = fc.oneof(
  fc.constant<Stimulus>({ event: 'commands.onCommand', args: ['show'] }),
  fc.integer({ min: 1, max: 3 }).map((id) => ({ event: 'tabs.onCreated', args: [{ id, url: `https://${id}.example/` }] })),
  fc.integer({ min: 1, max: 3 }).map((id) => ({ event: 'tabs.onActivated', args: [{ tabId: id, windowId: 1 }] })),
  fc.integer({ min: 1, max: 3 }).map((id) => ({ event: 'tabs.onRemoved', args: [id, {}] })),
  fc.integer({ min: 1, max: 3 }).map((send) => ({ send })),
  fc.constant<Stimulus>({ wait: 45_000 }),
);

/** What happens to a background, one by one or before it had time to answer the first. */
const happening: fc.Arbitrary<Stimulus> = fc.oneof({ weight: 2, arbitrary: stimulus }, { weight: 1, arbitrary: fc.array(stimulus.filter((one) => !('wait' in one)), { minLength: 2, maxLength: 4 }).map((together) => ({ together })) });

it('keeps backgrounds that are put together by chance right through unloads', async () => {
  let [rewritten, unloaded] = [0, 0];
  await fc.assert(fc.asyncProperty(program, fc.array(happening, { minLength: 2, maxLength: 10 }), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), async (text, stimuli, idle) => {
    const { changes, extension } = migrate(extensionOf({ 'background.js': text }), [globalState]);
    if (changes.length === 0) return;
    rewritten += 1;
    const after = extension.files.get('background.js')!.text;
    const sources = await Promise.all([text, after].map((one) => sourcesOf({ 'background.js': one }, ['background.js'])));
    const expected = await observe(sources[0]!, stimuli, 'never');
    // A variable that was refused is lost as before: only what is never unloaded can be compared then.
    const whole = migrate(extensionOf({ 'background.js': after }), [globalState]).findings.every(({ severity }) => severity === 'info');
    if (whole) unloaded += 1;
    for (const unloading of whole ? ['never', 'always', (step: number) => idle[step] === true] as const : ['never'] as const) {
      expect(await observe(sources[1]!, stimuli, unloading), `${String(unloading)} ${JSON.stringify(stimuli)}\n${after}`).toEqual(expected);
    }
  }), { numRuns: Number(process.env['RUNS'] ?? 150), seed: 12 });
  expect(rewritten).toBeGreaterThan(100);
  expect(unloaded).toBeGreaterThan(40);
}, 240_000);

/** Statements of listeners whose effects take the place of earlier ones. */
const REPLACING = [
  'n++;', 'if (id === 1) n++;', 'if (settings.on) n = 0;', 'if (id === 2) return;', "if (id === 2) {\n    n += id;\n    show('two');\n  }",
  'chrome.action.setBadgeText({ text: String(n) });', "chrome.action.setBadgeText({ text: '' });", "chrome.action.setBadgeText({ tabId: id, text: '' });", "show('x');", 'show(`${n}`);', 'label();',
  'if (settings.on) chrome.action.setTitle({ title: `${n}` });', "chrome.action.setTitle({ title: 'none' });", 'chrome.storage.local.set({ last: n });', "chrome.storage.local.set({ last: 'none' });", 'chrome.storage.local.set({ other: id, last: id });', "chrome.storage.local.remove('last');",
  "chrome.alarms.create('a', { delayInMinutes: 100 + n });", "chrome.alarms.clear('a');", 'shown = 0;', "{\n    const own = shown = id + n;\n    chrome.storage.local.get('x', () => {\n      if (shown === own) chrome.action.setTitle({ title: `kept ${own}` });\n    });\n  }",
];

const ORDERED = ['tabs.onCreated', 'tabs.onActivated', 'tabs.onRemoved', 'windows.onCreated'] as const;

const replacing = fc.array(fc.array(fc.constantFrom(...REPLACING), { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }).map((bodies) => [
  'let n = 0;\nlet shown;\nlet settings = { on: false };\nchrome.storage.sync.get({ on: true }, (saved) => {\n  settings = saved;\n});\nfunction show(text) {\n  chrome.action.setBadgeText({ text });\n}\nconst label = () => show(`n ${n}`);',
  ...bodies.map((body, index) => `chrome.${ORDERED[index]!}.addListener(({ id }) => {\n  ${[...(index === 0 ? ['n++;'] : []), ...body].join('\n  ')}\n});`),
  "chrome.runtime.onMessage.addListener((message) => {\n  if (message === 1) show('');\n  else if (message === 2) n++, show(`m${n}`);\n});\nchrome.commands.onCommand.addListener(() => {\n  console.log(n);\n});",
].join('\n'));

const arriving: fc.Arbitrary<Stimulus> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<Stimulus>({ send: 1 }, { send: 2 }) },
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...ORDERED), fc.integer({ min: 1, max: 2 })).map(([event, id]): Stimulus => ({ event, args: [{ id }] })) },
);

it('leaves what the last of several events leaves that wake a background together, or says that it may not', async () => {
  let [rewritten, overtaken] = [0, 0];
  await fc.assert(fc.asyncProperty(replacing, fc.array(fc.array(arriving, { minLength: 2, maxLength: 4 }), { minLength: 4, maxLength: 8 }), fc.constantFrom('local', 'session', 'sync'), async (text, groups, slow) => {
    const { changes, extension } = migrate(extensionOf({ 'background.js': text }), [asyncStartUp, globalState]);
    const after = extension.files.get('background.js')!.text;
    const { findings } = migrate(extensionOf({ 'background.js': after }), [asyncStartUp, globalState, eventOrder]);
    if (changes.length === 0 || findings.some(({ severity }) => severity !== 'info')) return;
    rewritten += 1;
    const [original, migrated] = await Promise.all([text, after].map((one) => sourcesOf({ 'background.js': one }, ['background.js'])));
    for (const together of groups) {
      const left = [await observe(original!, [{ together }], 'never', { persistent: true, slow }), await observe(migrated!, [{ together }], 'always', { slow })].map(({ badges, alarms, local, steps }) => {
        const title = steps.flatMap(({ effects }) => effects).findLast(([name]) => name === 'action.setTitle');
        return { badges, alarms, local, title };
      });
      if (findings.length === 0) expect(left[1], `${JSON.stringify(together)}\n${after}`).toEqual(left[0]);
      else if (JSON.stringify(left[0]) !== JSON.stringify(left[1])) overtaken += 1;
    }
  }), { numRuns: Number(process.env['RUNS'] ?? 300), seed: 5 });
  expect(rewritten).toBeGreaterThan(50);
  expect(overtaken).toBeGreaterThan(10);
}, 240_000);
