import { describe, expect, it } from 'vitest';
import { observe, sourcesOf, type Observed, type Stimulus } from './simulation/equivalence.ts';

/** A counter that answers messages, as its author wrote it. */
const ORIGINAL = `
var count = 101;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'count') {
    ++count;
    sendResponse(count);
  }
});`;

const MIGRATED = `
var count = 101;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'count') {
    stateRestored.then(() => {
      ++count;
      chrome.storage.session.set({ count });
      sendResponse(count);
    });
    return true;
  }
});`;

const STIMULI: readonly Stimulus[] = [{ send: 'count' }, { send: 'other' }, { send: 'count' }, { wait: 60_000 }, { send: 'count' }];

async function run(text: string, unloading: 'never' | 'always'): Promise<Observed> {
  return observe(await sourcesOf({ 'background.js': text }, ['background.js']), STIMULI, unloading);
}

describe('the simulated browser', () => {
  it('keeps a persistent background, and loses an unloaded one', async () => {
    expect((await run(ORIGINAL, 'never')).steps.map(({ answer }) => answer)).toEqual([102, undefined, 103, undefined, 104]);
    expect((await run(ORIGINAL, 'always')).steps.map(({ answer }) => answer)).toEqual([102, undefined, 102, undefined, 102]);
  });

  it('shows a right migration as right', async () => {
    expect(await run(MIGRATED, 'always')).toEqual(await run(ORIGINAL, 'never'));
    expect(await run(MIGRATED, 'never')).toEqual(await run(ORIGINAL, 'never'));
  });

  it.each([
    ['no restore', MIGRATED.replace('count = saved.count;', '')],
    ['no store', MIGRATED.replace('chrome.storage.session.set({ count });', '')],
    ['a late listener', MIGRATED.replace('chrome.runtime.onMessage', 'stateRestored.then(() => chrome.runtime.onMessage').replace(/\}\);$/, '}));')],
    ['no gate', MIGRATED.replace('stateRestored.then(() => {\n      ++count', 'Promise.resolve().then(() => {\n      ++count')],
  ])('shows %s as wrong', async (_name, text) => {
    expect(await run(text, 'always')).not.toEqual(await run(ORIGINAL, 'never'));
  });

  it('shows a racy read-modify-write as wrong', async () => {
    const racy = `
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message !== 'count') return;
  chrome.storage.session.get({ count: 101 }).then(async ({ count }) => {
    await chrome.storage.session.set({ count: count + 1 });
    sendResponse(count + 1);
  });
  return true;
});`;
    const together: readonly Stimulus[] = [{ together: [{ send: 'count' }, { send: 'count' }, { send: 'count' }] }, { send: 'count' }];
    const answers = async (text: string, unloading: 'never' | 'always'): Promise<unknown[]> =>
      (await observe(await sourcesOf({ 'background.js': text }, ['background.js']), together, unloading)).steps.map(({ answer }) => answer);
    expect(await answers(ORIGINAL, 'never')).toEqual([[102, 103, 104], 105]);
    expect(await answers(MIGRATED, 'always')).toEqual([[102, 103, 104], 105]);
    expect(await answers(racy, 'always')).not.toEqual([[102, 103, 104], 105]);
  });
});
