import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { transforms } from '../transforms/index.ts';
import { migrate } from '../transforms/lib/migrate.ts';
import { TARGETS, type Finding, type Target } from '../transforms/lib/types.ts';
import { extensionOf } from './support.ts';

/*
 * What an unloadable background or Manifest V3 breaks, rule by rule: each hazard is rewritten or reported on each target of its rule,
 * or stays silent for a reason that stands here. The tables are in `hazards/*.txt`:
 *
 *     ## rule-id (targets)         `all`, `mv3`, `worker` (those with a service worker), or targets
 *     code of background.js        `--- path` begins another file; `--- manifest` holds keys that replace those of MANIFEST
 *     => transform/message         what every target of the rule finds; `=> firefox: ...` for one; `not ...`; `"part of the line"` says where
 *     => silent: reason            nothing is found that MANIFEST alone would not give
 *     =+ text                      what a changed file holds afterwards
 *
 * Other targets than those of the rule find none of what the rule's targets find, unless a line of their own says so.
 */

const FOLDER = new URL('hazards/', import.meta.url).pathname;
const GROUPS: Readonly<Record<string, readonly Target[]>> = { all: TARGETS, mv3: ['chrome', 'firefox', 'cross-browser'], worker: ['chrome', 'cross-browser'] };

const MANIFEST = {
  manifest_version: 2,
  name: 'Hazard',
  version: '1.0',
  browser_specific_settings: { gecko: { id: 'hazard@example.org' } },
  browser_action: {},
  permissions: ['<all_urls>', 'activeTab', 'alarms', 'bookmarks', 'contextMenus', 'cookies', 'downloads', 'history', 'idle', 'notifications', 'storage', 'tabs', 'webNavigation', 'webRequest', 'webRequestBlocking'],
};

interface Case {
  readonly rule: string;
  readonly targets: readonly Target[];
  readonly files: ReadonlyMap<string, string>;
  readonly expectations: readonly { readonly targets: readonly Target[] | undefined; readonly items: readonly Item[] }[];
  readonly outputs: readonly string[];
}

interface Item {
  readonly id: string;
  readonly line: string | undefined;
  readonly isSilent: boolean;
  readonly isAbsent: boolean;
}

function targetsOf(words: string): readonly Target[] {
  return words.split(/,\s*/).flatMap((word) => GROUPS[word] ?? (TARGETS.includes(word as Target) ? [word as Target] : expect.fail(`unknown target ${word}`)));
}

function itemOf(text: string): Item {
  if (/^silent: ./.test(text)) return { id: 'silent', line: undefined, isSilent: true, isAbsent: false };
  const match = /^(not )?([\w-]+\/[\w-]+)(?: "(.+)")?$/.exec(text) ?? expect.fail(`not understood: ${text}`);
  return { id: match[2]!, line: match[3], isSilent: false, isAbsent: match[1] !== undefined };
}

function casesOf(text: string): Case[] {
  const cases: Case[] = [];
  let [rule, targets]: [string, readonly Target[]] = ['', []];
  let open: { files: Map<string, string>; expectations: Case['expectations'][number][]; outputs: string[]; file: string } | undefined;
  const close = (): void => {
    if (open !== undefined) cases.push({ rule, targets, ...open });
    open = undefined;
  };
  for (const line of text.split('\n')) {
    const heading = /^## ([\w-]+) \((.*)\)$/.exec(line);
    const expectation = /^=> (?:((?:all|mv3|worker|chrome|firefox|cross-browser|event-page)(?:, [\w-]+)*): )?(.*)$/.exec(line);
    if (heading) {
      close();
      [rule, targets] = [heading[1]!, targetsOf(heading[2]!)];
      continue;
    }
    const isEnd = expectation !== null || line.startsWith('=+ ');
    if (!isEnd && open !== undefined && open.expectations.length > 0) close();
    if (open === undefined && line === '') continue;
    open ??= { files: new Map(), expectations: [], outputs: [], file: 'background.js' };
    const words = expectation?.[2];
    if (words !== undefined) open.expectations.push({ targets: expectation![1] === undefined ? undefined : targetsOf(expectation![1]), items: words.startsWith('silent: ') ? [itemOf(words)] : words.split(/, (?=[\w -]+\/)/).map(itemOf) });
    else if (isEnd) open.outputs.push(line.slice(3));
    else if (line.startsWith('--- ')) open.files.set(open.file = line.slice(4), '');
    else open.files.set(open.file, `${open.files.get(open.file) ?? ''}${line}\n`);
  }
  close();
  return cases;
}

/** The files of the extension that a case stands for: its manifest names them by what they are called. */
function filesOf({ files }: Case): Record<string, string> {
  const { manifest: own = '{}', ...texts } = Object.fromEntries(files);
  const background = Object.keys(texts).filter((path) => /^background[\w-]*\.[jt]s$/.test(path));
  const manifest: Record<string, unknown> = { ...MANIFEST };
  if ('background.html' in texts) manifest['background'] = { page: 'background.html' };
  else if (background.length > 0) manifest['background'] = { scripts: background, ...(background.some((path) => /^(import|export)\b/m.test(texts[path]!)) ? { type: 'module' } : {}) };
  if ('content.js' in texts) manifest['content_scripts'] = [{ matches: ['https://example.org/*'], js: ['content.js'] }];
  for (const page of ['popup', 'options']) if (`${page}.js` in texts) texts[`${page}.html`] ??= `<!doctype html>\n<script src="${page}.js"></script>\n`;
  if ('popup.html' in texts) manifest['browser_action'] = { default_popup: 'popup.html' };
  if ('options.html' in texts) manifest['options_ui'] = { page: 'options.html' };
  const keys = Object.entries({ ...manifest, ...(own.startsWith('{') && !own.startsWith('{ //') ? JSON.parse(own) as object : {}) }).filter(([, value]) => value !== null);
  return { ...texts, 'manifest.json': own.startsWith('{ //') ? own : `${JSON.stringify(Object.fromEntries(keys), undefined, 2)}\n` };
}

const nameOf = ({ transform, message }: Pick<Finding, 'transform' | 'message'>): string => `${transform}/${message}`;

/** What other findings bring about, and renamed calls: no hazards. */
const BESIDE = new Set(['action-api/browser-action', 'minimum-versions/raised', 'permissions/added']);

/** What the manifest alone gives. */
const plain = new Map(TARGETS.map((target) => [target, new Set(migrate(extensionOf({ 'manifest.json': JSON.stringify({ ...MANIFEST, background: { scripts: ['background.js'] } }), 'background.js': '' }, target), transforms).findings.map(nameOf))]));

const tables = readdirSync(FOLDER).sort().map((name) => [name.replace('.txt', ''), casesOf(readFileSync(join(FOLDER, name), 'utf8'))] as const);
/** What came of each rule on each target: that of its cases of which most is done. */
const RANKS = ['silent', 'reported', 'rewritten'] as const;
const results = new Map(TARGETS.map((target) => [target, new Map<string, number>()]));
const outcomes = new Map(transforms.flatMap(({ id, messages }) => Object.entries(messages).map(([message, { outcome }]) => [`${id}/${message}`, outcome])));

describe.each(tables)('%s', (_, cases) => {
  it.each(cases.map((one, index) => [`${one.rule} ${cases.slice(0, index).filter(({ rule }) => rule === one.rule).length + 1}`, one] as const))('%s', (__, one) => {
    const input = filesOf(one);
    for (const target of TARGETS) {
      const own = one.expectations.filter(({ targets }) => targets?.includes(target));
      const shared = one.expectations.filter(({ targets }) => targets === undefined);
      const isNamed = one.targets.includes(target) || own.length > 0;
      const items = (own.length > 0 ? own : isNamed ? shared : []).flatMap((expectation) => expectation.items);
      const absent = isNamed ? [] : one.expectations.flatMap((expectation) => expectation.items).filter(({ isSilent, isAbsent }) => !isSilent && !isAbsent);
      const { extension, findings, changes } = migrate(extensionOf(input, target), transforms);
      const lineOf = ({ file, line }: Finding): string => (input[file] ?? '').split('\n')[line - 1] ?? '';
      const seen = findings.filter((finding) => !plain.get(target)!.has(nameOf(finding))).map((finding) => `${nameOf(finding)} ${finding.file}: ${lineOf(finding).trim()}`);
      const isFound = ({ id, line }: Item): boolean => findings.some((finding) => nameOf(finding) === id && (line === undefined || lineOf(finding).includes(line)));
      if (isNamed) expect(items.length, `${target}: no expectation; found\n${seen.join('\n')}`).toBeGreaterThan(0);
      for (const item of items) {
        if (item.isSilent) expect(seen.filter((finding) => !BESIDE.has(finding.split(' ')[0]!)), target).toEqual([]);
        else expect(isFound(item), `${target}: ${item.isAbsent ? 'not ' : ''}${item.id}; found\n${seen.join('\n')}`).toBe(!item.isAbsent);
      }
      for (const item of absent) expect(isFound(item), `${target} is no target of the rule, but has ${item.id}`).toBe(false);
      const isRewritten = items.some(({ id, isAbsent }) => !isAbsent && /changed|review/.test(outcomes.get(id) ?? ''));
      if (isRewritten) for (const output of one.outputs) expect(changes.map(({ file }) => extension.files.get(file)!.text).join('\n'), target).toContain(output);
      const rank = isRewritten ? 2 : items.some(({ isSilent, isAbsent }) => !isSilent && !isAbsent) ? 1 : 0;
      if (one.targets.includes(target)) results.get(target)!.set(one.rule, Math.max(rank, results.get(target)!.get(one.rule) ?? 0));
    }
  });
});

it('knows every message that it expects', () => {
  const named = tables.flatMap(([, cases]) => cases.flatMap(({ expectations }) => expectations.flatMap(({ items }) => items.filter(({ isSilent }) => !isSilent).map(({ id }) => id))));
  expect(named.filter((id) => !outcomes.has(id))).toEqual([]);
  if (!process.env['FIGURES']) return;
  for (const [target, rules] of results) {
    const of = (rank: number): string[] => [...rules].flatMap(([rule, own]) => (own === rank ? [rule] : []));
    console.log(`${target}: ${rules.size} rules, ${RANKS.map((name, rank) => `${of(rank).length} ${name}`).reverse().join(', ')}\nsilent: ${of(0).join(', ')}`);
  }
});
