import type * as t from '@babel/types';
import { immediateCall, isGuarded, type ApiReference } from './lib/api.ts';
import { ancestors, functionOf, isCall, isFunction, isMember, isUnused, isWithin, keyName, mayLeave, memberName, parentOf, propertyValue, siblings, statementOf, stringValue, unwrap, walk, wrapped, type AnyCall, type FunctionNode, type Node } from './lib/ast.ts';
import { evaluate } from './lib/constants.ts';
import { define } from './lib/define.ts';
import type { Extension } from './lib/extension.ts';
import { faultOfEvent, planInstalling } from './lib/wake/installing.ts';
import { isIgnored, leftAlone, LEFT_ALONE } from './lib/ignoring.ts';
import { freshName, functionText, habitsOf, movedText } from './lib/layout.ts';
import { requestsOf } from './lib/network.ts';
import type { Realm } from './lib/realms.ts';
import type { Script } from './lib/script.ts';
import { phasesAt } from './lib/state/state.ts';
import { turnsOf, type Turns } from './lib/turns.ts';
import type { Edit, Match } from './lib/types.ts';
import { snippet } from './lib/words.ts';

type Id = 'shown' | 'stored' | 'counted' | 'one-shot-alarm' | 'alarm' | 'alarm-cleared' | 'rules' | 'changed-browser' | 'sent' | 'native';

/** What start-up does that is not the same when it is done at every wake, by API. */
const EFFECTS: readonly (readonly [pattern: RegExp, message: Id])[] = [
  [/^(tabs|windows)\.create$|^notifications\.create$|^tts\.speak$|^runtime\.openOptionsPage$|^downloads\.download$|^identity\.(getAuthToken|launchWebAuthFlow)$/, 'shown'],
  [/^storage\.(local|sync|session)\.(set|clear|remove)$/, 'stored'],
  [/^alarms\.create$/, 'alarm'],
  [/^alarms\.clear(All)?$/, 'alarm-cleared'],
  [/^declarativeContent\.\w+\.addRules$|^declarativeWebRequest\.\w+\.addRules$/, 'rules'],
  [/^(tabs|windows|bookmarks|history|cookies|sessions|management|browsingData|topSites)\.(remove|removeAll|removeAllRanges|deleteAll|deleteUrl|deleteRange|set|update|move|reload|setEnabled|uninstall|restore|executeScript|insertCSS)$|^tabs\.(executeScript|insertCSS|sendMessage)$|^scripting\.(executeScript|insertCSS)$/, 'changed-browser'],
  [/^runtime\.sendNativeMessage$|^runtime\.connectNative$/, 'native'],
];

export default define({
  id: 'start-up-effects',
  summary: 'What was done once per browser start or installation, and would now be done at every wake',
  url: 'https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle',
  messages: {
    'shown': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs as the background starts: now at every wake',
      advice: 'If it is meant for a new installation, move it into `runtime.onInstalled` (reason "install"); if for every browser start, into `runtime.onStartup`.',
    },
    'stored': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and undoes what earlier events stored',
      advice: 'Write defaults in `runtime.onInstalled`, or reset in `runtime.onStartup`.',
    },
    'counted': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake: what it adds to the stored value (line {line}) is added once for each wake, not for each browser start',
      advice: 'Do it in `runtime.onStartup` for each start of the browser, or in `runtime.onInstalled` for each installation and update.',
    },
    'one-shot-alarm': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake: the alarm that wakes the background creates itself again, without end',
      advice: 'Create it in `runtime.onInstalled` and `runtime.onStartup`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'alarm-kept': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` creates the alarm only where there is none: at every wake its time would start anew',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'alarm': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and starts the alarm\'s time anew: it may never fire{reason}',
      advice: 'Create the alarm only where `alarms.get` finds none.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'alarm-cleared': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and ends the alarm, whatever started it',
      advice: 'Clear it in `runtime.onInstalled` and `runtime.onStartup`, or where what it is for ends.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/alarms',
    },
    'rules-installed': {
      outcome: 'changed', severity: 'warning',
      text: '`{code}` now runs in `runtime.onInstalled`: the browser keeps the rules',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/declarativeContent',
    },
    'rules': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs at every wake, but the browser keeps the rules{reason}',
      advice: 'Move it into `runtime.onInstalled`, after `removeRules`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/declarativeContent',
    },
    'badge-installed': {
      outcome: 'changed', severity: 'error',
      text: '`{code}` now runs in `runtime.onInstalled`: at every wake it would clear the badge, and the browser starts without one',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/action#badge',
    },
    'badge': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and takes back what events show on the badge{reason}',
      advice: 'The browser keeps the badge until it ends: set it in `runtime.onInstalled` and `runtime.onStartup`.',
      url: 'https://developer.chrome.com/docs/extensions/reference/api/action#badge',
    },
    'reset': {
      outcome: 'manual', severity: 'error',
      text: '`{code}` runs at every wake and takes back what `{other}` does because of an event (line {line})',
      advice: 'The browser keeps it while the background is unloaded: do it in `runtime.onInstalled` and `runtime.onStartup`.',
    },
    'changed-browser': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs at every wake',
      advice: 'If it is meant for a new installation, move it into `runtime.onInstalled`; if for every browser start, into `runtime.onStartup`.',
    },
    'sent': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs at every wake',
      advice: 'If once per browser start is enough, move it into `runtime.onStartup`; if its answer is used, keep that in storage.',
    },
    'repeated': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` runs as the background starts, now at every wake, and calls `{effect}`{line}',
      advice: 'If that is meant for a new installation, move it into `runtime.onInstalled`; if for every browser start, into `runtime.onStartup`.',
    },
    'sent-too': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` runs as the background starts, now at every wake, and sends a request (`{effect}`{line})',
      advice: 'If once per browser start is enough, call it in `runtime.onStartup` and `runtime.onInstalled`; if it has to be fresh, keep its time in storage and ask again when it is old.',
    },
    'native': {
      outcome: 'manual', severity: 'warning',
      text: '`{code}` starts the native application at every wake',
      advice: 'Connect when it is first needed.',
    },
    'native-port': {
      outcome: 'manual', severity: 'info',
      text: '`{code}` connects as the background starts: while the port is open the background stays; when the application has ended, the next wake starts it again',
      advice: 'Chrome keeps a background for its native ports from version 105 on. Connect when it is first needed if the application may end before the browser does.',
      url: 'https://developer.chrome.com/docs/extensions/develop/concepts/native-messaging',
    },
  },
  *realm(realm: Realm, extension: Extension) {
    if (realm.kind !== 'background') return;
    const turns = turnsOf(realm);
    yield* rules(realm, extension, turns);
    yield* badges(realm, extension, turns);
    yield* resets(realm, turns);
    const told = new Set<Node>();
    const { wasPersistent } = extension;
    for (const script of realm.scripts) {
      if (!script.program || !script.file.editable) continue;
      for (const reference of script.apiReferences) {
        const { call, path } = reference;
        const message = EFFECTS.find(([pattern]) => pattern.test(path))?.[1];
        if (call === undefined || message === undefined || isGuarded(script, reference)) continue;
        if (!isStartUpOnly(call, turns)) {
          if (wasPersistent && (message === 'shown' || message === 'changed-browser' || message === 'native')) yield* repeated(path === 'runtime.connectNative' && isKept(realm, call) ? 'native-port' : 'repeated', call, path, told, turns);
          continue;
        }
        if (isConditional(call, turns)) continue;
        if (message === 'rules' || (path === 'alarms.clear' && isNeverCreated(script, call, turns))) continue;
        if (path === 'alarms.create' && /periodInMinutes/.test(script.textOf(call))) {
          yield keptAlarm(script, reference, call, turns);
          continue;
        }
        const added = message === 'stored' && wasPersistent && path.endsWith('.set') ? additionFor(script, call, turns) : undefined;
        if (added !== undefined) {
          yield { message: 'counted', at: script.at(call), data: { code: path, line: String(script.file.origin(added.start!).line) } };
          continue;
        }
        if (message === 'stored' && !undoesStored(script, path, call, turns)) continue;
        const kind = path === 'alarms.create' ? 'one-shot-alarm' : path === 'runtime.connectNative' && isKept(realm, call) ? 'native-port' : message;
        yield { message: kind, at: script.at(call), data: { code: path, reason: '' } };
      }
      for (const [name, call] of requestsOf(script)) {
        if (isOfExtension(script, name === 'XMLHttpRequest' ? opened(script, call) : call, turns)) continue;
        if (!isStartUpOnly(call, turns)) {
          if (wasPersistent) yield* repeated('sent-too', call, name, told, turns);
        } else if (!isConditional(call, turns)) yield { message: 'sent', at: script.at(call), data: { code: name } };
      }
    }
  },
});

/** Whether a port is kept, and nothing in the background closes one. */
function isKept(realm: Realm, call: AnyCall): boolean {
  return !isUnused(call) && realm.scripts.every(({ text }) => !/\bdisconnect\s*\(/.test(text));
}

// ---- what events ask for, too

/** The statements of the start-up that come to an effect which events cause as well. */
function* repeated(message: 'repeated' | 'sent-too' | 'native-port', effect: AnyCall, path: string, told: Set<Node>, turns: Turns): Generator<Match<typeof message>> {
  for (const site of startsOf(effect, turns, new Set())) {
    if (told.has(site) || site === effect) continue;
    told.add(site);
    const [script, own] = [turns.scriptOf(site), turns.scriptOf(effect)];
    if (!script.file.editable) continue;
    const line = `line ${own.file.origin(effect.start!).line}`;
    yield { message, at: script.at(site), data: { code: snippet(script, site), effect: path, line: message === 'repeated' ? ` (${line})` : `, ${line}`, reason: '' } };
  }
}

/** The calls by which nothing but the start-up comes to a place, whatever is stored. */
function* startsOf(place: Node, turns: Turns, seen: Set<Node>): Generator<AnyCall> {
  if (isAsked(place)) return;
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn)) return;
  seen.add(fn);
  const outer = parentOf(wrapped(fn));
  const given = immediateCall(fn) === undefined && (isCall(outer) || outer?.type === 'NewExpression') && outer.callee !== wrapped(fn) ? [outer] : [];
  for (const call of [...turns.callersOf(fn), ...given]) {
    if (!turns.turnsAt(call).some(({ origin, delay }) => origin === 'start' && delay !== 'timer' && delay !== 'event')) continue;
    if (given.includes(call) && turns.registrations.some((registration) => registration.call === call)) continue;
    if (!isStartUpOnly(call, turns)) yield* startsOf(call, turns, seen);
    else if (!given.includes(call) && !isConditional(call, turns)) yield call;
  }
}

// ---- rules

const RULES = /^(declarativeContent|declarativeWebRequest)\./;

/** Rules that the start-up registers: the browser keeps them, so that once per installation and update is enough. */
function* rules(realm: Realm, extension: Extension, turns: Turns): Generator<Match<'rules' | 'rules-installed'>> {
  const found = realm.scripts.filter(({ program }) => program !== undefined).flatMap((script) => script.references('declarativeContent').concat(script.references('declarativeWebRequest'))
    .flatMap((reference) => (reference.call !== undefined && /\.(add|remove)Rules$/.test(reference.path) && isStartUpOnly(reference.call, turns) ? [{ script, reference, call: reference.call }] : [])));
  const starting = found.filter(({ script, reference, call }) => reference.path.endsWith('.addRules') && !isGuarded(script, reference) && !isConditional(call, turns));
  if (starting.length === 0) return;
  const plan = planInstalling(realm, found.map(({ call }) => call), RULES, (call) => found.find((one) => one.call === call)?.reference.namespace);
  const common = faultOfEvent(extension) ?? found.map(({ script, call }) => (isIgnored(script, call, 'start-up-effects') ? LEFT_ALONE : plan.refused.get(call))).find((reason) => reason !== undefined);
  for (const { calls, edits } of common === undefined ? plan.moves : []) {
    const first = starting.find(({ call }) => calls.includes(call));
    if (first !== undefined) yield { message: 'rules-installed', at: first.script.at(first.call), edits, data: { code: first.reference.path } };
  }
  if (common === undefined) return;
  for (const { script, call, reference } of starting) yield { message: 'rules', at: script.at(call), data: { code: reference.path, reason: because(common) }, ...leftAlone(common) };
}

// ---- the badge

const NO_OBJECT = { type: 'ObjectExpression', properties: [] } as unknown as t.ObjectExpression;
const BADGE = /^(action|browserAction)\.setBadgeText$/;

/** A badge that the start-up sets and events change. */
function* badges(realm: Realm, extension: Extension, turns: Turns): Generator<Match<'badge' | 'badge-installed'>> {
  const found = realm.scripts.filter(({ program }) => program !== undefined).flatMap((script) => script.apiReferences.flatMap((reference) => (reference.call && BADGE.test(reference.path) ? [{ script, reference, call: reference.call }] : [])))
    .filter(({ call }) => call.arguments[0] !== undefined && !propertyValue(objectOf(call.arguments[0]), 'tabId'));
  if (!found.some(({ call }) => phasesAt(call, turns).has('event'))) return;
  const starting = found.filter(({ script, reference, call }) => isStartUpOnly(call, turns) && turns.runsAtStart(call) && isConstantBadge(script, call) && !isGuarded(script, reference) && !isConditional(call, turns));
  const empty = starting.filter(({ script, call }) => evaluate(script, propertyValue(objectOf(call.arguments[0]!), 'text'))?.value === '');
  const plan = planInstalling(realm, empty.map(({ call }) => call), BADGE, (call) => empty.find((one) => one.call === call)?.reference.namespace);
  const fault = faultOfEvent(extension);
  for (const { calls, edits } of fault === undefined ? plan.moves : []) {
    const { script, call, reference } = empty.find((one) => calls.includes(one.call))!;
    yield { message: 'badge-installed', at: script.at(call), edits, data: { code: reference.path } };
  }
  for (const one of starting) {
    const reason = empty.includes(one) ? fault ?? plan.refused.get(one.call) : undefined;
    if (!empty.includes(one) || reason !== undefined) yield { message: 'badge', at: one.script.at(one.call), data: { code: one.reference.path, reason: reason === undefined ? '' : because(reason) } };
  }
}

// ---- what else the browser keeps

/** What events change, and a start with fixed values changes back: by the words that calls of one kind have in common. */
const KEPT = /^(?:(?:browserAction|pageAction|action)\.(set(?:Icon|Title|Popup|BadgeBackgroundColor)|(?=(?:enable|disable)$))|((?:proxy\.settings|privacy\.\w+\.\w+|browserSettings\.\w+|contentSettings\.\w+)\.)(?:set|clear)$)/;

/** A call of one kind that the browser keeps the effect of. */
interface Kept {
  readonly script: Script;
  readonly reference: ApiReference;
  readonly call: AnyCall;
}

/** Calls of the start-up that take back, at each wake, what events have changed. */
function* resets(realm: Realm, turns: Turns): Generator<Match<'reset' | 'badge'>> {
  const groups = new Map<string, Kept[]>();
  for (const script of realm.scripts) {
    if (!script.program || !script.file.editable) continue;
    for (const reference of script.apiReferences) {
      const { path, call } = reference;
      const kind = KEPT.exec(path) ?? BADGE.exec(path);
      if (kind === null || call === undefined || (call.arguments[0] && propertyValue(objectOf(call.arguments[0]), 'tabId'))) continue;
      const name = BADGE.test(path) ? 'badge' : kind[1] ?? kind[2] ?? '';
      groups.set(name, [...(groups.get(name) ?? []), { script, reference, call }]);
    }
  }
  for (const [kind, group] of groups) {
    const sites = uniqueSites(group.flatMap((one) => sitesOf(one, turns)));
    const starting = sites.filter(({ place }) => [...phasesAt(place, turns)].some((phase) => phase !== 'event'));
    const [first] = starting.filter(({ place }) => isStartUpOnly(place, turns) && turns.runsAtStart(place));
    // A start that also sets something else finds out itself what is right.
    if (first === undefined || starting.some(({ text }) => text !== first.text)) continue;
    const { place, isFixed, kept: { script, reference, call } } = first;
    if (!isFixed || isGuarded(script, reference) || isConditional(place, turns) || (kind === 'badge' && place === call)) continue;
    const other = sites.find(({ text, place: elsewhere }) => text !== first.text && phasesAt(elsewhere, turns).has('event'));
    if (other === undefined) continue;
    const owner = turns.scriptOf(place);
    const nameOf = (site: Site): string => (site.place === site.kept.call ? site.kept.reference.path : snippet(turns.scriptOf(site.place), site.place));
    const data = { code: nameOf(first), other: nameOf(other), line: String(turns.scriptOf(other.place).file.origin(other.place.start!).line), reason: '' };
    if (owner.file.editable) yield { message: kind === 'badge' ? 'badge' : 'reset', at: owner.at(place), data };
  }
}

/** Where the start-up or an event comes to a call, by helpers perhaps, and says what it sets. */
interface Site {
  readonly kept: Kept;
  readonly place: AnyCall;
  readonly text: string;
  /** Whether it sets the same each time. */
  readonly isFixed: boolean;
}

function sitesOf(kept: Kept, turns: Turns): readonly Site[] {
  const { script, reference, call } = kept;
  const own: Site = { kept, place: call, text: reference.path + call.arguments.map((argument) => script.textOf(argument)).join(), isFixed: call.arguments.every((argument) => isFunction(unwrap(argument)) || isConstant(script, argument)) };
  const fn = functionOf(call);
  const phases = phasesAt(call, turns);
  // What only the start-up does, or only events, says by itself what it sets.
  if (fn === undefined || !phases.has('event') || phases.size === 1) return [own];
  const callers = turns.callersOf(fn);
  const isOfParameters = isMadeOf(call, fn, script);
  return callers.length === 0 ? [own] : callers.map((place) => ({
    kept, place, text: turns.scriptOf(place).textOf(place),
    isFixed: isOfParameters && place.arguments.every((argument) => isConstant(turns.scriptOf(place), argument)),
  }));
}

/** Whether nothing but its parameters and constants decides what a function does by a call. */
function isMadeOf(call: AnyCall, fn: FunctionNode, script: Script): boolean {
  const isKnown = (node: Node): boolean => namesIn(node).every((name) => fn.params.some((param) => script.binding(name)?.declarations[0]?.id === (param.type === 'AssignmentPattern' ? param.left : param)) || isConstant(script, name) || (script.binding(name) === undefined && /^(String|Number|Math|undefined)$/.test(name.name)));
  for (const up of ancestors(call)) {
    if (up === fn) break;
    if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && !isKnown(up.test)) return false;
    if (isFunction(up) || (up.type === 'LogicalExpression' && !isKnown(up.left)) || up.type === 'SwitchCase' || up.type === 'CatchClause') return false;
  }
  return call.arguments.every((argument) => isFunction(unwrap(argument)) || isKnown(argument));
}

function uniqueSites(sites: readonly Site[]): readonly Site[] {
  // Of one place that comes to several calls, all have to set the same each time.
  return [...new Map(sites.map((site) => [site.place, { ...site, isFixed: sites.every((other) => other.place !== site.place || other.isFixed) }])).values()];
}

function objectOf(node: Node): t.ObjectExpression {
  const inner = unwrap(node);
  return inner.type === 'ObjectExpression' ? inner : NO_OBJECT;
}

/** Whether the start-up shows the same each time: what it finds out anew is meant to be shown anew. */
function isConstantBadge(script: Script, call: AnyCall): boolean {
  const text = propertyValue(objectOf(call.arguments[0]!), 'text');
  return text !== undefined && evaluate(script, text) !== undefined;
}

function because(reason: string): string {
  return ` (not changed here: ${reason})`;
}

// ---- periodic alarms

function keptAlarm(script: Script, reference: ApiReference, call: AnyCall, turns: Turns): Match<'alarm' | 'alarm-kept'> {
  const edits = keepingEdits(script, reference, call, turns);
  const data = { code: reference.path };
  if (typeof edits === 'string') return { message: 'alarm', at: script.at(call), data: { ...data, reason: because(edits) } };
  return { message: 'alarm-kept', at: script.at(call), edits, data };
}

/** Has an alarm created only where there is none; or the words that say why not. */
function keepingEdits(script: Script, reference: ApiReference, call: AnyCall, turns: Turns): readonly Edit[] | string {
  const [name, info, another] = call.arguments;
  const known = name && evaluate(script, name, turns)?.value;
  const object = info && unwrap(info);
  if (typeof known !== 'string' || name === undefined) return 'its name is not a constant';
  if (another !== undefined || object?.type !== 'ObjectExpression') return 'its times are not seen here';
  for (const key of ['periodInMinutes', 'delayInMinutes']) {
    const value = propertyValue(object, key);
    if (value !== undefined && evaluate(script, value, turns) === undefined) return `its \`${key}\` may be another one at the next start`;
  }
  const statement = statementOf(call);
  if (!isUnused(call) || statement.type !== 'ExpressionStatement' || unwrap(statement.expression) !== call || parentOf(wrapped(call)) !== statement) return 'it is part of a larger statement';
  for (const other of script.realms.flatMap(({ scripts }) => scripts).filter(({ program }) => program !== undefined)) {
    for (const method of ['alarms.clear', 'alarms.clearAll']) {
      for (const { call: clear } of other.calls(method)) {
        const cleared = clear.arguments[0] && evaluate(other, clear.arguments[0], turns)?.value;
        if (method === 'alarms.clearAll' || cleared === undefined || cleared === known) return phasesAt(clear, turns).has('event') ? 'an event clears it, and a wake must not create it again' : 'the start-up clears it';
      }
    }
  }
  const { extension } = script;
  const { semicolon, indent } = script.style;
  const outer = script.indentAt(statement.start!);
  const inner = outer + indent;
  const alarm = freshName(call, 'alarm', 'existing');
  const callback = functionText(script, [alarm], `${inner}if (!${alarm}) ${movedText(script, call, inner)}${semicolon}`, outer);
  const get = `${reference.namespace ?? 'chrome'}.alarms.get`;
  const hasPromises = (extension.isV3 || reference.root !== 'chrome') && habitsOf(script).modern;
  const text = hasPromises ? `${get}(${script.textOf(name)}).then(${callback})` : `${get}(${script.textOf(name)}, ${callback})`;
  return [script.replace(call, text)];
}

/** Whether an alarm that is cleared is one that nothing creates any more. */
function isNeverCreated(script: Script, { arguments: [name] }: AnyCall, turns: Turns): boolean {
  const known = name && evaluate(script, name, turns)?.value;
  const created = script.extension.apiScripts.flatMap((one) => [...one.calls('alarms.create')].map(({ call }) => call.arguments[0] && evaluate(one, call.arguments[0])?.value));
  return typeof known === 'string' && created.every((other) => typeof other === 'string' && other !== known);
}

// ---- what is stored

/** Whether a write of the start-up may undo what was stored since: with a value of its own, or a new one each time, for what other code stores, too. */
function undoesStored(script: Script, path: string, call: AnyCall, turns: Turns): boolean {
  const [, area, method] = path.split('.');
  const [argument] = call.arguments;
  if (argument === undefined) return true;
  const isSet = method === 'set';
  if (isSet && isMomentary(script, argument)) return true;
  if (isSet && !isConstant(script, argument) && isAfterLoading(call, turns)) return false;
  const keys = keysOf(argument);
  if (keys === undefined) return true;
  return script.extension.apiScripts.some((one) => one.apiReferences.some(({ path: other, call: writer }) => {
    if (writer === undefined || writer === call || !/^storage\.\w+\.(set|remove|clear)$/.test(other) || other.split('.')[1] !== area || isStartUpOnly(writer, turns)) return false;
    const written = writer.arguments[0] && keysOf(writer.arguments[0]);
    return written === undefined ? !other.endsWith('.remove') : written.some((key) => keys.includes(key));
  }));
}

/** Where a start adds to what it has read before it stores it: `sessions + 1`, `items.count++`, `log.push(entry)`. */
function additionFor(script: Script, call: AnyCall, turns: Turns): Node | undefined {
  const fn = functionOf(call);
  const [argument] = call.arguments;
  if (fn === undefined || argument === undefined || !isAfterLoading(call, turns)) return undefined;
  const isStored = (node: Node): boolean => namesIn(node).some((name) => isRead(script, name, fn));
  const given = new Set(namesIn(argument).map((name) => script.binding(name)));
  const isGiven = (node: Node): boolean => namesIn(node).some((name) => script.binding(name) !== undefined && given.has(script.binding(name)));
  const isSum = (node: Node): boolean => node.type === 'BinaryExpression' && /^[+-]$/.test(node.operator) && [node.left, node.right].some((side) => side.type === 'NumericLiteral' && side.value === 1) && !/\.length\b/.test(script.textOf(node)) && isStored(node);
  let found: Node | undefined;
  walk(fn.body, (node) => {
    if (found !== undefined || node.start! > call.end! || (isFunction(node) && !isWithin(call, node))) return false;
    if (isAsked(node)) return true;
    if (isSum(node)) {
      const holder = [...ancestors(node)].find(({ type }) => type === 'VariableDeclarator' || type === 'AssignmentExpression');
      const target = holder?.type === 'VariableDeclarator' ? holder.id : holder?.type === 'AssignmentExpression' ? holder.left : undefined;
      if (isWithin(node, argument) || (target !== undefined && isGiven(target))) found = node;
    } else if (node.type === 'UpdateExpression' || (node.type === 'AssignmentExpression' && /^[+-]=$/.test(node.operator) && node.right.type === 'NumericLiteral')) {
      const target = node.type === 'UpdateExpression' ? node.argument : node.left;
      if (isGiven(target) && isStored(target)) found = node;
    } else if (isCall(node) && isMember(node.callee) && /^(push|unshift)$/.test(memberName(node.callee) ?? '') && isGiven(node.callee.object) && isStored(node.callee.object)) {
      found = node;
    }
    return true;
  });
  return found;
}

/** Whether a name stands for what a function was given, or what it has not made itself. */
function isRead(script: Script, name: t.Identifier, fn: FunctionNode): boolean {
  const binding = script.binding(name);
  const [declaration] = binding?.declarations ?? [];
  if (binding === undefined || declaration === undefined) return false;
  const isMade = (node: Node | undefined): boolean => node === undefined || /Literal$|^(Object|Array|New)Expression$/.test(unwrap(node).type);
  if (isWithin(declaration.id, fn) && (binding.kind === 'param' || !isMade(declaration.init))) return true;
  return binding.references.some(({ node }) => {
    const parent = parentOf(node);
    return parent?.type === 'AssignmentExpression' && parent.left === node && parent.operator === '=' && functionOf(node) === fn && !isMade(parent.right);
  });
}

/** The keys that an argument of `set` or `remove` names, where all are seen. */
function keysOf(argument: Node): readonly string[] | undefined {
  const inner = unwrap(argument);
  const keys = inner.type === 'ObjectExpression' ? inner.properties.map((member) => (member.type === 'SpreadElement' ? undefined : keyName(member)))
    : inner.type === 'ArrayExpression' ? inner.elements.map((element) => stringValue(element ?? undefined)) : [stringValue(inner)];
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

/** The uses of names in an expression, without keys. */
function namesIn(node: Node): t.Identifier[] {
  const found: t.Identifier[] = [];
  walk(node, (one) => {
    const parent = parentOf(one);
    const isKey = (parent?.type === 'ObjectProperty' && parent.key === one && !parent.computed && !parent.shorthand) || (isMember(parent) && parent.property === one && !parent.computed);
    if (one.type === 'Identifier' && !isKey) found.push(one);
  });
  return found;
}

/** What a name stands for that is given one value. */
function initOf(script: Script, name: t.Identifier): Node | undefined {
  const binding = script.binding(name);
  return binding?.kind === 'const' && binding.declarations[0]!.keys?.length === 0 ? binding.declarations[0]!.init : undefined;
}

function isConstant(script: Script, node: Node): boolean {
  return namesIn(node).every((name) => {
    const init = isMember(parentOf(name)) ? undefined : initOf(script, name);
    return evaluate(script, name) !== undefined || (init !== undefined && namesIn(init).length === 0);
  });
}

/** Whether a value is another one each time: `Date.now()`, a random number, or what is made of one. */
function isMomentary(script: Script, node: Node, depth = 0): boolean {
  return namesIn(node).some((name) => {
    if (script.binding(name) === undefined) return /^(Date|performance|crypto)$/.test(name.name) || (name.name === 'Math' && script.textOf(parentOf(name)!) === 'Math.random') || script.textOf(parentOf(name)!) === 'window.crypto';
    const init = isGivenBefore(script, name, node) ? undefined : initOf(script, name);
    return init !== undefined && depth < MAX_CALLERS && isMomentary(script, init, depth + 1);
  });
}

/** Whether a field that an expression names was given another value in the same function before: `visit.start = saved.start`. */
function isGivenBefore(script: Script, name: t.Identifier, place: Node): boolean {
  const member = parentOf(name);
  const fn = functionOf(place);
  return isMember(member) && fn !== undefined && script.binding(name)!.references.some(({ node }) => {
    const own = parentOf(node);
    const assignment = own && parentOf(own);
    return isMember(own) && memberName(own) === memberName(member) && assignment?.type === 'AssignmentExpression' && assignment.left === own && functionOf(own) === fn && own.end! < place.start!;
  });
}

/** Whether the start-up has read from storage when it comes to a place: what it stores then is what it found, perhaps completed. */
function isAfterLoading(place: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn) || seen.size >= MAX_CALLERS) return false;
  const next = new Set([...seen, fn]);
  if (reads(fn.body, place.start!, turns)) return true;
  const outer = parentOf(wrapped(fn));
  if (isCall(outer) && outer.callee !== wrapped(fn)) return isLoad(outer, turns) || reads(outer.callee as Node, Infinity, turns) || isAfterLoading(outer, turns, next);
  const callers = turns.callersOf(fn).filter((caller) => turns.turnsAt(caller).some(({ origin }) => origin === 'start'));
  return callers.length > 0 && callers.every((caller) => isAfterLoading(caller, turns, next));
}

/** Whether code before an offset reads from storage. */
function reads(node: Node, end: number, turns: Turns): boolean {
  let found = false;
  walk(node, (one) => {
    if (isFunction(one)) return false;
    if (isCall(one) && one.end! <= end && isLoad(one, turns)) found = true;
    return !found;
  });
  return found;
}

function isLoad(call: AnyCall, turns: Turns, depth = 0): boolean {
  const path = turns.scriptOf(call).api(unwrap(call.callee as Node))?.names.join('.');
  if (path !== undefined) return /^storage\.\w+\.get$/.test(path);
  return depth < 2 && turns.targetsOf(call).some((fn) => {
    let found = false;
    walk(fn.body, (one) => {
      if (isCall(one) && isLoad(one, turns, depth + 1)) found = true;
      return !found;
    });
    return found;
  });
}

// ---- requests

/** What a request of `XMLHttpRequest` is for: the first argument of its `open`. */
function opened(script: Script, made: AnyCall): AnyCall {
  const declarator = parentOf(wrapped(made));
  const binding = declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? script.binding(declarator.id) : undefined;
  for (const { node } of binding?.references ?? []) {
    const member = parentOf(node);
    const call = isMember(member) && memberName(member) === 'open' ? parentOf(wrapped(member)) : undefined;
    if (isCall(call)) return { ...call, arguments: call.arguments.slice(1) };
  }
  return made;
}

/** Whether a request is for a file of the extension. */
function isOfExtension(script: Script, { arguments: [url] }: AnyCall, turns: Turns, depth = 0): boolean {
  let inner = url && unwrap(url);
  while (inner?.type === 'BinaryExpression') inner = unwrap(inner.left);
  if (inner?.type === 'TemplateLiteral' && inner.quasis[0]!.value.raw === '') inner = inner.expressions[0];
  if (isCall(inner)) return /^(runtime|extension)\.getURL$/.test(script.api(unwrap(inner.callee as Node))?.names.join('.') ?? '');
  const text = stringValue(inner);
  if (text !== undefined) return !/^([a-z][\w+.-]*:|\/\/)/i.test(text);
  const declaration = inner?.type === 'Identifier' ? script.binding(inner)?.declarations[0] : undefined;
  if (declaration === undefined || depth >= MAX_CALLERS) return false;
  const asked = (node: Node | undefined, own: Script): boolean => node !== undefined && isOfExtension(own, { arguments: [node] } as unknown as AnyCall, turns, depth + 1);
  if (!isFunction(declaration.node)) return asked(declaration.init, script);
  const index = declaration.node.params.indexOf(declaration.id as t.Identifier);
  const callers = turns.callersOf(declaration.node);
  return index !== -1 && callers.length > 0 && callers.every((caller) => asked(caller.arguments[index], turns.scriptOf(caller)));
}

// ---- what belongs to start-up

/** Whether a call belongs to start-up and to nothing else: what an event asks for as well is meant to be repeated. */
function isStartUpOnly(call: Node, turns: Turns): boolean {
  const own = turns.turnsAt(call);
  return own.length > 0 && own.every(({ origin, delay, cause }) => origin === 'start' && delay !== 'timer' && delay !== 'event' && !(delay === 'unknown' && isHandlerGiven(cause)));
}

/** Whether a call only keeps a function for what comes later: `emitter.on('done', fn)`, `handlers.push(fn)`. */
function isHandlerGiven(call: Node | undefined): boolean {
  const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
  return isMember(callee) && /^(on|once|push|unshift|add|set)$/.test(memberName(callee) ?? '');
}

const MAX_CALLERS = 5;

/** Whether a call runs only if stored data say so (`if (!items.installed) ...`): that is meant to be asked at each start. Callers that ask count. */
function isConditional(call: Node, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  let inner = call;
  for (const up of ancestors(call)) {
    if (isAskedBy(call, inner, up)) return true;
    inner = up;
    if (!isFunction(up) || seen.has(up) || seen.size >= MAX_CALLERS) continue;
    const callers = turns.callersOf(up);
    if (callers.length > 0 && callers.every((caller) => isConditional(caller, turns, new Set([...seen, up])))) return true;
  }
  return false;
}

/** Whether a place of a function is only come to if data say so. */
function isAsked(place: Node): boolean {
  let inner = place;
  for (const up of ancestors(place)) {
    if (isAskedBy(place, inner, up)) return true;
    if (isFunction(up)) return false;
    inner = up;
  }
  return false;
}

/** Whether a node decides about what is in it: by a test around, or by one before that leaves. */
function isAskedBy(place: Node, inner: Node, up: Node): boolean {
  if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && !isWithin(place, up.test) && mentionsData(up.test)) return true;
  if (up.type === 'LogicalExpression' && isWithin(place, up.right) && mentionsData(up.left)) return true;
  if (up.type === 'SwitchCase' || up.type === 'CatchClause') return true;
  const list = siblings(inner) ?? [];
  return list.slice(0, list.indexOf(inner as t.Statement)).some((earlier) => earlier.type === 'IfStatement' && mayLeave(earlier) && mentionsData(earlier.test) && !mentionsError(earlier.test));
}

function mentionsError(test: Node): boolean {
  let found = false;
  walk(test, (node) => {
    if (isMember(node) && memberName(node) === 'lastError') found = true;
    return !found;
  });
  return found;
}

function mentionsData(test: Node): boolean {
  let found = false;
  walk(test, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'Identifier' || node.type === 'MemberExpression') found = true;
    return !found;
  });
  return found;
}
