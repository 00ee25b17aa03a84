import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import type { BrowserKind, InstalledExtension, TestBrowser } from './browser.ts';

/** How long a test, or what is done before and after it, may take on a busy machine, in milliseconds. */
const TIMEOUT = 120_000;

/** What the tests of one browser use. */
export interface Setup {
  readonly browser: TestBrowser;
  /** Installs what a folder holds until the end of the test. @param stays as `TestBrowser.install` says */
  install(folder: string, stays?: boolean): Promise<InstalledExtension>;
  /** Installs an extension made of texts by path until the end of the test. */
  load(files: Readonly<Record<string, unknown>>): Promise<InstalledExtension>;
}

/** Tests in a real browser, one process for all of them; skipped visibly where it is not installed, failed under `CI`. */
export function describeIn(kind: BrowserKind, tests: (setup: Setup) => void): void {
  const found = kind.find();
  if ('missing' in found) {
    const reason = `no ${kind.name}: ${found.missing}`;
    if (process.env['CI']) {
      it(`finds ${kind.name}`, () => { throw new Error(reason); });
    } else {
      // A reporter that is content with a file does not list what it skipped.
      console.warn(`Skipped, ${reason}`);
      it.skip(reason);
    }
    return;
  }
  describe(kind.name, { timeout: TIMEOUT }, () => {
    let browser: TestBrowser;
    const cleanups: (() => unknown)[] = [];
    const install = async (folder: string, stays = false): Promise<InstalledExtension> => {
      const extension = await browser.install(folder, stays);
      cleanups.push(() => extension.uninstall());
      return extension;
    };
    beforeAll(async () => {
      browser = await kind.launch(found.path);
    }, TIMEOUT);
    afterAll(() => browser?.close(), TIMEOUT);
    afterEach(async () => {
      for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
    }, TIMEOUT);
    tests({
      get browser() {
        return browser;
      },
      install,
      load: (files) => {
        const folder = mkdtempSync(join(tmpdir(), 'mv3-codemod-extension-'));
        cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
        writeFiles(folder, files);
        return install(folder);
      },
    });
  });
}

/** Writes files by path: text and bytes as they are, anything else as JSON. */
export function writeFiles(folder: string, files: Readonly<Record<string, unknown>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  }
}
