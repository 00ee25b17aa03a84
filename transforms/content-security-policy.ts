import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { givenUrl, insecureUrl } from './lib/insecure-urls.ts';
import type { JsonPath, Manifest } from './lib/manifest.ts';
import { minimumVersion } from './lib/platform.ts';
import { Policy, type Directive } from './lib/policy.ts';
import { needOf } from './lib/script-sources.ts';
import type { Match } from './lib/types.ts';

type Id = 'object' | 'source' | 'eval' | 'inline-script' | 'foreign-script' | 'script-src' | 'default-src' | 'worker-src' | 'object-src' | 'self' | 'wasm-name' | 'wasm' | 'insecure-requests' | 'insecure-hosts' | 'sandbox' | 'two-sandboxes' | 'line-breaks';

const KEY = 'content_security_policy';
const WASM = "'wasm-unsafe-eval'";
const UPGRADE_URL = 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Content_Security_Policy#upgrade_insecure_network_requests_in_manifest_v3';
const WASM_URL = 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/content_security_policy';

export default define<Id>({
  id: 'content-security-policy',
  summary: 'The content security policy is an object, and admits the extension\'s own scripts only',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/improve-security#update-csp',
  targets: ['chrome', 'firefox', 'cross-browser'],
  messages: {
    'object': { outcome: 'changed', severity: 'error', text: 'the policy of the extension\'s pages is now `content_security_policy.extension_pages`' },
    'source': { outcome: 'changed', severity: 'error', text: '`{source}` in `{directive}` is refused, and nothing uses it' },
    'eval': {
      outcome: 'review', severity: 'error',
      text: '`{source}` in `{directive}` is refused, but {need}',
      advice: 'Replace it by code that is in the extension, or move it into a sandboxed page.',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/improve-security#remove-execution-of-strings',
    },
    'inline-script': {
      outcome: 'review', severity: 'error',
      text: '`{source}` in `{directive}` is refused, but {need}',
      advice: 'Move the inline script into a file.',
    },
    'foreign-script': {
      outcome: 'review', severity: 'error',
      text: '`{source}` in `{directive}` is refused, but {need}',
      advice: 'Put what it loads into the extension: code from elsewhere is not allowed.',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/improve-security#remove-remote-code',
    },
    'script-src': { outcome: 'changed', severity: 'error', text: 'a policy without `script-src` is refused' },
    'default-src': { outcome: 'changed', severity: 'error', text: '`{source}` in `default-src` is refused for scripts, and none needs it: they have a `script-src` now' },
    'worker-src': { outcome: 'changed', severity: 'warning', text: 'Firefox takes `child-src` for workers too, and admits own ones only: `worker-src \'self\'`' },
    'object-src': { outcome: 'changed', severity: 'warning', text: 'Chrome before 111 refuses a policy without `object-src`' },
    'self': { outcome: 'changed', severity: 'error', text: '`script-src` needs `\'self\'`' },
    'wasm-name': { outcome: 'changed', severity: 'error', text: '`\'wasm-eval\'` is now `\'wasm-unsafe-eval\'`', url: WASM_URL },
    'wasm': { outcome: 'changed', severity: 'error', text: '`{file}` uses `WebAssembly`, which needs `\'wasm-unsafe-eval\'` in Manifest V3', url: WASM_URL },
    'insecure-requests': {
      outcome: 'review', severity: 'error',
      text: 'Firefox would request `{url}` of `{file}` with https: a policy of your own keeps it as it is',
      advice: 'If the server speaks https, use that, and remove the policy.',
      url: UPGRADE_URL,
    },
    'insecure-hosts': {
      outcome: 'review', severity: 'warning',
      text: '`{host}` admits http, and `{file}` requests what `{url}` is: Firefox would request it with https, a policy of your own keeps it as it is',
      advice: 'If all these addresses are https, remove the policy.',
      url: UPGRADE_URL,
    },
    'sandbox': { outcome: 'changed', severity: 'error', text: '`sandbox.content_security_policy` is now `content_security_policy.sandbox`' },
    'two-sandboxes': {
      outcome: 'manual', severity: 'error',
      text: '`sandbox.content_security_policy` is refused, and `content_security_policy.sandbox` says something else', advice: 'Keep in the latter what is meant.',
    },
    'line-breaks': { outcome: 'changed', severity: 'error', text: 'Chrome refuses a policy with line breaks' },
  },

  *manifest(manifest, extension) {
    const type = manifest.node([KEY])?.type;
    const path = type === 'string' ? [KEY] : [KEY, 'extension_pages'];
    if (manifest.string(path) !== undefined) yield* policy(manifest, extension, path);
    else if (type === undefined || type === 'object') yield* absent(manifest, extension);
    if (extension.hasWorker && type !== 'string') yield* sandbox(manifest);
  },
});

function* policy(manifest: Manifest, extension: Extension, path: JsonPath): Generator<Match<Id>> {
  const at = manifest.at(path.slice(0, 1));
  const text = manifest.string(path)!;
  if (extension.hasWorker && /[\r\n]/.test(text)) {
    yield { message: 'line-breaks', at, edits: manifest.set(path, text.replace(/\s+/g, ' ').trim()) };
    return;
  }
  const policy = new Policy(manifest, path);
  let clean = true;
  for (const match of [...sources(policy, extension), ...directives(policy, manifest, extension)]) {
    clean = false;
    yield { at, ...match };
  }
  if (clean && path.length === 1) yield { message: 'object', at, edits: manifest.wrap(path, 'extension_pages', {}) };
}

function* sandbox(manifest: Manifest): Generator<Match<Id>> {
  const [old, path] = [['sandbox', KEY], [KEY, 'sandbox']];
  const text = manifest.string(old);
  if (text === undefined) return;
  const current = manifest.string(path);
  const at = manifest.at(old);
  if (current !== undefined && current !== text) yield { message: 'two-sandboxes', at };
  else yield { message: 'sandbox', at, edits: [...manifest.remove(old), ...(current === undefined ? manifest.set(path, text, manifest.has([KEY]) ? undefined : 'sandbox') : [])] };
}

type Found = Omit<Match<Id>, 'at'>;

const UNQUOTED = /^(self|none)$/i;

/** Sources that are refused, and those that have another name. */
function* sources(policy: Policy, extension: Extension): Generator<Found> {
  for (const name of ['script-src', 'worker-src', 'object-src']) {
    const given = policy.directive(name)?.sources ?? [];
    const isEmptied = name !== 'script-src' && given.every(({ text }) => !isAdmitted(extension, name, text) && !UNQUOTED.test(text));
    for (const source of given) {
      if (source.text === "'wasm-eval'" && !policy.directive(name)!.sources.some(({ text }) => text === WASM)) {
        yield { message: 'wasm-name', edits: policy.replace(source, WASM) };
      } else if (UNQUOTED.test(source.text)) {
        yield { message: 'self', edits: policy.replace(source, `'${source.text.toLowerCase()}'`) };
      } else if (!isAdmitted(extension, name, source.text)) {
        yield { ...judged(extension, name, source.text), edits: isEmptied && source === given[0] ? policy.replace(source, "'none'") : policy.remove(source) };
      }
    }
  }
}

function judged(extension: Extension, directive: string, source: string): Found {
  const need = needOf(extension, directive, source);
  if (need === undefined) return { message: directive === 'default-src' ? 'default-src' : 'source', data: { source, directive } };
  return { message: source === "'unsafe-eval'" ? 'eval' : source.startsWith("'") ? 'inline-script' : 'foreign-script', data: { source, directive, need } };
}

function isAdmitted({ hasWorker, hasFirefox }: Extension, directive: string, source: string): boolean {
  const word = source.toLowerCase();
  if (word === "'self'" || word === "'none'" || word === WASM) return true;
  const inChrome = /^http:\/\/(localhost|127\.0\.0\.1)(:\*|:\d+\/?)?$/.test(word);
  const inFirefox = directive === 'object-src' || /^'sha(256|384|512)-|^(blob|filesystem):$/.test(word);
  return (!hasWorker || inChrome) && (!hasFirefox || inFirefox);
}

/** Directives that are missing, or lack what browsers insist on. */
function* directives(policy: Policy, manifest: Manifest, extension: Extension): Generator<Found> {
  const script = policy.directive('script-src');
  const wasm = wasmUser(extension);
  const isNew = extension.originalManifest.version === 2;
  if (script === undefined) {
    const fallback = policy.directive('default-src');
    const refused = refusedIn(extension, 'script-src', fallback);
    const edits = policy.add(wasm === undefined ? "script-src 'self'" : `script-src 'self' ${WASM}`);
    if (fallback === undefined) yield { message: 'script-src', edits };
    else if (refused !== undefined) yield { ...judged(extension, 'default-src', refused), edits };
    else if (wasm !== undefined) yield { message: 'wasm', edits, data: { file: wasm } };
    return;
  }
  const words = script.sources.map(({ text }) => text.toLowerCase());
  const none = script.sources.find(({ text }) => text.toLowerCase() === "'none'");
  if (none !== undefined && extension.hasFirefox) yield { message: 'self', edits: policy.replace(none, "'self'") };
  else if (none === undefined && (isNew || extension.hasFirefox) && !words.includes("'self'") && !words.includes('self')) yield { message: 'self', edits: policy.append(script, "'self'") };
  else if (wasm !== undefined && none === undefined && !words.includes(WASM) && !words.includes("'wasm-eval'")) yield { message: 'wasm', edits: policy.append(script, WASM), data: { file: wasm } };
  if (extension.hasFirefox && policy.directive('worker-src') === undefined && refusedIn(extension, 'worker-src', policy.directive('child-src')) !== undefined) {
    yield { message: 'worker-src', edits: policy.add("worker-src 'self'") };
  } else if (isNew && extension.hasWorker && policy.directive('object-src') === undefined && policy.directive('default-src') === undefined && minimumVersion(manifest, 'chrome') < 111) {
    yield { message: 'object-src', edits: policy.add("object-src 'self'") };
  }
}

function refusedIn(extension: Extension, directive: string, fallback: Directive | undefined): string | undefined {
  return fallback?.sources.find(({ text }) => !isAdmitted(extension, directive, text))?.text;
}

/** An extension without a policy: what the default of Manifest V3 no longer admits. */
function* absent(manifest: Manifest, extension: Extension): Generator<Match<Id>> {
  if (extension.originalManifest.version !== 2) return;
  const at = manifest.at([KEY]);
  const objects = extension.hasWorker ? "; object-src 'self'" : '';
  const wasm = wasmUser(extension);
  const insecure = extension.hasFirefox ? insecureUrl(extension) : undefined;
  const host = extension.hasFirefox ? insecureHost(extension) : undefined;
  const given = host === undefined ? undefined : givenUrl(extension);
  const path = [KEY, 'extension_pages'];
  if (wasm !== undefined) yield { message: 'wasm', at, edits: manifest.set(path, `script-src 'self' ${WASM}${objects}`), data: { file: wasm } };
  else if (insecure !== undefined) yield { message: 'insecure-requests', at, edits: manifest.set(path, `script-src 'self'${objects}`), data: { ...insecure } };
  else if (host !== undefined && given !== undefined) yield { message: 'insecure-hosts', at, edits: manifest.set(path, `script-src 'self'${objects}`), data: { host, ...given } };
}

/** A permission for hosts that may be asked over an insecure connection. */
function insecureHost({ originalManifest }: Extension): string | undefined {
  return ['permissions', 'optional_permissions'].flatMap((key) => originalManifest.strings([key])).find((text) => /^(<all_urls>$|(\*|http):\/\/(?!localhost\b|127\.))/.test(text));
}

/** A script of the extension's own pages that compiles WebAssembly, the author's or a library's. */
function wasmUser(extension: Extension): string | undefined {
  if (extension.originalManifest.version !== 2) return undefined;
  for (const { kind, scripts } of extension.realms) {
    if (kind === 'content' || kind === 'sandbox') continue;
    const user = scripts.find(({ text }) => /\bWebAssembly\s*\.\s*(compile|instantiate|Module|Instance)/.test(text));
    if (user !== undefined) return user.path;
  }
  return undefined;
}
