import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Background, type Source } from './simulation/background.ts';
import { Browser, type BrowserOptions } from './simulation/browser.ts';
import { sourcesOf, type Files } from './simulation/equivalence.ts';
import { fixturesOf, readFolder, type Fixture } from './support.ts';

/*
 * Every rewrite of a message listener runs in the simulated browsers: what the sender was answered it still is, what got lost arrives,
 * nobody waits for an answer that does not come, and all else that the listener does stays the same.
 */

interface Message {
  readonly event: string;
  readonly message: unknown;
}

interface Heard {
  readonly answer: unknown;
  readonly waits: boolean;
  readonly effects: readonly unknown[];
}

interface Pair {
  readonly name: string;
  readonly before: Files;
  readonly after: Files;
  readonly main: string;
}

const pairs = fixturesOf('message-answers').flatMap((fixture): Pair[] => {
  if (!existsSync(fixture.output)) return [];
  const before = fixture.input;
  const after = fixture.file === undefined ? { ...before, ...readFolder(fixture.output) } : { ...before, [fixture.file]: readFileSync(fixture.output, 'utf8') };
  const main = mainOf(fixture);
  return before[main] === after[main] ? [] : [{ name: fixture.name, before, after, main }];
});

function mainOf({ file, input }: Fixture): string {
  return file ?? Object.keys(input).find((path) => /^background\.[jt]s$/.test(path)) ?? 'background.js';
}

/** Messages made of the words and the names of members that a listener asks for. */
function messagesOf(text: string): fc.Arbitrary<Message> {
  const words = [...new Set([...text.matchAll(/'([\w -]{1,20})'|"([\w -]{1,20})"/g)].map(([, single, double]) => (single ?? double)!)), 'other'];
  const members = [...new Set([...text.matchAll(/\b(?:message|request)\.(\w+)/g)].map(([, name]) => name!))].filter((name) => name !== 'keys');
  const value = fc.oneof({ weight: 6, arbitrary: fc.constantFrom<unknown>(...words) }, fc.constantFrom<unknown>(0, 1, true));
  const message = members.length === 0 ? fc.constantFrom<unknown>(...words) : fc.record(Object.fromEntries(members.map((name) => [name, value])), { requiredKeys: members.length === 1 ? members : [] });
  const events = [...new Set([...text.matchAll(/\bruntime\.(onMessage\w*)\.addListener/g)].map(([, name]) => `runtime.${name!}`))];
  return fc.record({ event: fc.constantFrom(...events), message });
}

async function run(sources: readonly Source[], messages: readonly Message[], options: BrowserOptions): Promise<Heard[]> {
  const browser = new Browser(options);
  for (const area of [browser.local, browser.sync]) void area.set({ name: 'a name', value: 1, count: 2, key: 'k', one: 1, last: 'l', other: 'o' });
  browser.tabs.set(1, { id: 1, active: true, title: 'A tab', url: 'https://a.example/' });
  const background = new Background(browser, sources);
  await background.start();
  await browser.clock.settle();
  browser.effects.splice(0);
  const heard: Heard[] = [];
  for (const { event, message } of messages) {
    const exchange = await background.exchange(event, message, { id: 'sender', origin: 'https://example.org', tab: { id: 1 } });
    await browser.clock.advance(60_000);
    heard.push({ answer: exchange.answer?.value ?? undefined, waits: exchange.answer === undefined, effects: browser.effects.splice(0) });
  }
  return heard;
}

describe.each(pairs.map((pair) => [pair.name, pair] as const))('%s', (_, { before, after, main }) => {
  const sources = Promise.all([before, after].map((files) => sourcesOf(files, [main], main.endsWith('.ts'))));
  const messages = fc.array(messagesOf(before[main]!), { minLength: 3, maxLength: 12 });
  const engines = [{ engine: 'chrome', promiseAnswers: false }, { engine: 'chrome' }, { engine: 'firefox' }] as const;

  it.each(engines)('answers what it answered, and nobody waits for nothing: %o', async (options) => {
    const [original, migrated] = await sources;
    await fc.assert(fc.asyncProperty(messages, async (sent) => {
      const [expected, seen] = [await run(original!, sent, options), await run(migrated!, sent, options)];
      for (const [index, { answer, effects }] of expected.entries()) {
        expect(seen[index]!.effects).toEqual(effects);
        // What an `async` listener returns to keep the channel open is what the sender got, whether or not the message was for it.
        if (answer !== undefined && answer !== true) expect(seen[index]!.answer).toEqual(answer);
      }
      expect(seen.filter(({ waits }) => waits)).toEqual([]);
    }), { numRuns: 40, seed: 11 });
  });

  it('is heard where it was not', async () => {
    const [original, migrated] = await sources;
    const sent = fc.sample(messages, { numRuns: 40, seed: 11 }).flat();
    const isGained = async (options: BrowserOptions): Promise<boolean> => {
      const [expected, seen] = [await run(original!, sent, options), await run(migrated!, sent, options)];
      return seen.some(({ answer }, index) => answer !== undefined && expected[index]!.answer === undefined);
    };
    expect(await Promise.all([{ engine: 'chrome', promiseAnswers: false } as const, { engine: 'firefox' } as const].map(isGained))).toContain(true);
  });
});
