import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import type { Json, JsonPath, Manifest } from './lib/manifest.ts';
import { isMatchPattern, originPattern } from './lib/match-patterns.ts';
import { normalise } from './lib/page.ts';
import { resourceUses, type ResourceUses } from './lib/resource-uses.ts';
import type { Match } from './lib/types.ts';

type Id = 'objects' | 'narrowed' | 'origins' | 'no-matches' | 'bad-matches' | 'dynamic-url' | 'dynamic-url-in-firefox' | 'foreign-ids';

const KEY = 'web_accessible_resources';
const EVERYWHERE = '<all_urls>';

export default define<Id>({
  id: 'web-accessible-resources',
  summary: '`web_accessible_resources` are objects that name the pages which may load them',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/manifest#update_web_accessible_resources',
  targets: ['chrome', 'firefox', 'cross-browser'],
  messages: {
    'objects': {
      outcome: 'changed', severity: 'error',
      text: '`web_accessible_resources` are now objects; every page may load them, as before',
      advice: 'Name the pages that need them in `matches` instead of `<all_urls>`: others can use them to recognise your users.',
    },
    'narrowed': {
      outcome: 'review', severity: 'error',
      text: '`web_accessible_resources` are now objects; {resources} can only be loaded by the pages of the content scripts that use them',
      advice: 'Add to `matches` other sites that load these files without a content script.',
    },
    'origins': { outcome: 'changed', severity: 'error', text: '`{pattern}` is now `{origin}`: Chrome takes whole origins only' },
    'no-matches': {
      outcome: 'manual', severity: 'error',
      text: 'these resources have neither `matches` nor `extension_ids`: {browser} refuses the extension',
      advice: 'Add `"matches"` with the pages that load them.',
    },
    'bad-matches': {
      outcome: 'manual', severity: 'error',
      text: '`{pattern}` is not a match pattern: browsers refuse the extension',
      advice: 'Write scheme, host and path: `https://*.example.com/*`.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns',
    },
    'dynamic-url': { outcome: 'changed', severity: 'warning', text: 'Firefox does not know `use_dynamic_url`: its URLs differ in each installation anyway' },
    'dynamic-url-in-firefox': { outcome: 'manual', severity: 'info', text: 'Firefox does not know `use_dynamic_url`, and ignores it with a warning' },
    'foreign-ids': {
      outcome: 'manual', severity: 'error',
      text: '`{id}` is no extension of {browser}, which refuses a manifest that names it',
      advice: 'Name the extensions of {browser} by their ids, or keep a manifest for each browser.',
    },
  },

  *manifest(manifest, extension) {
    const list = manifest.value([KEY]);
    if (!Array.isArray(list)) return;
    const strings = list.filter((item): item is string => typeof item === 'string');
    if (strings.length > 0) yield* conversion(manifest, extension, list, strings);
    for (const [index, item] of list.entries()) {
      if (item !== null && typeof item === 'object') yield* check(manifest, extension, [KEY, index]);
    }
  },
});

function* conversion(manifest: Manifest, extension: Extension, list: readonly Json[], strings: readonly string[]): Generator<Match<Id>> {
  const at = manifest.at([KEY]);
  const node = manifest.node([KEY])!;
  const hasComments = manifest.hasComment(node.offset, node.offset + node.length);
  const uses = resourceUses(extension);
  const groups = new Map<string, { readonly matches: readonly string[]; readonly resources: string[] }>();
  for (const resource of strings) {
    const matches = list.length === strings.length ? matchesOf(resource, uses) : [EVERYWHERE];
    const group = groups.get(matches.join(' ')) ?? { matches, resources: [] };
    group.resources.push(resource);
    groups.set(matches.join(' '), group);
  }
  const narrow = [...groups.values()].filter(({ matches }) => matches[0] !== EVERYWHERE);
  const [first] = groups.values();
  const data = { resources: narrow.flatMap(({ resources }) => resources.map((resource) => `\`${resource}\``)).join(', ') };
  const message = narrow.length > 0 ? 'narrowed' : 'objects';
  if (list.length > strings.length) {
    if (hasComments) {
      const edits = [...list.keys()].filter((index) => typeof list[index] === 'string').map((index) => {
        const place = manifest.atValue([KEY, index]);
        return { ...place, text: `{ "resources": [${manifest.text.slice(place.start, place.end)}], "matches": ["${EVERYWHERE}"] }` };
      });
      yield { message, at, edits };
      return;
    }
    const objects: Json[] = [...list.filter((item) => typeof item !== 'string'), { resources: strings, matches: [EVERYWHERE] }];
    yield { message, at, edits: manifest.set([KEY], objects) };
  } else if (groups.size === 1 || hasComments) {
    const matches = groups.size === 1 ? first!.matches : [EVERYWHERE];
    yield { message: groups.size === 1 ? message : 'objects', at, edits: manifest.wrap([KEY], 'resources', { matches }, true), data };
  } else {
    yield { message, at, edits: manifest.set([KEY], [...groups.values()].map(({ matches, resources }) => ({ resources, matches }))), data };
  }
}

/** The pages that may load a resource: those of the content scripts that use it, if nothing else can. */
function matchesOf(resource: string, { byPath, computed, elsewhere, anywhere }: ResourceUses): readonly string[] {
  const covers = pathTest(resource);
  const origins = new Set<string>();
  for (const [path, own] of byPath) if (covers(path)) for (const origin of own) origins.add(origin);
  if (origins.size === 0 || anywhere || [...elsewhere].some(covers)) return [EVERYWHERE];
  for (const origin of computed) origins.add(origin);
  const everywhere = [...origins].some((origin) => origin === EVERYWHERE || /^[^/]*:\/\/\*\//.test(origin) || !isMatchPattern(origin));
  return everywhere ? [EVERYWHERE] : [...origins];
}

/** Whether a path is one of those that a resource names; `*` stands for any text. */
function pathTest(resource: string): (path: string) => boolean {
  const clean = normalise(resource) ?? resource;
  const pattern = new RegExp(`^${clean.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
  return (path) => pattern.test(path);
}

/** Objects as Manifest V3 has them, which one of the browsers may still refuse. */
function* check(manifest: Manifest, extension: Extension, path: JsonPath): Generator<Match<Id>> {
  const dynamic = [...path, 'use_dynamic_url'];
  const has = (key: string): boolean => manifest.has([...path, key]);
  if (!has('matches') && !has('extension_ids') && (extension.hasFirefox || !has('use_dynamic_url'))) {
    yield { message: 'no-matches', at: manifest.at(path), data: { browser: extension.hasWorker && !has('use_dynamic_url') ? 'Chrome' : 'Firefox' } };
  }
  const patterns = manifest.strings([...path, 'matches']);
  const seen = new Set(patterns.filter((pattern) => originPattern(pattern) === pattern));
  for (const [index, pattern] of patterns.entries()) {
    const own = [...path, 'matches', index];
    const origin = originPattern(pattern);
    if (!isMatchPattern(pattern, extension.hasFirefox) && !(extension.target === 'chrome' && /^chrome(-extension)?:\/\//.test(pattern))) {
      yield { message: 'bad-matches', at: manifest.at(own), data: { pattern } };
    } else if (origin !== pattern && extension.hasWorker) {
      yield { message: 'origins', at: manifest.at(own), edits: seen.has(origin) ? manifest.removeElement(own) : manifest.set(own, origin), data: { pattern, origin } };
      seen.add(origin);
    }
  }
  for (const [index, id] of manifest.strings([...path, 'extension_ids']).entries()) {
    const ofChrome = /^[a-p]{32}$/.test(id);
    const browser = id === '*' ? undefined : extension.hasFirefox && ofChrome ? 'Firefox' : extension.hasWorker && !ofChrome ? 'Chrome' : undefined;
    if (browser !== undefined) yield { message: 'foreign-ids', at: manifest.at([...path, 'extension_ids', index]), data: { id, browser } };
  }
  if (extension.target === 'firefox' && manifest.has(dynamic)) yield { message: 'dynamic-url', at: manifest.at(dynamic), edits: manifest.remove(dynamic) };
  else if (extension.hasFirefox && manifest.has(dynamic)) yield { message: 'dynamic-url-in-firefox', at: manifest.at(dynamic) };
}
