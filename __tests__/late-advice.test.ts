import { describe, expect, it } from 'vitest';
import { transforms } from '../transforms/index.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import { extensionOf } from './support.ts';

const lateListeners = transforms.filter(({ id }) => id === 'late-listeners');

function advised(text: string, manifest: object = {}): string[] {
  const texts = { 'manifest.json': JSON.stringify({ manifest_version: 2, name: 'x', version: '1', background: { scripts: ['bg.js'] }, ...manifest }), 'bg.js': text };
  return migrate(extensionOf(texts), lateListeners).findings.map(({ message, advice = '' }) => `${message}: ${advice}`);
}

/** Each says by name what to write, and where. */
describe('the advice of late-listeners', () => {
  it('names the listener, what comes before it, and the condition', () => {
    expect(advised(`async function init() {
  const settings = await loadSettings();
  if (settings.enabled) {
    await fetch('https://example.com/hello');
    chrome.tabs.onUpdated.addListener(onTab);
  }
}
function onTab(id) { console.log(id); }
function loadSettings() { return new Promise((done) => chrome.storage.local.get('enabled', done)); }
init();
`)).toEqual(['late: Register `onTab` at the top level of bg.js. Begin it by waiting for `loadSettings()` (bg.js:2), then `if (!settings.enabled) return;`. Make `settings` a variable of the top level, too, or read it again in the listener.']);
  });

  it('leaves out tests of whether it listens already', () => {
    expect(advised(`let isOn = false;
function arm(url) {
  if (isOn) return;
  isOn = true;
  chrome.webRequest.onCompleted.addListener(log, { urls: [url] });
}
function log({ url }) { console.log(url); }
chrome.storage.local.get('url', ({ url }) => arm(url));
chrome.runtime.onMessage.addListener(({ url }) => arm(url));
`)).toEqual(['set-again: Register `log` at the top level of bg.js, with a filter that is written there and covers all that `{ urls: [url] }` may be; the rest it tests itself. Begin it by waiting for `chrome.storage.local.get(…)` (bg.js:8). Keep in storage what decides that; `runtime.onMessage` (bg.js:9) then changes it instead of setting up the listener.']);
  });

  it('has nothing wait before what needs the gesture of the user', () => {
    expect(advised(`let settings = {};
async function init() {
  settings = await chrome.storage.local.get();
  chrome.action.onClicked.addListener(ask);
}
function ask() {
  if (!settings.quiet) chrome.permissions.request({ permissions: ['bookmarks'] });
}
init();
`)).toEqual(['late: Register `ask` at the top level of bg.js. `permissions.request` must come before anything that waits: for the rest, wait for `chrome.storage.local.get()` (bg.js:3) after it.']);
  });

  it('says of an optional permission that the event may not be there', () => {
    expect(advised(`chrome.storage.local.get('on', () => chrome.bookmarks.onCreated.addListener((id) => console.log(id)));
`, { permissions: ['storage'], optional_permissions: ['bookmarks'] })).toEqual(['late: Register this listener at the top level of bg.js, within a test that `bookmarks` is there (`bookmarks` is an optional permission). Begin it by waiting for `chrome.storage.local.get(…)` (bg.js:1).']);
  });

  it('names what is long in one line', () => {
    expect(advised(`Promise.resolve()
  .then(() => new Promise((done) => chrome.storage.local.get(null, done)))
  .then(({ urls }) => {
    chrome.webRequest.onCompleted.addListener(log, {
      urls,
      types: ['main_frame'],
    });
  });
function log({ url }) { console.log(url); }
`)).toEqual(["late: Register `log` at the top level of bg.js, with a filter that is written there and covers all that `{ urls, types: ['main_frame'], }` may be; the rest it tests itself. Begin it by waiting for `Promise.resolve()…` (bg.js:1)."]);
    expect(advised(`function listen(filter) {
  const event = chrome.webNavigation ? (filter.early ? chrome.webNavigation.onCommitted : chrome.webNavigation.onCompleted) : null;
  if (event !== null) event.addListener(({ tabId }) => console.log(tabId), filter);
}
chrome.storage.local.get('early', listen);
`, { permissions: ['storage'], optional_permissions: ['webNavigation'] })).toEqual(['late: Register this listener at the top level of bg.js, with a filter that is written there and covers all that `filter` may be; the rest it tests itself, within a test that `webNavigation` is there (`webNavigation` is an optional permission). Begin it by waiting for `chrome.storage.local.get(…)` (bg.js:5), then `if (!(event !== null)) return;`. Make `event` a variable of the top level, too, or read it again in the listener.']);
  });

  it('says where a switched listener is removed', () => {
    expect(advised(`function answer(message, sender, respond) { respond(1); }
chrome.browserAction.onClicked.addListener(() => chrome.runtime.onMessage.addListener(answer));
chrome.tabs.onRemoved.addListener(() => chrome.runtime.onMessage.removeListener(answer));
`)).toEqual(['switched: Register `answer` at the top level of bg.js. Store that it is on where it is added now, and that it is off where it is removed (bg.js:3); begin it with a test of that.']);
  });

  it('names what a temporary listener would have to store', () => {
    expect(advised(`chrome.browserAction.onClicked.addListener((tab) => {
  const note = tab.title;
  chrome.tabs.onUpdated.addListener(function loaded(id, { status }) {
    if (id !== tab.id || status !== 'complete') return;
    console.log(note);
    chrome.tabs.onUpdated.removeListener(loaded);
  });
});
`)).toEqual(['temporary: That is right for what ends within seconds. For what takes longer, register this listener at the top level of bg.js, and store what it waits for (`tab` and `note`).']);
  });
});
