import type * as t from '@babel/types';
import { isCall, parentOf, unwrap, wrapped, type AnyCall, type Node } from './lib/ast.ts';
import { stateApart } from './lib/state/apart.ts';
import type { Access, Variable } from './lib/bindings.ts';
import { define } from './lib/define.ts';
import { isForOthers } from './lib/environment.ts';
import { eventsAt } from './lib/event-turns.ts';
import type { Extension } from './lib/extension.ts';
import { growsWithoutEnd } from './lib/state/growth.ts';
import { isIgnored } from './lib/ignoring.ts';
import { isMarkOfLoading } from './lib/state/load-marks.ts';
import { changeByPage, readByPage } from './lib/state/page-changes.ts';
import { computedImports, importedLater } from './lib/modules.ts';
import { IDLE_LIMIT } from './lib/platform.ts';
import { otherRealmsOf, type Realm } from './lib/realms.ts';
import { keepsPosition, positionKept, positionsUnderOtherNames } from './lib/state/positions.ts';
import { pendingPromise } from './lib/state/pending-promises.ts';
import { planRestoring } from './lib/state/restoring.ts';
import type { Script } from './lib/script.ts';
import type { Shape } from './lib/shapes.ts';
import { boundingOf, classify, longestDelay, type Classified } from './lib/state/state.ts';
import { comesFromStorage } from './lib/state/stored.ts';
import { phaseOf, phasesAt, rankOf } from './lib/phases.ts';
import { areaOf, isStoredAround, isStoredBack } from './lib/state/stored-back.ts';
import { turnsOf, type Turns } from './lib/turns.ts';
import { flowOf } from './lib/values/flow.ts';
import { holdsIdsOnly } from './lib/wake/timers-of.ts';
import { joined, lineFrom, snippet, turnWords } from './lib/words.ts';

export default define({
  id: 'global-state',
  summary: 'Variables that one event changes and a later one reads: an unload resets them',
  url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#persist-states',
  messages: {
    'state': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` is changed by {writer} (line {line}) and read by {reader}; after an unload it starts again{reason}',
      advice: '{move}Keep it in `storage.{area}`: restore it once before any listener reads it, and store it after each change.',
    },
    'restored': {
      outcome: 'review', severity: 'error',
      text: '{names} {are} restored from `storage.{area}` before listeners use {them}, and stored after each change',
      advice: 'Listeners that use {them} wait for the first restore; read what they do before and after.',
    },
    'changed-by-page': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` is changed by a page (`{file}`, line {line}) and read by {reader}; after an unload it starts again',
      advice: 'Keep it in `storage.{area}`: let the page write it there, and the background restore it before any listener reads it.',
    },
    'read-by-page': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` is changed by {writer} (line {line}) and read by a page (`{file}`, line {read}); after an unload it starts again',
      advice: 'Keep it in `storage.{area}`: let the background store each change, and the page read it there.',
    },
    'mark': {
      outcome: 'manual', severity: 'warning',
      text: '`{name}` tells of `{other}`, which an unload takes away; `{name}` is not restored alone',
      advice: 'Keep both in `storage.{area}` or neither: alone, `{name}` would speak of what is lost.',
    },
    'unstored': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` is {filled} when the background starts; what {writer} changes (line {line}) is lost at the next start unless it is stored',
      advice: 'Store each change where the start-up reads it.',
    },
    'uncalled-state': {
      outcome: 'manual', severity: 'warning',
      text: '`{name}` is changed in a function whose caller was not found (line {line}) and read by {reader}; after an unload it starts again',
      advice: 'If an event calls it, keep `{name}` in `storage.{area}`.',
    },
    'imported-later': {
      outcome: 'manual', severity: 'warning',
      text: '`{name}`, of a module that `{code}` loads (`{file}`, line {at}), is changed by {writer} (line {line}) and read by {reader}; after an unload it starts again',
      advice: 'Keep it in `storage.{area}`; a module that the background imports statically is migrated, too.',
    },
    'imported-unknown': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` loads a module whose name is computed: what that module keeps in memory, an unload takes away, and it was not looked at',
      advice: 'Keep what its events change in `storage.{area}`; a module that the background imports statically is migrated, too.',
    },
    'filled-elsewhere': {
      outcome: 'manual', severity: 'warning',
      text: '`{name}` begins empty and is given to `{code}` (line {line}), and nothing else was found that fills it; what an event puts into it there, an unload takes away',
      advice: 'If an event does, keep it in `storage.{area}`: restore it once before any listener reads it, and store it after each change.',
    },
    'pending': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` is a promise that only {writer} resolves (line {line}), and {reader} waits for it; after an unload it stays pending until then',
      advice: 'Keep in `storage.{area}` what it brings, or that it came: resolve it as the background starts where storage has it, and store it where the event resolves it.',
    },
    'position': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` begins where the last match of `{name}` ended, also that of another event; after an unload it begins at the start of the text',
      advice: 'Leave out the flag `g` or `y`, or set `lastIndex` to 0 before.',
      url: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/RegExp/lastIndex',
    },
    'growing': {
      outcome: 'manual', severity: 'info',
      text: '`{name}` gets entries of which none is ever taken away; `storage.{area}`, where it is kept, holds {quota} in all',
      advice: 'Delete what is no longer needed, or limit how many entries it keeps.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas',
    },
    'port': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` keeps a port or connection, which an unload closes and storage cannot keep',
      advice: 'Connect again when it is needed, or let the other side reconnect in `onDisconnect` and be ready for a time without a port; or send single messages (`tabs.sendMessage`, `runtime.sendMessage`), or what has changed through storage.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/messaging#connect',
    },
    'timer': {
      outcome: 'manual', severity: 'warning',
      text: '`{name}` keeps the id of a timer, which ends with the background',
      advice: 'An alarm has a name instead of an id: use `alarms.create` and `alarms.clear` for what takes longer than 30 seconds.',
      url: 'https://developer.chrome.com/docs/extensions/develop/migrate/to-service-workers#convert-timers',
    },
    'request': {
      outcome: 'manual', severity: 'warning',
      text: '`{name}` keeps a request, which ends with the background; a later event may find none',
      advice: 'Use its answer in the event that sends it, or store what later events need of it.',
    },
    'registration': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` keeps a registration by which to take it back; both end with the background',
      advice: 'Register the script under an `id` with `scripting.registerContentScripts`, or with the `userScripts.register` of Manifest V3: it stays registered, and is taken back by that `id`.',
      url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/scripting/registerContentScripts',
    },
    'window': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` keeps the window of a page, which an unload lets go of{worker}',
      advice: 'Keep the id of its tab or window instead, and send messages to the page.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/messaging',
    },
    'audio': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` keeps a sound, which ends with the background{worker}',
      advice: 'Play it in an offscreen document (Chrome), or make it again when an event needs it (Firefox).',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/offscreen',
    },
    'notification': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` keeps a notification, which an unload lets go of{worker}',
      advice: 'Use `notifications.create` with an `id` of your own: `notifications.clear` needs nothing else.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/notifications',
    },
    'object': {
      outcome: 'manual', severity: 'error',
      text: '`{name}` keeps {what} between events, which storage cannot keep; after an unload it starts again',
      advice: 'Make it again when it is needed, and store only the data that it is made from.',
    },
    'start-value': {
      outcome: 'manual', severity: 'warning',
      text: '`{name}` is different at each start, and {reader} relies on its first value{reason}',
      advice: 'Each wake is a start. Store the first value in `storage.{area}` and restore it.',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    const { stateArea: area } = extension;
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    const all = classify(realm);
    const variablesOf = (some: readonly Classified[]): readonly Variable[] => some.map(({ variable }) => variable);
    const apart = stateApart(realm, turns);
    const { done, refused, marks } = planRestoring(variablesOf(all.filter((one) => isLost(one, turns) && !isIgnored(one.variable.script, one.variable.node, 'global-state'))), variablesOf(all), variablesOf(all.filter(isHandle)), turns, {}, variablesOf(all.filter((one) => isEndedTimer(one, turns))));
    if (done !== undefined) {
      const [first] = done.variables as readonly [Variable];
      const many = done.variables.length > 1;
      yield { message: 'restored', at: first.script.at(first.node), edits: done.edits, data: { names: list(done.variables), are: many ? 'are' : 'is', them: many ? 'them' : 'it', area } };
    }
    for (const one of [...all, ...apart.keys()]) {
      const { variable, verdict } = one;
      const at = variable.script.at(variable.node);
      const { name } = variable;
      if (done?.variables.includes(variable)) continue;
      const why = refused.get(variable) ?? apart.get(one);
      const reason = why === undefined ? '' : ` (not changed here: ${why})`;
      const other = marks.get(variable);
      const byPage = verdict.kind === 'state' && isCalledByEvent(turns, verdict.change) ? undefined : changeByPage(one, turns, boundingOf(realm));
      if (byPage !== undefined) {
        const { change, read } = byPage;
        yield { message: 'changed-by-page', at, data: { name, file: change.script.path, line: line(change), reader: read === undefined ? 'pages' : words(turns, read), area } };
      } else if (other !== undefined) {
        yield { message: 'mark', at, data: { name, other: other.name, area } };
      } else if (verdict.kind === 'start-value') {
        yield { message: 'start-value', at, data: { name, reader: words(turns, verdict.read), area, reason } };
      } else if (verdict.kind === 'state') {
        if (isMarkOfLoading(variable, turns)) continue;
        const change = verdict.fill === undefined ? verdict.change : unstored(variable, verdict.fill, turns);
        if (change === undefined) {
          const quota = quotaOf(extension);
          if (quota !== undefined && areaOf(verdict.fill!, turns) === area && growsWithoutEnd(variable, turns)) yield { message: 'growing', at, data: { name, area, quota } };
          continue;
        }
        const data = { name, writer: words(turns, change), reader: words(turns, verdict.read), line: lineFrom(variable.script, change), area };
        if (!isCalledByEvent(turns, change)) {
          if (!isForOthers(realm, change.script, change.node)) yield { message: 'uncalled-state', at, data };
        } else if (verdict.fill !== undefined) {
          // What events do as well, the start-up does not only read.
          const from = change.node === verdict.fill.node || isDoneByEvents(verdict.fill, turns) ? undefined : areaOf(verdict.fill, turns);
          yield { message: 'unstored', at, data: { ...data, filled: from === undefined ? 'filled' : `read from \`storage.${from}\`` } };
        } else {
          yield { message: 'state', at, data: { ...data, reason, move: moveAdvice(variable) } };
        }
      } else if (verdict.kind === 'handle') {
        // What the start-up hands over it hands over again: `listeners.add(listener)`.
        const message = verdict.shape === 'function' && !isCalledByEvent(turns, verdict.change) ? undefined : handleMessage(one, realm, turns);
        if (message !== undefined) yield { message, at, data: { name, what: WHAT[verdict.shape] ?? 'an object', worker: (extension.hasWorker && IN_WORKER[message]) || '' } };
      } else if (verdict.kind === 'unread' || verdict.kind === 'scratch') {
        const { change, read } = readByPage(one, turns) ?? {};
        if (change !== undefined && read !== undefined) yield { message: 'read-by-page', at, data: { name, writer: words(turns, change), line: lineFrom(variable.script, change), file: read.script.path, read: line(read), area } };
      } else if (verdict.kind === 'constant') {
        const pending = pendingPromise(variable, turns);
        if (pending !== undefined) yield { message: 'pending', at, data: { name, writer: words(turns, pending.resolved), line: lineFrom(variable.script, pending.resolved), reader: words(turns, pending.read), area } };
        const match = positionKept(variable, turns);
        if (match !== undefined) yield { message: 'position', at: match.script.at(match.node), data: { name, code: snippet(match.script, parentOf(wrapped(match.node))!) } };
        const call = filledElsewhere(variable, turns);
        if (call !== undefined) yield { message: 'filled-elsewhere', at, data: { name, area, code: snippet(call.script, call.node.callee as Node), line: lineFrom(variable.script, call) } };
      }
    }
    const told = new Set(all.flatMap(({ variable }) => (keepsPosition(variable) ? variable.accesses.map(({ node }) => node) : [])));
    for (const script of realm.scripts) {
      if (script.program === undefined) continue;
      for (const match of positionsUnderOtherNames(script, told, turns)) yield { message: 'position', at: script.at(match), data: { name: snippet(script, match.object), code: snippet(script, match) } };
    }
    // In a worker, `import()` fails.
    if (extension.hasWorker) return;
    yield* stateOfLaterModules(realm, area);
    for (const { script, node } of computedImports(realm.scripts)) yield { message: 'imported-unknown', at: script.at(node), data: { code: snippet(script, node), area } };
  },
});

/** State in modules that the background imports while it runs. */
function* stateOfLaterModules(realm: Realm, area: string) {
  const imports = importedLater(realm.scripts);
  if (imports.size === 0) return;
  const whole = { ...realm, scripts: [...realm.scripts, ...[...imports.values()].map(({ module }) => module)] };
  const turns = turnsOf(whole);
  for (const { variable, verdict } of classify(whole)) {
    const { name, script, node } = variable;
    const found = imports.get(script.path);
    if (found === undefined || verdict.kind !== 'state' || verdict.fill !== undefined) continue;
    const { module, by } = found;
    const { change, read } = verdict;
    yield { message: 'imported-later' as const, at: module.at(node), data: { name, code: snippet(by.script, by.node), file: by.script.path, at: line(by), writer: words(turns, change), reader: words(turns, read), line: lineFrom(variable.script, change), area } };
  }
}

/** What to do first with a variable that another context has, too: what is stored for one would take the place of what the other holds. */
function moveAdvice({ name, script }: Variable): string {
  const [other] = otherRealmsOf(script);
  return other === undefined ? '' : `Move \`${name}\` and the functions that use it to a script that only the background loads${other.kind === 'content' ? '' : `; \`${other.name}\` can ask for it by message, if it uses it at all`}. `;
}

/** How much the area of storage that keeps state holds; undefined where it has no limit of its own. */
function quotaOf({ stateArea, manifest, target }: Extension): string | undefined {
  if (stateArea === 'session') return target === 'firefox' ? '10 MB' : '10 MB (1 MB before Chrome 112)';
  return target === 'firefox' || manifest.strings(['permissions']).includes('unlimitedStorage') ? undefined : '10 MB (5 MB before Chrome 114) without the permission `unlimitedStorage`';
}

/** State that only memory holds: what events are seen to change, and what each start makes anew. */
function isLost({ verdict }: Classified, turns: Turns): boolean {
  if (verdict.kind === 'start-value') return true;
  return verdict.kind === 'state' && verdict.fill === undefined && isCalledByEvent(turns, verdict.change);
}

/** What no storage keeps. That a timer is over is no reason to forget what it was for. */
function isHandle({ verdict }: Classified): boolean {
  return verdict.kind === 'handle' && verdict.shape !== 'timer';
}

/** The id of a timer that runs until something stops it, or for longer than an idle background does. */
function isEndedTimer({ variable, verdict }: Classified, turns: Turns): boolean {
  if (verdict.kind !== 'handle' || verdict.shape !== 'timer') return false;
  const isInterval = variable.accesses.some(({ script, value }) => value !== undefined && /^(\w+\.)?setInterval\(/.test(script.textOf(unwrap(value))));
  return isInterval || (longestDelay(variable, turns) ?? IDLE_LIMIT) >= IDLE_LIMIT;
}

/** The call that is given a collection which begins empty, where nothing else is found that fills it: it would be of no use empty. */
function filledElsewhere({ accesses }: Variable, turns: Turns): { readonly script: Script; readonly node: AnyCall | t.NewExpression } | undefined {
  const [first, ...others] = accesses;
  const made = first?.initial === true && first.value !== undefined ? unwrap(first.value) : undefined;
  const isEmpty = (made?.type === 'ArrayExpression' && made.elements.length === 0) || (made?.type === 'ObjectExpression' && made.properties.length === 0) || (made?.type === 'NewExpression' && made.arguments.length === 0 && made.callee.type === 'Identifier' && /^(Map|Set)$/.test(made.callee.name));
  if (!isEmpty || others.some(({ kind }) => /^(write|update|mutate)$/.test(kind)) || flowOf(others, turns).changes.length > 0) return undefined;
  for (const { script, node } of others) {
    const call = parentOf(wrapped(node));
    const isArgument = (isCall(call) || call?.type === 'NewExpression') && call.callee !== wrapped(node);
    if (isArgument && script.file.editable && script.api(unwrap(call.callee as Node)) === undefined && !LOOKS.test(script.textOf(call.callee))) return { script, node: call };
  }
  return undefined;
}

/** Calls that look at a collection, or copy it. */
const LOOKS = /^(console\.\w+|Object\.\w+|JSON\.\w+|Array\.\w+|Reflect\.\w+|Promise\.\w+|Set|Map|Proxy|Boolean|String|structuredClone|sendResponse)$|\.(postMessage|concat|push|unshift|has|includes|indexOf|get|then|resolve)$/;

/** A change by an event that is not seen to be stored where the start-up reads the variable from. */
function unstored(variable: Variable, fill: Access, turns: Turns): Access | undefined {
  const changes = variable.accesses.filter(({ kind, node, initial }) => !initial && /^(write|update|mutate)$/.test(kind) && phasesAt(node, turns).has('event'));
  const lost = changes.filter((change) => !comesFromStorage(change, turns) && change.node !== fill.node && !isStoredBack(variable, [change], fill, turns) && !isStoredAround(change, variable, fill, turns));
  return lost.find((change) => isCalledByEvent(turns, change)) ?? lost[0];
}

function list(variables: readonly Variable[]): string {
  return joined(variables.map(({ name }) => `\`${name}\``));
}

const WHAT: Partial<Record<Shape, string>> = {
  dom: 'an element',
  promise: 'a promise',
  function: 'functions',
  instance: 'an object with behaviour',
  controller: 'an AbortController',
  weak: 'a WeakMap or WeakSet',
  generator: 'a generator',
  filter: 'the filter of a response',
};

type HandleMessage = 'port' | 'timer' | 'request' | 'registration' | 'window' | 'audio' | 'notification' | 'object';

/** What is more to say of a handle where a worker runs. */
const IN_WORKER: Partial<Record<HandleMessage, string>> = { window: '; a worker never has one', audio: '; a worker plays none', notification: '; a worker makes none this way' };

function handleMessage({ variable, verdict }: Classified, realm: Realm, turns: Turns): HandleMessage | undefined {
  if (verdict.kind !== 'handle') return undefined;
  switch (verdict.shape) {
    case 'port':
    case 'socket':
      return 'port';
    case 'request':
    case 'registration':
    case 'window':
    case 'audio':
    case 'notification':
      return verdict.shape;
    case 'timer': {
      const longest = longestDelay(variable, turns);
      // Of the timer itself, `timers` tells.
      return (longest !== undefined && longest < IDLE_LIMIT) || holdsIdsOnly(variable, realm, turns) ? undefined : 'timer';
    }
    default:
      return 'object';
  }
}

function isCalledByEvent(turns: Turns, { node }: Access): boolean {
  return turns.turnsAt(node).some((turn) => turn.origin !== 'unknown' && phaseOf(turn) === 'event');
}

function isDoneByEvents({ kind, node }: Access, turns: Turns): boolean {
  return kind === 'mutate' && eventsAt(turns, node).length > 0;
}

function words(turns: Turns, { node }: Pick<Access, 'node'>): string {
  const events = eventsAt(turns, node);
  const [event] = [...events].sort((a, b) => rankOf(a) - rankOf(b));
  return event === undefined ? 'start-up' : turnWords(event);
}

function line({ script, node }: Pick<Access, 'script' | 'node'>): string {
  return String(script.file.origin(node.start!).line);
}
