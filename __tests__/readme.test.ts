import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pretty } from '../bin/reporters/pretty.ts';
import { transforms } from '../transforms/index.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import { extensionOf, FIXTURES, readFolder } from './support.ts';

const ROOT = new URL('../', import.meta.url).pathname;
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

const block = (language: string, text: string): string => `\`\`\`${language}\n${text.trim()}\n\`\`\``;

/** A background before and after all transforms. */
function migrated(before: string): string {
  const after = migrate(extensionOf({ 'background.js': before }), transforms).extension.files.get('background.js')!.text;
  return `${block('js', before)}\n\nbecomes\n\n${block('js', after)}`;
}

/** A file of a whole extension before and after all transforms. */
function migratedFile(folder: string, path: string): string {
  const before = readFolder(join(FIXTURES, folder));
  const after = migrate(extensionOf(before), transforms).extension.files.get(path)!.text;
  return `${block('js', extensionOf(before).files.get(path)!.text)}\n\nbecomes\n\n${block('js', after)}`;
}

const example = (id: string): string => migrated(readFileSync(join(FIXTURES, id, 'example.input.js'), 'utf8'));

/** What is left to a person in one file of a whole extension, as the command line prints it. */
function report(): string {
  const { findings } = migrate(extensionOf(readFolder(join(FIXTURES, 'extensions/article-tools.input'))), transforms);
  const left = findings.filter(({ file, outcome }) => file === 'js/background.js' && outcome === 'manual');
  const lines = pretty({ version: 1, extensions: [{ root: '.', target: 'chrome', manifest: 'manifest.json', targetSource: '', findings: left, changes: [] }] }, { colors: false, dryRun: true }).split('\n');
  return block('text', lines.slice(2, lines.indexOf('', 2)).join('\n'));
}

/** The generated parts, by the name in their markers, from what stands there. */
const PARTS: Readonly<Record<string, (part: string) => string>> = {
  example: () => example('scripting'),
  state: () => example('global-state'),
  wake: (part) => migrated(/```js\n([^]*?)```/.exec(part)![1]!),
  pages: () => migratedFile('background-calls/example.input', 'popup.js'),
  report,
  transforms: () => transforms.map(({ id, summary }) => `- \`${id}\`: ${summary}`).join('\n'),
};

it('shows what the tool does, and all transforms', async () => {
  const names = [...readme.matchAll(/<!-- (\w+) -->\n/g)].map(([, name]) => name);
  expect(names).toEqual(Object.keys(PARTS));
  const current = readme.replace(/(<!-- (\w+) -->\n)([^]*?)(<!-- \/\2 -->)/g, (_, start: string, name: string, part: string, end: string) => `${start}${PARTS[name]!(part)}\n${end}`);
  await expect(current).toMatchFileSnapshot(join(ROOT, 'README.md'));
});

it('explains every option of the command line, and no other', () => {
  const options = (text: string): string[] => [...new Set(text.match(/--[a-z][a-z-]*/g))].sort();
  const help = execFileSync(process.execPath, [join(ROOT, 'dist/bin/mv3-codemod.js'), '--help'], { encoding: 'utf8' });
  const table = readme.slice(readme.indexOf('\n## Options'), readme.indexOf('\n## How to read'));
  // yargs knows these two by itself; the help leaves them out.
  expect(options(table)).toEqual(options(`${help} --help --version`));
});

it('says what each folder of the analyses is for', () => {
  const folders = readdirSync(join(ROOT, 'transforms/lib'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const table = readme.slice(readme.indexOf('| folder |'), readme.indexOf('\n- `__testfixtures__'));
  expect([...table.matchAll(/^ *\| `([\w-]+)` \|/gm)].map(([, name]) => name).sort()).toEqual(folders.sort());
});
