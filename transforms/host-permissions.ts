import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { isHostPermission, isMatchPattern } from './lib/match-patterns.ts';
import type { JsonPath, Manifest } from './lib/manifest.ts';
import { minimumVersion } from './lib/platform.ts';
import type { Match } from './lib/types.ts';

type Id = 'hosts' | 'optional-hosts' | 'optional-hosts-copied' | 'repeated' | 'ftp' | 'malformed' | 'content-script' | 'any-port' | 'port' | 'not-granted' | 'revocable';

/** The first Firefox that grants hosts at installation, and the first that reads `optional_host_permissions`. */
const GRANTS = 127;
const READS_OPTIONAL = 128;

export default define<Id>({
  id: 'host-permissions',
  summary: 'Hosts in `permissions` move to `host_permissions` and `optional_host_permissions`',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/manifest#update_host_permissions',
  targets: ['chrome', 'firefox', 'cross-browser'],
  messages: {
    'hosts': { outcome: 'changed', severity: 'error', text: 'hosts are now in `host_permissions`: {hosts}' },
    'optional-hosts': { outcome: 'changed', severity: 'error', text: 'optional hosts are now in `optional_host_permissions`: {hosts}' },
    'optional-hosts-copied': {
      outcome: 'changed', severity: 'warning',
      text: 'optional hosts are now in `optional_host_permissions` too, which Firefox 128 reads: {hosts}',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/optional_host_permissions',
    },
    'repeated': { outcome: 'changed', severity: 'warning', text: '`{pattern}` stands in `{key}` already' },
    'ftp': { outcome: 'changed', severity: 'info', text: '`{pattern}` gives access to nothing: browsers no longer speak FTP' },
    'malformed': {
      outcome: 'manual', severity: 'warning',
      text: '`{pattern}` is not a match pattern that {browser} understands: it gives access to nothing',
      advice: 'Write a pattern with scheme, host and path, like `https://*.example.com/*`, in `{key}`.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns',
    },
    'content-script': {
      outcome: 'manual', severity: 'error',
      text: '`{pattern}` is not a match pattern that {browser} understands: it refuses the extension',
      advice: 'Write a pattern with scheme, host and path, like `https://*.example.com/*`.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns',
    },
    'any-port': {
      outcome: 'changed', severity: 'error',
      text: '`{pattern}` is now `{other}`: Firefox has no wildcard for ports, and without a port a pattern means every port',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns',
    },
    'port': {
      outcome: 'manual', severity: 'warning',
      text: 'in Firefox a pattern with a port matches nothing: `{pattern}`',
      advice: 'Leave the port out, and look at it in the code: without a port, a pattern means every port.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns',
    },
    'not-granted': {
      outcome: 'manual', severity: 'warning',
      text: 'Firefox before 127 does not grant these hosts at installation, and users of every version can withdraw them',
      advice: 'Ask `permissions.contains` before relying on a host, and call `permissions.request` in a click; or raise `strict_min_version` to 127.',
      url: 'https://extensionworkshop.com/documentation/develop/manifest-v3-migration-guide/#host-permissions',
    },
    'revocable': {
      outcome: 'manual', severity: 'info',
      text: 'users of Firefox can withdraw these hosts at any time',
      advice: 'Ask `permissions.contains` before relying on a host, and call `permissions.request` in a click.',
      url: 'https://extensionworkshop.com/documentation/develop/manifest-v3-migration-guide/#host-permissions',
    },
  },

  *manifest(manifest, extension) {
    yield* split(manifest, extension, 'permissions', 'host_permissions');
    yield* split(manifest, extension, 'optional_permissions', 'optional_host_permissions');
    yield* contentScripts(manifest, extension);
    if (extension.hasFirefox) yield* grants(manifest, extension);
  },
});

function* split(manifest: Manifest, extension: Extension, from: string, to: string): Generator<Match<Id>> {
  const present = new Set(manifest.strings([to]));
  const copies = from === 'optional_permissions' && extension.target === 'firefox' && minimumVersion(manifest, 'firefox') < READS_OPTIONAL;
  // Whoever writes both in Manifest V3 means the versions of Firefox that read only one of them.
  const isForOldFirefox = from === 'optional_permissions' && extension.hasFirefox && extension.originalManifest.version === 3 && minimumVersion(manifest, 'firefox') < READS_OPTIONAL;
  const moved: { readonly path: JsonPath; readonly pattern: string }[] = [];
  for (const { path, pattern } of patterns(manifest, [from])) {
    if (!isHostPermission(pattern)) continue;
    const at = manifest.at(path);
    if (/^ftp:/.test(pattern)) yield { message: 'ftp', at, edits: manifest.removeElement(path), data: { pattern } };
    else if (!isMatchPattern(pattern, extension.target === 'firefox')) yield malformed(manifest, path, pattern, to, extension.target === 'firefox' ? 'Firefox' : 'Chrome');
    else if (!present.has(pattern)) moved.push({ path, pattern });
    else if (!copies && !isForOldFirefox) yield { message: 'repeated', at, edits: manifest.removeElement(path), data: { pattern, key: to } };
    present.add(pattern);
  }
  for (const { path, pattern } of patterns(manifest, [to])) {
    const other = extension.target === 'cross-browser' ? withoutPort(pattern) : undefined;
    const browser = browsersOf(extension).find((one) => !isMatchPattern(pattern, one === 'Firefox'));
    if (other !== undefined) yield { message: 'any-port', at: manifest.at(path), edits: manifest.set(path, other), data: { pattern, other } };
    else if (browser !== undefined) yield malformed(manifest, path, pattern, to, browser);
    else if (extension.hasFirefox && PORT.test(pattern)) yield { message: 'port', at: manifest.at(path), data: { pattern } };
  }
  const [first] = moved;
  if (first === undefined) return;
  const hosts = moved.map(({ pattern }) => pattern);
  const data = { hosts: hosts.map((host) => `\`${host}\``).join(', ') };
  if (copies) yield { message: 'optional-hosts-copied', at: manifest.at(first.path), edits: manifest.add([to], hosts, from), data };
  else yield { message: to === 'host_permissions' ? 'hosts' : 'optional-hosts', at: manifest.at(first.path), edits: manifest.move(moved.map(({ path }) => path), [to], from), data };
}

function* patterns(manifest: Manifest, key: JsonPath): Generator<{ readonly path: JsonPath; readonly pattern: string }> {
  const list = manifest.value(key);
  if (!Array.isArray(list)) return;
  for (const [index, pattern] of list.entries()) if (typeof pattern === 'string') yield { path: [...key, index], pattern };
}

function malformed(manifest: Manifest, path: JsonPath, pattern: string, key: string, browser: string): Match<Id> {
  return { message: 'malformed', at: manifest.at(path), data: { pattern, key, browser } };
}

function* contentScripts(manifest: Manifest, extension: Extension): Generator<Match<Id>> {
  const scripts = manifest.value(['content_scripts']);
  for (const index of Array.isArray(scripts) ? scripts.keys() : []) {
    for (const key of ['matches', 'exclude_matches']) {
      for (const { path, pattern } of patterns(manifest, ['content_scripts', index, key])) {
        const other = extension.hasFirefox ? withoutPort(pattern) : undefined;
        const refusing = browsersOf(extension).find((browser) => !isMatchPattern(pattern, browser === 'Firefox') || (browser === 'Chrome' && /^wss?:/.test(pattern)));
        if (other !== undefined) yield { message: 'any-port', at: manifest.at(path), edits: manifest.set(path, other), data: { pattern, other } };
        else if (refusing !== undefined) yield { message: 'content-script', at: manifest.at(path), data: { pattern, browser: refusing } };
        else if (extension.hasFirefox && PORT.test(pattern)) yield { message: 'port', at: manifest.at(path), data: { pattern } };
      }
    }
  }
}

function browsersOf({ hasWorker, hasFirefox }: Extension): string[] {
  return [...(hasWorker ? ['Chrome'] : []), ...(hasFirefox ? ['Firefox'] : [])];
}

const PORT = /^[^/]*:\/\/[^/]*:\d+\//;

/** A pattern for any port, as both browsers know it: `http://localhost:*\/*` gives `http://localhost/*`. */
function withoutPort(pattern: string): string | undefined {
  const other = pattern.replace(/^([^/]*:\/\/[^/]*):\*\//, '$1/');
  return other !== pattern && isMatchPattern(other, true) ? other : undefined;
}

/** What relies on hosts without asking for them. */
function* grants(manifest: Manifest, extension: Extension): Generator<Match<Id>> {
  const key = ['host_permissions', 'content_scripts'].find((name) => manifest.has([name, 0]));
  if (key === undefined) return;
  const asks = extension.apiScripts.some((script) => /\b(contains|request|getAll|onRemoved)\b/.test(script.text) && script.references('permissions').length > 0);
  if (!asks) yield { message: minimumVersion(manifest, 'firefox') < GRANTS ? 'not-granted' : 'revocable', at: manifest.at([key]) };
}
