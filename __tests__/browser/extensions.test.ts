import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { transforms } from '../../transforms/index.ts';
import { migrate } from '../../transforms/lib/migrate.ts';
import type { Target } from '../../transforms/lib/types.ts';
import { extensionOf, FIXTURES, fixturesOf, type Fixture } from '../support.ts';
import type { BrowserKind, InstalledExtension, TestBrowser } from './browser.ts';
import { chromium } from './chromium.ts';
import { firefox } from './firefox.ts';
import { play, type Scenario } from './scenario.ts';
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

const TIMEOUT = 60_000;

const scratch = mkdtempSync(join(tmpdir(), 'mv3-codemod-extensions-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const fixtures = fixturesOf('extensions').filter(({ file }) => file === undefined);
const original = ({ name }: Fixture): string => join(FIXTURES, 'extensions', `${name}.input`);

/** Writes the migrated extension, images and all. */
function build(fixture: Fixture): { readonly folder: string; readonly hasBackground: boolean } {
  const folder = join(scratch, fixture.name);
  const { extension, changes } = migrate(extensionOf(fixture.input, fixture.target), transforms);
  cpSync(original(fixture), folder, { recursive: true });
  writeFiles(folder, Object.fromEntries(changes.map(({ file }) => [file, extension.files.get(file)!.text])));
  return { folder, hasBackground: extension.manifest.has(['background']) };
}

function scenarioOf({ name }: Fixture): Scenario {
  const path = join(FIXTURES, 'extensions', `${name}.scenario.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Scenario) : { steps: [] };
}

async function follow(browser: TestBrowser, extension: InstalledExtension, scenario: Scenario, options: { readonly stopping: boolean }): Promise<void> {
  for await (const { step, expected, observed } of play(browser, extension, scenario, options)) expect(observed, JSON.stringify(step)).toEqual(expected);
}

for (const kind of [chromium, firefox]) {
  describeIn(kind, (setup) => {
    for (const fixture of fixtures) {
      const scenario = scenarioOf(fixture);
      if (BROWSERS[fixture.target].includes(kind)) {
        it.skipIf(scenario.withoutBrowser)(`runs ${fixture.name}${scenario.withoutBrowser ? ` (not: ${scenario.withoutBrowser})` : ''}`, { timeout: TIMEOUT }, async () => {
          const { folder, hasBackground } = build(fixture);
          const extension = await setup.install(folder);
          expect(extension.warnings.filter((warning) => fixture.target !== 'cross-browser' || warning !== FOR_BOTH)).toEqual([]);
          expect(await extension.errors()).toEqual([]);
          expect(await extension.isRunning()).toBe(hasBackground);
          await follow(setup.browser, extension, scenario, { stopping: true });
          if (hasBackground) {
            if (await extension.isRunning()) await extension.stop();
            await extension.start();
          }
          expect(await extension.errors()).toEqual([]);
        });
      }
      if (kind === firefox && scenario.steps.length > 0) {
        const reason = scenario.withoutOriginal ?? scenario.withoutBrowser;
        it.skipIf(reason)(`runs the original of ${fixture.name}${reason ? ` (not: ${reason})` : ''}`, { timeout: TIMEOUT }, async () => {
          await follow(setup.browser, await setup.install(original(fixture)), scenario, { stopping: false });
        });
      }
    }
  });
}
