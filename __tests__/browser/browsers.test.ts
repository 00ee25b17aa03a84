import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findExecutable, guard, makeProfile } from './browser.ts';
import { chromium } from './chromium.ts';
import { firefox } from './firefox.ts';
import { play, readScenario, type Scenario } from './scenario.ts';
import { describeIn, writeFiles, type Setup } from './support.ts';

/** An extension of one background script, in the form that a browser takes. */
type Make = (script: string, manifest?: object) => Record<string, unknown>;

const worker: Make = (script, manifest = {}) => ({
  'manifest.json': { manifest_version: 3, name: 'test', version: '1', background: { service_worker: 'background.js' }, action: {}, ...manifest },
  'background.js': script,
});
const page = (version: number, background: object): Make => (script, manifest = {}) => ({
  'manifest.json': { manifest_version: version, name: 'test', version: '1', background: { scripts: ['background.js'], ...background }, [version === 2 ? 'browser_action' : 'action']: {}, ...manifest },
  'background.js': script,
});

const ANSWERS = 'chrome.runtime.onMessage.addListener((message, sender, answer) => answer({ echo: message }));';

/** Hears every kind of event that a scenario has, and counts them where they outlive the background. */
const HEARS = `
  ${ANSWERS}
  const api = globalThis.browser ?? chrome;
  const heard = (name) => api.storage.local.get({ [name]: 0 }).then((counts) => api.storage.local.set({ [name]: counts[name] + 1 }));
  chrome.runtime.onInstalled.addListener(() => {
    chrome.contextMenus.create({ id: 'item', title: 'Item', contexts: ['page'] });
    chrome.alarms.create('bell', { periodInMinutes: 60 });
  });
  chrome.alarms.onAlarm.addListener(({ name }) => heard(name));
  chrome.contextMenus.onClicked.addListener(({ menuItemId }, tab) => heard(menuItemId + (tab.id > 0)));
  (chrome.action ?? chrome.browserAction).onClicked.addListener((tab) => heard('action' + (tab.id > 0)));
  chrome.tabs.onUpdated.addListener((id, { status }, { url }) => { if (status === 'complete' && url.startsWith('http')) heard('loaded'); });
  chrome.tabs.onRemoved.addListener(() => heard('removed'));
`;
const PERMISSIONS = ['alarms', 'contextMenus', 'storage', 'tabs'];
const counts = (name: string): string => `api.storage.local.get('${name}').then((all) => all.${name})`;
const EVENTS: Scenario = {
  steps: [
    { send: 'hello', expect: { echo: 'hello' } },
    { open: 'http://one.example/page', see: { [counts('loaded')]: 1 } },
    { goto: 'http://two.example/page', see: { [counts('loaded')]: 2 } },
    { action: true, see: { [counts('actiontrue')]: 1 } },
    { alarm: 'bell', see: { [counts('bell')]: 1 } },
    { menu: 'item', see: { [counts('itemtrue')]: 1 } },
    { close: true, see: { [counts('removed')]: 1 } },
  ],
};

function testEvents(setup: Setup, make: Make, { persistent }: { readonly persistent: boolean }): void {
  it('starts, stops and wakes a background', async () => {
    const extension = await setup.load(make(ANSWERS));
    expect([extension.warnings, await extension.errors(), await extension.isRunning()]).toEqual([[], [], true]);
    expect(await extension.send({ n: 1 })).toEqual({ echo: { n: 1 } });
    if (persistent) {
      await expect(extension.stop()).rejects.toThrow('never stops');
      return;
    }
    await extension.stop();
    expect(await extension.isRunning()).toBe(false);
    expect(await extension.send({ n: 2 })).toEqual({ echo: { n: 2 } });
    expect(await extension.isRunning()).toBe(true);
    await extension.stop();
    await extension.start();
    expect(await extension.isRunning()).toBe(true);
  });

  it('makes every kind of event happen', async () => {
    const extension = await setup.load(make(HEARS, { permissions: PERMISSIONS }));
    for await (const { expected, observed } of play(setup.browser, extension, EVENTS, { stopping: !persistent })) expect(observed).toEqual(expected);
    expect(await extension.errors()).toEqual([]);
  });
}

function testFaults(setup: Setup, make: Make): void {
  it('evaluates in a page and in the background', async () => {
    const extension = await setup.load(make('var started = 40 + 2;'));
    expect(await extension.evaluate('api.runtime.getManifest().name')).toBe('test');
    expect(await extension.evaluate('undefined')).toBe(null);
    await expect(extension.evaluate('nothing.here')).rejects.toThrow('nothing');
    await extension.stop();
    expect(await extension.evaluateInBackground('Promise.resolve(started)')).toBe(42);
    await expect(extension.evaluateInBackground('nothing.here')).rejects.toThrow('nothing');
  });

  it('refuses events of what is not there', async () => {
    const extension = await setup.load(make('', { permissions: PERMISSIONS }));
    await expect(extension.fireAlarm('bell')).rejects.toThrow('no alarm');
    await expect(extension.clickMenu('item', await setup.browser.openTab('http://one.example/'))).rejects.toThrow('Cannot find menu item');
    await expect(extension.send('hello')).rejects.toThrow('Receiving end does not exist');
  });

  it('reports warnings of the manifest', async () => {
    const extension = await setup.load(make('', { surprise: 1 }));
    expect(extension.warnings).toEqual([expect.stringContaining('surprise')]);
  });

  it('throws what the browser says of a manifest that it refuses', async () => {
    await expect(setup.load(make('', { version: undefined }))).rejects.toThrow(expect.objectContaining({ name: 'InstallError', message: expect.stringContaining('version') }));
  });

  it.each([
    ['throws at start', 'missing();', /missing is not defined/],
    ['rejects at start', 'Promise.reject(new Error("too bad"));', /too bad/],
    ['throws after start', 'setTimeout(() => missing(), 50);', /missing is not defined/],
    ['throws in a listener', 'chrome.runtime.onInstalled.addListener(() => missing());', /missing is not defined/],
    ['does not parse', 'let let = 1;', /SyntaxError/],
    ['ignores an API error', 'chrome.tabs.get(987654321, () => {});', /987654321/],
  ])('reports a background that %s', async (_case, script, error) => {
    const extension = await setup.load(make(script));
    expect((await extension.errors()).join('\n')).toMatch(error);
  });

  it('takes no message to the console for an error', async () => {
    const extension = await setup.load(make('console.error("mine"); console.warn("mine");'));
    expect(await extension.errors()).toEqual([]);
  });

  it('shows a listener that is registered late', async () => {
    const extension = await setup.load(make(`setTimeout(() => { ${ANSWERS} }, 300);`));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await extension.send(1)).toEqual({ echo: 1 });
    const scenario: Scenario = { steps: [{ send: 1, expect: { echo: 1 } }] };
    for await (const { observed } of play(setup.browser, extension, scenario, { stopping: true })) expect(observed).toEqual({ answer: expect.stringContaining('no answer') });
  });

  it('shows state that is lost', async () => {
    const extension = await setup.load(make('let n = 0; chrome.runtime.onMessage.addListener((message, sender, answer) => answer(++n));'));
    const scenario: Scenario = { steps: [{ send: 1, expect: 1 }, { send: 1, expect: 2 }] };
    const answers = async (stopping: boolean): Promise<unknown[]> => {
      const seen: unknown[] = [];
      for await (const { observed } of play(setup.browser, extension, scenario, { stopping })) seen.push(observed);
      return seen;
    };
    expect(await answers(true)).toEqual([{ answer: 1 }, { answer: 1 }]);
    expect(await answers(false)).toEqual([{ answer: 2 }, { answer: 3 }]);
  });
}

describeIn(chromium, (setup) => {
  describe('service worker', () => testEvents(setup, worker, { persistent: false }));
  testFaults(setup, worker);

  it.each([
    ['a script that is not there', 'importScripts("missing.js");', {}, /missing\.js/],
    ['a module that is not there', 'import "./missing.js";', { background: { service_worker: 'background.js', type: 'module' } }, /registration failed/],
  ])('reports a background that loads %s', async (_case, script, manifest, error) => {
    const extension = await setup.load(worker(script, manifest));
    expect((await extension.errors()).join('\n')).toMatch(error);
  });

  it('shows SVG images for a page, and not for a service worker', async () => {
    const image = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 2h12v12H2z"/></svg>';
    const extension = await setup.load({ ...worker('', { permissions: ['notifications'] }), 'icon.svg': image });
    const [icon, notification] = ['setIcon({ path: "/icon.svg" })', 'create({ type: "basic", iconUrl: "/icon.svg", title: "a", message: "b" })'];
    await expect(extension.evaluateInBackground(`chrome.action.${icon}`)).rejects.toThrow('Failed to set icon');
    await expect(extension.evaluateInBackground(`chrome.notifications.${notification}`)).rejects.toThrow('Unable to download all specified images');
    expect(await extension.evaluate(`api.action.${icon}`)).toBe(null);
    expect(await extension.evaluate(`api.notifications.${notification}`)).toEqual(expect.any(String));
  });

  it('refuses Manifest V2', async () => {
    await expect(setup.load(page(2, {})(''))).rejects.toThrow('unsupported manifest version');
  });

  it('loads an extension without a background', async () => {
    const extension = await setup.load({ 'manifest.json': { manifest_version: 3, name: 'test', version: '1' } });
    expect([await extension.isRunning(), await extension.errors(), extension.warnings]).toEqual([false, [], []]);
  });
});

describeIn(firefox, (setup) => {
  describe('persistent page', () => testEvents(setup, page(2, { persistent: true }), { persistent: true }));
  describe('event page of Manifest V2', () => testEvents(setup, page(2, { persistent: false }), { persistent: false }));
  describe('event page of Manifest V3', () => testEvents(setup, page(3, {}), { persistent: false }));
  testFaults(setup, page(3, {}));

  it.each([
    ['a script', page(3, { scripts: ['missing.js'] })('')],
    ['a module', page(3, { type: 'module' })('import "./missing.js";')],
  ])('reports a background that loads %s that is not there', async (_case, files) => {
    expect((await (await setup.load(files)).errors()).join('\n')).toMatch(/missing\.js/);
  });

  it('grants host permissions of Manifest V3 before the background starts', async () => {
    const script = 'var granted = browser.permissions.contains({ origins: ["http://one.example/*"] });';
    const extension = await setup.load(page(3, {})(script, { host_permissions: ['http://one.example/*'] }));
    expect(await extension.evaluateInBackground('granted')).toBe(true);
  });

  it('refuses a service worker alone', async () => {
    await expect(setup.load(worker(''))).rejects.toThrow('service_worker is currently disabled');
  });

  it('loads an extension without a background', async () => {
    const extension = await setup.load({ 'manifest.json': { manifest_version: 3, name: 'test', version: '1' } });
    expect([await extension.isRunning(), await extension.errors(), extension.warnings]).toEqual([false, [], []]);
  });
});

it.each([
  ['is not there', undefined, /ENOENT/],
  ['has no steps', { steps: [] }, /observes/],
  ['observes nothing', { steps: [{ open: 'http://one.example/' }, { send: 1 }, { see: {} }] }, /observes/],
  ['expects an answer without a message', { steps: [{ expect: 1 }] }, /without `send`/],
  ['misspells a key', { steps: [{ send: 1, expect: 1, seeintab: { '1': 1 } }] }, /`seeintab`/],
])('refuses a scenario that %s', (_case, scenario, error) => {
  const folder = mkdtempSync(join(tmpdir(), 'mv3-codemod-scenario-'));
  if (scenario !== undefined) writeFiles(folder, { 'scenario.json': scenario });
  expect(() => readScenario(join(folder, 'scenario.json'))).toThrow(error);
  rmSync(folder, { recursive: true });
});

it('kills a browser that does not end, and removes its profile', async () => {
  const [profile, child] = [makeProfile(), spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])];
  const end = guard(child.pid!, profile);
  const exit = once(child, 'exit');
  expect([existsSync(profile), child.exitCode]).toEqual([true, null]);
  await end();
  expect(await exit).toEqual([null, 'SIGKILL']);
  expect(existsSync(profile)).toBe(false);
});

it('looks for a browser where a variable says, and nowhere else then', () => {
  const variable = 'MV3_CODEMOD_TEST_BROWSER';
  expect(findExecutable(variable, ['no-such-browser', 'node'])).toEqual({ path: expect.stringMatching(/[\\/]node$/) });
  expect(findExecutable(variable, ['no-such-browser'])).toEqual({ missing: `install it, or set ${variable}` });
  process.env[variable] = '/no/such/browser';
  expect(findExecutable(variable, ['node'])).toEqual({ missing: `${variable} names /no/such/browser, which is not there` });
  delete process.env[variable];
});
