import { completesAbruptly } from './lib/control-flow.ts';
import { callOf, isCall, isFunction, isMember, isUnused, memberName, parentOf, stringValue, unwrap, walk, wrapped, type Node } from './lib/ast.ts';
import { define } from './lib/define.ts';
import { isDynamicImport, kindOf, PARTLY_MISSING, useAround, type DomKind } from './lib/dom-kinds.ts';
import { offscreenCanvasInstead } from './lib/elements/canvases.ts';
import { urlInstead } from './lib/elements/links.ts';
import { notificationInstead } from './lib/elements/notifications.ts';
import { assertReplaceable, type Replacing } from './lib/elements/replacing.ts';
import { AT_START, backgroundScripts, failsAtStart, isAware, isForOthers, isOwnName, places, unitOf, usesIn, type Use } from './lib/environment.ts';
import type { Extension } from './lib/extension.ts';
import { GLOBAL_OBJECTS } from './lib/global-names.ts';
import { isTest, isUnder } from './lib/guarded.ts';
import type { Realm } from './lib/realms.ts';
import { orRefusal, Refusal } from './lib/refusal.ts';
import type { Script } from './lib/script.ts';
import { MISSING_IN_WORKER } from './lib/worker-globals.ts';
import { because, snippet } from './lib/words.ts';

const OFFSCREEN = 'https://developer.chrome.com/docs/extensions/reference/api/offscreen';

export default define({
  id: 'dom',
  summary: 'Uses of the DOM, of `window` and of other names of pages, which a service worker does not have',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#move-dom-and-window',
  targets: ['chrome', 'cross-browser'],
  messages: {
    'document': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no document{more}{start}',
      advice: 'Move the function that needs the DOM to an offscreen document (reason `DOM_PARSER` or `DOM_SCRAPING`) or to a page of the extension; ask it by message, and let it answer with plain data.',
      url: OFFSCREEN,
    },
    'element': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker cannot make elements{more}{start}',
      advice: 'To escape or unescape text, use a function on strings; for what needs the DOM, an offscreen document (reason `DOM_PARSER`).',
      url: OFFSCREEN,
    },
    'link': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no link elements to take a URL apart{more}{start}{reason}',
      advice: 'Use `new URL(address)`; unlike a link, it throws on what is not a URL.',
      url: 'https://developer.mozilla.org/docs/Web/API/URL/URL',
    },
    'url': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` is a `URL` now: a service worker has no link elements to take an address apart',
      url: 'https://developer.mozilla.org/docs/Web/API/URL/URL',
    },
    'url-differs': {
      outcome: 'review', severity: 'error',
      text: '`{code}` is a `URL` now: a service worker has no link elements to take an address apart; {differences}',
      advice: 'Check that nothing here relies on the difference.',
      url: 'https://developer.mozilla.org/docs/Web/API/URL/URL',
    },
    'offscreen-canvas': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` is an `OffscreenCanvas` now: a service worker has no canvas elements',
      url: 'https://developer.mozilla.org/docs/Web/API/OffscreenCanvas',
    },
    'offscreen-canvas-differs': {
      outcome: 'review', severity: 'error',
      text: '`{code}` is an `OffscreenCanvas` now: a service worker has no canvas elements; {differences}',
      advice: 'Check that nothing here relies on the difference.',
      url: 'https://developer.mozilla.org/docs/Web/API/OffscreenCanvas',
    },
    'parser': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker cannot parse HTML or XML into a document{more}{start}',
      advice: 'Parse in an offscreen document (reason `DOM_PARSER`) in a function that returns plain data, or use a parser that needs no DOM (linkedom, parse5, fast-xml-parser).',
      url: OFFSCREEN,
    },
    'clipboard': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no clipboard{more}{start}',
      advice: 'Use an offscreen document (reason `CLIPBOARD`) with a `<textarea>` and `document.execCommand`; `navigator.clipboard` fails there, because the document has no focus.',
      url: OFFSCREEN,
    },
    'audio': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker cannot play sound or video{more}{start}',
      advice: 'Play it in an offscreen document (reason `AUDIO_PLAYBACK`; Chrome closes it after 30 seconds of silence).',
      url: OFFSCREEN,
    },
    'image': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no image and canvas elements{more}{start}{reason}',
      advice: 'Use `new OffscreenCanvas(width, height)`, and `createImageBitmap(await (await fetch(url)).blob())` for images (not SVG); `convertToBlob` stands for `toDataURL` and `toBlob`.',
      url: 'https://developer.mozilla.org/docs/Web/API/OffscreenCanvas',
    },
    'iframe': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker cannot hold frames{more}{start}',
      advice: 'Put the frame into an offscreen document (reason `IFRAME_SCRIPTING` or `DOM_SCRAPING`).',
      url: OFFSCREEN,
    },
    'script-loader': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` loads a script through the DOM, which a service worker cannot{more}{start}',
      advice: 'Load the extension\'s own scripts at top level with `importScripts`, or import them; after the start `importScripts` refuses new scripts.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/basics',
    },
    'dynamic-import': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: `import()` always fails in a service worker',
      advice: 'Import the module statically, and have the bundler keep the background in one file.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/basics',
    },
    'ready': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` waits for a page to be loaded, and a service worker has none{more}{start}',
      advice: 'Run the code directly, at top level.',
    },
    'blob-url': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker cannot make blob URLs{more}{start}',
      advice: 'For short text use a `data:` URL; for large or binary data an offscreen document (reason `BLOBS`).',
      url: OFFSCREEN,
    },
    'window-open': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker cannot open windows this way{more}{start}',
      advice: 'Use `tabs.create({ url })`, or `windows.create({ url, type: "popup" })` for one with a size; talk to what it opens by message.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/windows#method-create',
    },
    'reload': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker cannot reload itself{more}{start}',
      advice: '`runtime.reload()` restarts the extension.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/runtime#method-reload',
    },
    'navigation': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no page to navigate{more}{start}',
      advice: 'Open a page of the extension with `tabs.create`.',
    },
    'location': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` is the address of the worker\'s script, no longer that of a page{more}',
      advice: 'Use `runtime.getURL("")` as the base of the extension\'s own URLs.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/runtime#method-getURL',
    },
    'match-media': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker cannot ask for media features{more}{start}',
      advice: 'Ask in an offscreen document (reason `MATCH_MEDIA`) or in a page, and store the answer; a change cannot wake the worker.',
      url: OFFSCREEN,
    },
    'geolocation': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no geolocation{more}{start}',
      advice: 'Use an offscreen document (reason `GEOLOCATION`, Chrome 116) for one position; nothing can watch the position while the worker is stopped.',
      url: OFFSCREEN,
    },
    'media-capture': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker cannot capture sound, video or the screen{more}{start}',
      advice: 'Call `getUserMedia` in an offscreen document (reason `USER_MEDIA` or `DISPLAY_MEDIA`); for a tab get a stream id with `tabCapture.getMediaStreamId` in the worker (Chrome 116).',
      url: 'https://developer.chrome.com/docs/extensions/how-to/web-platform/screen-capture',
    },
    'speech': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no speech{more}{start}',
      advice: 'Use `chrome.tts.speak` (permission `tts`) for speech; recognition needs an offscreen document (reason `USER_MEDIA`).',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/tts',
    },
    'webrtc': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no WebRTC{more}{start}',
      advice: 'Hold the connection in an offscreen document (reason `WEB_RTC`).',
      url: OFFSCREEN,
    },
    'web-worker': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker cannot start workers{more}{start}',
      advice: 'Start it in an offscreen document (reason `WORKERS`), or call its code directly.',
      url: OFFSCREEN,
    },
    'notification': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: this constructor is illegal in a service worker{more}{start}{reason}',
      advice: 'Use `notifications.create` (permission `notifications`) and one `notifications.onClicked` listener at top level.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/notifications',
    },
    'own-notification': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` is `notifications.create` now: a service worker cannot use the constructor',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/notifications',
    },
    'own-notification-differs': {
      outcome: 'review', severity: 'error',
      text: '`{code}` is `notifications.create` now: a service worker cannot use the constructor; {differences}',
      advice: 'Check that nothing here relies on the difference.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/notifications',
    },
    'screen': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no screen and no window to measure{more}{start}',
      advice: 'Take the size from `windows.getLastFocused()`, or from `system.display.getInfo()` (permission `system.display`).',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/system.display',
    },
    'beacon': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no `sendBeacon`{more}{start}',
      advice: 'Use `fetch(url, { method: "POST", body, keepalive: true })`.',
      url: 'https://developer.mozilla.org/docs/Web/API/RequestInit#keepalive',
    },
    'battery': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no battery status{more}{start}',
      advice: 'Ask in an offscreen document (reason `BATTERY_STATUS`).',
      url: OFFSCREEN,
    },
    'navigator': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` is undefined in a service worker{more}',
      advice: 'Ask for it in a page of the extension, or in an offscreen document.',
    },
    'window-message': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: no window sends messages to a service worker{more}{start}',
      advice: 'Put the frame or worker that sends them into an offscreen document, and talk to that with `runtime.sendMessage`.',
      url: OFFSCREEN,
    },
    'window-event': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker gets no events of a page{more}{start}',
      advice: 'Use an event of an extension API that means the same, or watch for it in a page or content script and send a message.',
    },
    'window': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no `window`{more}{start}',
      advice: 'Write `self` or `globalThis` for the global object: pages know both, too.',
    },
    'global-of-node': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}`: a service worker has no `window`, so it comes here, and has no `global` either{more}',
      advice: 'Write `globalThis`, or test `typeof self` for the global object: pages know both, too. Some bundlers give code a `global`; then nothing is to be done.',
    },
    'code-of-node': {
      outcome: 'manual', severity: 'error',
      text: '`{code}`: a service worker has no `window`, so it comes here, and has no `{name}` either{start}',
      advice: 'Ask for what belongs to Node.js instead (`typeof module`), or for `self`, which pages and workers know. Some bundlers give code these names; then nothing is to be done.',
    },
    'missing-global': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` does not exist in a service worker{more}{start}',
      advice: 'Do this in an offscreen document or a page of the extension, or do without.',
      url: OFFSCREEN,
    },
    'skipped-code': {
      outcome: 'manual', severity: 'warning',
      text: 'what `{code}` guards no longer runs in the background: a service worker has no `{name}`',
      advice: 'Take the background\'s own code out of the test, or test for what it really needs.',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    const { originalManifest } = extension;
    const isWhole = hasAllScripts(extension);
    for (const script of backgroundScripts(realm, /./)) {
      const uses = [...usesIn(realm, script, namesIn(script))].flatMap((use) => {
        const kind = kindOf(script, use.name, use.node) ?? (isOwnMember(realm, use) ? 'window' : undefined);
        return kind === undefined || (kind === 'missing-global' && !isWhole) ? [] : [{ ...use, kind }];
      }).concat([...windowsOfGlobal(realm, script)]);
      const left: Found[] = [];
      for (const use of uses) {
        const replacing = orRefusal(() => replacingOf(realm, use));
        if (replacing === undefined || replacing instanceof Refusal) {
          left.push({ ...use, reason: replacing?.message });
          continue;
        }
        const { edits, differences } = replacing;
        const message = `${use.kind === 'link' ? 'url' : use.kind === 'notification' ? 'own-notification' : 'offscreen-canvas'}${differences.length === 0 ? '' : '-differs'}` as const;
        yield { message, at: script.at(use.node), edits, data: { code: snippet(script, useAround(use.node)), differences: differences.join('; ') } };
      }
      for (const { first, count } of grouped(left)) {
        const { kind, node, name } = first;
        yield {
          message: kind, at: script.at(node),
          data: { name, code: snippet(script, useAround(node, kind === 'navigator' ? 1 : 2)), more: places(count), start: first.atStart && !(name === 'navigator' && parentOf(wrapped(node))?.type === 'VariableDeclarator') ? AT_START : '', reason: because(first.reason) },
        };
      }
      yield* dynamicImports(realm, script);
      yield* globalsOfNode(realm, script);
      yield* codeOfNode(realm, script);
      if (originalManifest.version === 2 && script.file.editable && script.realms.every(({ kind }) => kind === 'background')) yield* skippedCode(script);
    }
  },
});

/** Whether the background's scripts are all there: one that is not may declare any name. */
function hasAllScripts({ originalManifest, files }: Extension): boolean {
  const listed = originalManifest.value(['background', 'scripts']);
  return !Array.isArray(listed) || listed.every((path: unknown) => typeof path !== 'string' || files.has(path.replace(/^\.?\//, '')));
}

/** `self.window.x`: the global object of a worker has no `window`, and taking something of that throws. */
function* windowsOfGlobal(realm: Realm, script: Script): Generator<Found> {
  if (!script.file.editable || isOwnName(realm, 'window')) return;
  for (const name of ['self', 'globalThis']) {
    for (const { node: root } of script.freeNames.get(name) ?? []) {
      const node = parentOf(wrapped(root));
      if (!isMember(node) || node.object !== wrapped(root) || memberName(node) !== 'window') continue;
      const member = parentOf(wrapped(node));
      if (!isMember(member) || member.object !== wrapped(node) || member.optional || isForOthers(realm, script, node) || isAware(realm, script, node, 'window')) continue;
      yield { script, name: 'window', node, atStart: failsAtStart(realm, script, node), kind: 'window' };
    }
  }
}

/** Whether `window` is only written before a name that the background gives a meaning of its own. */
function isOwnMember(realm: Realm, { name, node }: Use): boolean {
  const member = name === 'window' ? parentOf(wrapped(node)) : undefined;
  return isMember(member) && member.object === wrapped(node) && isOwnName(realm, memberName(member) ?? '');
}

/** The names that a script does not declare and that a worker may lack, also as members of the global object. */
function* namesIn(script: Script): Generator<string> {
  const names = new Set(PARTLY_MISSING);
  const add = (name: string | undefined): void => {
    if (name !== undefined && MISSING_IN_WORKER.has(name)) names.add(name);
  };
  for (const [name, uses] of script.freeNames) {
    add(name);
    if (!GLOBAL_OBJECTS.has(name)) continue;
    for (const { node } of uses) {
      const parent = parentOf(wrapped(node));
      if (isMember(parent)) add(memberName(parent));
      if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') for (const member of parent.id.properties) if (member.type === 'ObjectProperty' && member.key.type === 'Identifier') add(member.key.name);
    }
  }
  yield* names;
}

interface Found extends Use {
  readonly kind: DomKind;
  /** Why nothing of a worker takes its place. */
  readonly reason?: string | undefined;
}

/** What takes the place of an element; undefined where nothing is known that could. @throws Refusal where it does not do the same */
function replacingOf(realm: Realm, { script, kind, node }: Found): Replacing | undefined {
  if (kind === 'notification') {
    const construction = callOf(node);
    return construction?.type === 'NewExpression' ? notificationInstead(realm, script, construction) : undefined;
  }
  const member = parentOf(wrapped(node));
  const call = isMember(member) && member.object === wrapped(node) && memberName(member) === 'createElement' ? callOf(member) : undefined;
  const element = call?.arguments.length === 1 ? stringValue(call.arguments[0])?.toLowerCase() : undefined;
  if (call === undefined || !isCall(call)) return undefined;
  if (kind === 'link') {
    assertReplaceable(realm, script, ['URL', 'location']);
    return urlInstead(script, call);
  }
  if (kind !== 'image' || element !== 'canvas') return undefined;
  assertReplaceable(realm, script, ['OffscreenCanvas']);
  return offscreenCanvasInstead(realm, script, call);
}

/** What each kind of use adds up to in a function, where it first occurs; plain DOM work around a known idiom belongs to that. */
function* grouped(uses: readonly Found[]): Generator<{ readonly first: Found; readonly count: number }> {
  const units = new Map<Node, Found[]>();
  for (const use of [...uses].sort((a, b) => a.node.start! - b.node.start!)) {
    const unit = unitOf(use.node);
    const list = units.get(unit);
    if (list === undefined) units.set(unit, [use]);
    else list.push(use);
  }
  for (const own of units.values()) {
    const idiom = own.find(({ kind }) => IDIOMS.has(kind))?.kind;
    const kinds = new Map<DomKind, Found[]>();
    for (const use of own) {
      const kind = idiom !== undefined && (use.kind === 'document' || use.kind === 'element') ? idiom : use.kind;
      kinds.set(kind, [...(kinds.get(kind) ?? []), use]);
    }
    for (const [kind, list] of kinds) {
      const first = list.find((use) => use.kind === kind)!;
      yield { first: { ...first, atStart: list.some(({ atStart }) => atStart) }, count: list.length };
    }
  }
}

const IDIOMS: ReadonlySet<DomKind> = new Set(['clipboard', 'audio', 'image', 'iframe', 'script-loader', 'parser', 'link']);

function* dynamicImports(realm: Realm, script: Script) {
  if (!/\bimport\s*\(/.test(script.text)) return;
  const found: Node[] = [];
  walk(script.program!, (node) => {
    if (isDynamicImport(node)) found.push(node);
  });
  for (const node of found) {
    if (isAware(realm, script, node, 'import') || (!script.file.editable && !failsAtStart(realm, script, node))) continue;
    yield { message: 'dynamic-import' as const, at: script.at(node), data: { code: snippet(script, node) } };
  }
}

/** What code takes for Node.js because it has no `window`: `typeof window !== 'undefined' ? window : global`. */
function* globalsOfNode(realm: Realm, script: Script) {
  if (!script.file.editable || isOwnName(realm, 'global')) return;
  const asksFor = (name: string) => (test: Node): boolean => new RegExp(`\\btypeof\\s+${name}\\b`).test(script.textOf(test));
  const found = script.globals('global').filter((node) => parentOf(wrapped(node))?.type !== 'UnaryExpression' && isUnder(node, asksFor('window')) && !isUnder(node, asksFor('(?:global|self|globalThis|importScripts)')));
  const [first] = found;
  if (first !== undefined) yield { message: 'global-of-node' as const, at: script.at(first), data: { code: snippet(script, useAround(first)), more: places(found.length) } };
}

/** Code for Node.js that runs where a test finds no `window`: `if (typeof window !== 'undefined') window.lib = lib; else module.exports = lib;` */
function* codeOfNode(realm: Realm, script: Script) {
  if (!script.file.editable) return;
  const ranges = script.globals('window').flatMap((node) => insteadOf(node) ?? []);
  if (ranges.length === 0) return;
  const isInstead = (node: Node): boolean => ranges.some(({ start, end }) => node.start! >= start && node.end! <= end);
  const isAsked = (node: Node): boolean => isTest(node) || isUnder(node, (test) => /\btypeof\s+(module|exports|require|process|global|self|globalThis|importScripts)\b/.test(script.textOf(test)));
  const found = NAMES_OF_NODE.flatMap((name) => {
    const uses = isOwnName(realm, name) ? [] : script.globals(name).filter((node) => !isAsked(node));
    // Where it is used anywhere, a bundler gives it.
    return uses.every(isInstead) ? uses.map((node) => ({ name, node })) : [];
  }).sort((a, b) => a.node.start! - b.node.start!);
  const seen = new Set<number>();
  for (const { name, node } of found) {
    const { start } = ranges.find((one) => node.start! >= one.start && node.end! <= one.end)!;
    if (!seen.has(start)) yield { message: 'code-of-node' as const, at: script.at(node), data: { name, code: snippet(script, useAround(node)), start: failsAtStart(realm, script, node) ? AT_START : '' } };
    seen.add(start);
  }
}

const NAMES_OF_NODE = ['module', 'exports', 'require', 'process'];

/** What runs instead where a name that `typeof` is asked for does not exist. */
function insteadOf(node: Node): { readonly start: number; readonly end: number } | undefined {
  const asked = comparisonOf(node);
  if (asked === undefined) return undefined;
  let test: Node = asked.comparison;
  for (let up = parentOf(wrapped(test)); up?.type === 'LogicalExpression' && up.operator === (asked.absent ? '||' : '&&'); up = parentOf(wrapped(test))) test = up;
  const choice = parentOf(wrapped(test));
  if ((choice?.type !== 'IfStatement' && choice?.type !== 'ConditionalExpression') || choice.test !== wrapped(test)) return undefined;
  const branch = asked.absent ? choice.consequent : choice.alternate;
  if (branch) return { start: branch.start!, end: branch.end! };
  return completesAbruptly(choice.consequent) ? restAfter(choice) : undefined;
}

/** Code of the background that asks for a page's names only to be skipped without them: `if (typeof window !== 'undefined') { chrome... }`, or a listener; `if (typeof Audio === 'function') new Audio(...)`. */
function* skippedCode(script: Script) {
  for (const name of [...script.freeNames.keys()].filter((one) => one === 'window' || MISSING_IN_WORKER.has(one))) {
    const mentions = script.globals(name);
    for (const node of mentions) {
      const skipped = skippedWithout(node);
      if (skipped === undefined) continue;
      const isIn = ({ start, end }: Span) => (one: Node): boolean => one.start! >= start && one.end! <= end;
      const listens = (span: Span): boolean => script.apiReferences.some(({ node: api }) => isIn(span)(api)) || script.globals('addEventListener').some(isIn(span));
      const { instead } = skipped;
      const isOfPages = name === 'window' || name === 'document';
      const isLost = isOfPages ? listens(skipped) && (instead === undefined || !listens(instead)) : instead === undefined && mentions.some((one) => isIn(skipped)(one) && !isTest(one));
      if (isLost) yield { message: 'skipped-code' as const, at: script.at(skipped.test), data: { name, code: snippet(script, skipped.test) } };
    }
  }
}

/** `typeof window === 'undefined'`, around the name. */
function comparisonOf(node: Node): { readonly comparison: Node; readonly absent: boolean } | undefined {
  const asked = parentOf(wrapped(node));
  const comparison = asked?.type === 'UnaryExpression' && asked.operator === 'typeof' ? parentOf(wrapped(asked)) : undefined;
  if (comparison?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(comparison.operator)) return undefined;
  const type = stringValue(unwrap(comparison.left) === asked ? comparison.right : comparison.left);
  return type === undefined ? undefined : { comparison, absent: comparison.operator.startsWith('=') === (type === 'undefined') };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What does not run where a name that `typeof` is asked for does not exist, and what runs instead. */
function skippedWithout(node: Node): (Span & { readonly test: Node; readonly instead?: Span | undefined }) | undefined {
  const asked = comparisonOf(node);
  if (asked === undefined) return undefined;
  const { comparison, absent } = asked;
  let test: Node = comparison;
  for (let up = parentOf(wrapped(test)); up?.type === 'LogicalExpression' && up.operator === (absent ? '||' : '&&'); up = parentOf(wrapped(test))) {
    // play && typeof Audio === 'function' && play();
    if (!absent && up.left === wrapped(test) && isUnused(up)) return { test: comparison, start: up.right.start!, end: up.right.end! };
    test = up;
  }
  const choice = parentOf(wrapped(test));
  if (choice?.type !== 'IfStatement' || choice.test !== wrapped(test)) return undefined;
  const { consequent, alternate } = choice;
  const rest = restAfter(choice);
  const skipped = absent ? alternate : consequent;
  const other = absent ? consequent : alternate;
  if (skipped) return { test: comparison, start: skipped.start!, end: skipped.end!, instead: other ? { start: other.start!, end: other.end! } : completesAbruptly(skipped) && rest?.hasCode ? rest : undefined };
  return rest !== undefined && givesUp(consequent) ? { test: comparison, start: rest.start, end: rest.end } : undefined;
}

/** Whether code ends here without doing anything instead. */
function givesUp(statement: Node): boolean {
  let isIdle = completesAbruptly(statement);
  walk(statement, (node) => {
    if ((isCall(node) || node.type === 'NewExpression') && parentOf(node)?.type === 'ReturnStatement') isIdle = false;
    return isIdle;
  });
  return isIdle;
}

function restAfter(statement: Node): { readonly start: number; readonly end: number; readonly hasCode: boolean } | undefined {
  const parent = parentOf(statement);
  if (parent?.type !== 'BlockStatement' && parent?.type !== 'Program') return undefined;
  if (parent.type === 'BlockStatement' && !isFunction(parentOf(parent))) return undefined;
  return { start: statement.end!, end: parent.end!, hasCode: parent.body.at(-1) !== statement };
}
