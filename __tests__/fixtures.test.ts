import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import jscodeshift from 'jscodeshift';
import { describe, expect, it } from 'vitest';
import { transforms } from '../transforms/index.ts';
import { migrate, type Migration } from '../transforms/lib/migrate.ts';
import type { Definition } from '../transforms/lib/types.ts';
import { extensionOf, FIXTURES, fixturesOf, formatFindings, readFolder, type Fixture } from './support.ts';

const folders = readdirSync(FIXTURES).sort();
const seen = new Map<string, Set<string>>();

function run({ input, target }: Pick<Fixture, 'input' | 'target'>, definitions: readonly Definition[]): Migration {
  return migrate(extensionOf(input, target), definitions);
}

/** The texts after a migration, with those that did not change. */
function textsOf(migration: Migration, input: Fixture['input']): Record<string, string> {
  const texts: Record<string, string> = { ...input };
  for (const { file } of migration.changes) texts[file] = migration.extension.files.get(file)!.text;
  return texts;
}

const crlf = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, text.replace(/\r?\n/g, '\r\n')]));

describe.each(folders)('%s', (folder) => {
  const own = transforms.filter(({ id }) => id === folder);
  const definitions = folder === 'extensions' ? transforms : own;

  it('is a transform', () => {
    if (folder !== 'extensions') expect(own.map(({ id }) => id)).toEqual([folder]);
  });

  describe.each(fixturesOf(folder))('$name', (fixture) => {
    const migration = run(fixture, definitions);
    const { changes, findings, extension } = migration;
    for (const { transform, message } of findings) (seen.get(transform) ?? seen.set(transform, new Set()).get(transform)!).add(message);

    it('gives the output', async () => {
      if (fixture.file !== undefined) {
        if (changes.length === 0) {
          expect(existsSync(fixture.output), `${fixture.name} changes nothing, but has an output`).toBe(false);
          return;
        }
        expect(changes.map(({ file }) => file)).toEqual([fixture.file]);
        await expect(extension.files.get(fixture.file)!.text).toMatchFileSnapshot(fixture.output);
        return;
      }
      const expected = existsSync(fixture.output) ? Object.keys(readFolder(fixture.output)) : [];
      expect(expected.filter((path) => !changes.some(({ file }) => file === path)), 'output files that nothing wrote').toEqual([]);
      for (const { file } of changes) await expect(extension.files.get(file)!.text).toMatchFileSnapshot(join(fixture.output, file));
    });

    it('reports', async () => {
      await expect(formatFindings(findings)).toMatchFileSnapshot(fixture.findings);
    });

    it('has nothing left to change in a second run', () => {
      const again = run({ ...fixture, input: textsOf(migration, fixture.input) }, definitions);
      expect(again.changes).toEqual([]);
    });

    it('parses afterwards', () => {
      for (const { file } of changes) {
        expect(extension.script(file)?.problem).toBe(undefined);
        for (const { inline } of extension.page(file)?.scripts ?? []) {
          if (inline) expect(extension.inlineScript(extension.page(file)!, inline).problem).toBe(undefined);
        }
      }
    });

    it('gives CRLF for CRLF', () => {
      const input = crlf(fixture.input);
      const other = run({ ...fixture, input }, definitions);
      expect(textsOf(other, input)).toEqual(crlf(textsOf(migration, fixture.input)));
    });

    it('agrees with plain jscodeshift', () => {
      const file = fixture.file;
      if (file === undefined || !/\.[jt]sx?$/.test(file) || own[0] === undefined) return;
      const source = fixture.input[file]!;
      const api = { jscodeshift, j: jscodeshift, stats: () => {}, report: () => {} };
      const alone = own[0]({ path: file, source }, api, { target: fixture.target });
      // One file alone shows less than the extension: plain jscodeshift may leave a place, never change it otherwise.
      expect([undefined, textsOf(migration, fixture.input)[file]]).toContain(alone);
    });
  });
});

it('shows every message in some fixture', () => {
  const missing = transforms.flatMap(({ id, messages }) => Object.keys(messages).filter((message) => !seen.get(id)?.has(message)).map((message) => `${id}/${message}`));
  expect(missing).toEqual([]);
});

it('has fixtures and an example for every transform', () => {
  const without = transforms.filter(({ id }) => !folders.includes(id) || !readdirSync(join(FIXTURES, id)).some((name) => name.startsWith('example')));
  expect(without.map(({ id }) => id)).toEqual([]);
});
