import { describe, expect, it } from 'vitest';
import { transforms } from '../transforms/index.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import type { Target } from '../transforms/lib/types.ts';
import { extensionOf } from './support.ts';

const definitions = transforms.filter(({ id }) => id === 'connections' || id === 'timers' || id === 'start-up-effects');

const TEXT = `
  let port;
  function connect() {
    port = chrome.runtime.connectNative('host');
  }
  connect();
  chrome.action.onClicked.addListener(() => (port ? port.postMessage('clicked') : connect()));
  const source = new EventSource('https://example.com/events');
  source.onmessage = console.log;
  async function poll() {
    while (true) await fetch('https://example.com/poll');
  }
  chrome.tabs.onCreated.addListener(poll);
  setInterval(() => fetch('https://example.com/'), 600000);
  setInterval(() => fetch('https://example.com/often'), 5000);
  chrome.runtime.onMessage.addListener((seconds) => setInterval(() => fetch('https://example.com/asked'), seconds * 1000));
  chrome.commands.onCommand.addListener(async () => {
    const { minutes } = await chrome.storage.local.get({ minutes: 5 });
    setTimeout(() => fetch('https://example.com/later'), minutes * 60000);
  });
  const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  (async () => {
    while (true) {
      await fetch('https://example.com/loop');
      await sleep(1000);
    }
  })();
`;

function wordsOf(target: Target): readonly string[] {
  return migrate(extensionOf({ 'background.js': TEXT }, target), definitions).findings.map(({ text, advice = '' }) => `${text} ${advice}`);
}

function advised(target: Target): Record<string, string> {
  return Object.fromEntries(migrate(extensionOf({ 'background.js': TEXT }, target), definitions).findings.map(({ message, advice = '' }) => [message, advice]));
}

/** A target is told of its own browsers only. */
describe('the advice on connections and alarms', () => {
  it.each(['firefox', 'event-page'] as const)('does not speak of Chrome to %s', (target) => {
    const advice = advised(target);
    expect(Object.keys(advice).sort()).toEqual(['alarm', 'alarm-of-minutes', 'endless-loop', 'event-source', 'long-polling', 'native-port', 'sent', 'short-interval', 'unknown-interval']);
    expect(wordsOf(target).filter((text) => /Chrome|30 seconds|not as fast|\{[a-z]+\}/.test(text))).toEqual([]);
    expect(advice['alarm']).toContain('Firefox forgets');
  });

  it('does not speak of Firefox to Chrome', () => {
    const advice = advised('chrome');
    expect(Object.values(advice).filter((text) => /Firefox|\{/.test(text))).toEqual([]);
    expect(advice['alarm']).toContain('Chrome may keep');
    expect(advice['alarm-of-minutes']).toContain('Chrome rounds');
    for (const message of ['short-interval', 'endless-loop', 'unknown-interval']) expect(advice[message]).toMatch(/30 seconds/i);
  });

  it('speaks of both where both run it', () => {
    expect(advised('cross-browser')['alarm']).toMatch(/Chrome may keep.*Firefox forgets/);
  });
});
