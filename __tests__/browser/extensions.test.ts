import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { transforms } from '../../transforms/index.ts';
import type { StateArea } from '../../transforms/lib/extension.ts';
import { migrate } from '../../transforms/lib/migrate.ts';
import { TARGETS, type Target } from '../../transforms/lib/types.ts';
import { extensionOf, FIXTURES, fixturesOf, type Fixture } from '../support.ts';
import { SETTLE, sleep, type BrowserKind, type InstalledExtension, type TestBrowser } from './browser.ts';
import { chromium } from './chromium.ts';
import { firefox } from './firefox.ts';
import { play, readScenario, type Scenario } from './scenario.ts';
import { describeIn, writeFiles } from './support.ts';

// Every whole-extension fixture, migrated, in the browsers of its target: it loads without a remark, its background starts without an
// error, and what its scenario says holds although the background is stopped before every step. In Firefox, which still runs
// Manifest V2, the scenario must also hold for the original.

const BROWSERS: Readonly<Record<Target, readonly BrowserKind[]>> = {
  'chrome': [chromium],
  'firefox': [firefox],
  'cross-browser': [chromium, firefox],
  'event-page': [firefox],
};

/** What Chromium always remarks on a package for both browsers, and what does no harm. */
const FOR_BOTH = "'background.scripts' requires manifest version of 2 or lower.";

/** Run first in a background: has the answers of storage come late, in another order than that of the questions, and before the background may be stopped. */
const LATE_STORAGE = `
  for (const { storage } of [globalThis.browser, globalThis.chrome].filter((api) => api !== undefined)) {
    for (const [area, milliseconds] of Object.entries({ session: 50, local: 100, sync: 150 })) {
      const get = storage[area].get.bind(storage[area]);
      storage[area].get = (...args) => {
        const callback = typeof args.at(-1) === 'function' ? args.pop() : undefined;
        const late = (answer) => new Promise((resolve) => setTimeout(resolve, milliseconds, answer));
        return callback ? get(...args, (answer) => late(answer).then(callback)) : get(...args).then(late);
      };
    }
  }
`;

const scratch = mkdtempSync(join(tmpdir(), 'mv3-codemod-extensions-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

// One manifest alone is no extension to run.
const fixtures = fixturesOf('extensions').filter(({ file }) => file === undefined);
const original = ({ name }: Fixture): string => join(FIXTURES, 'extensions', `${name}.input`);

/** Writes the migrated extension, images and all. */
function build(fixture: Fixture, target: Target, area: StateArea, words: string): { readonly folder: string; readonly hasBackground: boolean } {
  const folder = join(scratch, `${fixture.name}${words}`);
  const input = extensionOf(fixture.input, target, area);
  const { extension, changes } = migrate(input, transforms);
  cpSync(original(fixture), folder, { recursive: true });
  writeFiles(folder, Object.fromEntries(changes.map(({ file }) => [file, extension.files.get(file)!.text])));
  return { folder, hasBackground: input.manifest.has(['background']) };
}

/** Has storage answer late in an extension whose background is of classic scripts. */
function delayStorage(folder: string, kind: BrowserKind): void {
  const { background } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { background: { service_worker?: string; scripts?: string[] } };
  const first = join(folder, kind === chromium ? background.service_worker! : background.scripts![0]!);
  writeFileSync(first, `{${LATE_STORAGE}}\n${readFileSync(first, 'utf8')}`);
}

/** Plays a scenario as it must go; returns in how many steps with something to observe a background that had been stopped was woken. */
async function follow(browser: TestBrowser, extension: InstalledExtension, scenario: Scenario, options: { readonly stopping: boolean }): Promise<number> {
  let answers = 0;
  for await (const { step, expected, observed, woken } of play(browser, extension, scenario, options)) {
    expect(observed, JSON.stringify(step)).toEqual(expected);
    if (woken && Object.keys(observed).length > 0) answers++;
  }
  return answers;
}

function hasRestart({ steps }: Scenario): boolean {
  return steps.some(({ restart }) => restart);
}

it('has ten whole extensions, and some for each target', () => {
  expect(fixtures.length).toBeGreaterThanOrEqual(10);
  expect(new Set(fixtures.map(({ target }) => target))).toEqual(new Set(TARGETS));
});

for (const kind of [chromium, firefox]) {
  describeIn(kind, (setup) => {
    for (const fixture of fixtures) {
      const scenario = readScenario(join(FIXTURES, 'extensions', `${fixture.name}.scenario.json`));
      const targets = [...new Set([fixture.target, ...(scenario.targets ?? [])])].map((target) => ({ target, area: 'session' as const, words: target === fixture.target ? '' : ` for ${target}` }));
      const areas = (scenario.stateAreas ?? []).map((area) => ({ target: fixture.target, area, words: ` with state in storage.${area}` }));
      const late = scenario.lateStorage ? [{ target: fixture.target, area: 'session' as const, words: ' where storage answers late', isLate: true }] : [];
      for (const { target, area, words, isLate } of [...targets, ...areas, ...late].map((one) => ({ isLate: false, ...one }))) {
        if (!BROWSERS[target].includes(kind)) continue;
        it(`runs ${fixture.name}${words}`, async () => {
          const { folder, hasBackground } = build(fixture, target, area, words);
          if (isLate) delayStorage(folder, kind);
          const extension = await setup.install(folder, hasRestart(scenario));
          expect(extension.warnings).toEqual(kind === chromium && target === 'cross-browser' ? [FOR_BOTH] : []);
          expect(await extension.errors()).toEqual([]);
          expect(await extension.isRunning()).toBe(hasBackground);
          const answers = await follow(setup.browser, extension, scenario, { stopping: true });
          if (area !== 'session') expect(await extension.evaluate('api.storage.session.get()')).toEqual({});
          if (hasBackground) {
            expect(answers).toBeGreaterThan(0);
            if (await extension.isRunning()) await extension.stop();
            await extension.start();
            await sleep(SETTLE);
          }
          expect(await extension.errors()).toEqual([]);
        });
      }
      if (kind === firefox) {
        const reason = scenario.withoutOriginal;
        it.skipIf(reason)(`runs the original of ${fixture.name}${reason ? ` (not: ${reason})` : ''}`, { retry: 2 }, async () => {
          // Some originals race with themselves, as their authors' did: what counts is that the scenario can be played with them.
          await follow(setup.browser, await setup.install(original(fixture), hasRestart(scenario)), scenario, { stopping: false });
        });
      }
    }
  });
}
