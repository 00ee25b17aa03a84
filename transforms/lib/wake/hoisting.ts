import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { ancestors, functionName, functionOf, isCall, isFunction, isMember, isWithin, keyName, memberName, parentOf, siblings, unwrap, walk, wordsOfCall, wrapped, type AnyCall, type AnyMember, type FunctionNode, type Node } from '../ast.ts';
import { variablesOf } from '../bindings.ts';
import { composed } from '../compose.ts';
import { evaluate } from '../constants.ts';
import { isForOthers } from '../environment.ts';
import type { Extension } from '../extension.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import { withGuards } from '../state/guards.ts';
import { freshName, habitsOf, moveLines, needsSemicolon, startWithComments, statementEnd } from '../layout.ts';
import { fillsOf, isAfter, planLoading, startOf, type Filled } from '../state/loading.ts';
import type { Manifest } from '../manifest.ts';
import { permissionsOf } from '../platform.ts';
import { isChosen } from '../reaching.ts';
import type { Realm } from '../realms.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Start } from '../state/start-up.ts';
import { turnsOf, type Delay, type Registration, type Turn, type Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import { placeWords, snippet } from '../words.ts';

/** Moves late registrations out of one function into the first turn. */
export interface Hoisting {
  readonly edits: readonly Edit[];
  /** What the listeners now wait for: what the start-up fills, or the place that they come from, to which the start-up comes always or only sometimes. */
  readonly waits: 'nothing' | 'fills' | 'always' | 'sometimes';
}

/** Events for which the browser starts a background only once in a while: what they register is meant to stay. */
export const SETUP_EVENTS = /^runtime\.on(Installed|Startup)$/;
/** How a refusal ends where the start-up itself causes the event. */
export const WOULD_HEAR = 'and its listener would hear of it';
/** Delays that always come to their end, once. */
const ONCE = new Set<string | undefined>([undefined, 'await', 'promise', 'callback']);
/** Why the others have no known end. */
const SLOW: Partial<Record<Delay, string>> = { timer: 'it waits for a timer', event: 'it waits for an event of another object', unknown: 'the function around it is given to code that is not followed' };

/**
 * Moves registrations that one function makes late into the first turn, in their order. Locals that their listeners use become variables
 * beside them, and the listeners wait for what the start-up fills.
 * @throws Refusal where the moved listeners would not behave as the late ones
 */
export function planHoisting(group: readonly Registration[], realm: Realm, turns: Turns): Hoisting {
  const plain = withListeners(group) ?? withNames(group, realm, turns);
  if (plain !== undefined) {
    const next = again(group, plain.edits, plain.texts, realm);
    const rest = planHoisting(next.group, next.realm, next.turns);
    return { ...rest, edits: composed(realm.scripts[0]!.extension, plain.edits, rest.edits) };
  }
  const guarded = withGuards(group, realm, turns);
  if (guarded === undefined) return planStraight(group, realm, turns);
  const next = again(group, guarded.edits, guarded.texts, realm);
  const rest = planStraight(next.group, next.realm, next.turns, guarded.names);
  return { ...rest, edits: composed(group[0]!.script.extension, guarded.edits, rest.edits) };
}

/** The same registrations after some edits, by their new texts. */
export function again(group: readonly Registration[], edits: readonly Edit[], texts: readonly string[], realm: Realm): { readonly group: readonly Registration[]; readonly realm: Realm; readonly turns: Turns } {
  const next = group[0]!.script.extension.apply(edits).realms.find(({ kind, name }) => kind === realm.kind && name === realm.name)!;
  const turns = turnsOf(next);
  const found = texts.map((text, index) => turns.registrations.find((one) => one.event === group[index]!.event && one.script.path === group[index]!.script.path && flattened(one.script.textOf(one.call)) === flattened(text)));
  if (found.some((one) => one === undefined)) throw new Refusal('it depends on a condition');
  return { group: found as Registration[], realm: next, turns };
}

/**
 * Writes listeners where they are registered that stand beside that, with a name that nothing else uses.
 * @returns undefined where there are none
 */
export function withListeners(group: readonly Registration[]): { readonly edits: readonly Edit[]; readonly texts: readonly string[] } | undefined {
  const edits: Edit[] = [];
  const texts = group.map(({ script, call, listener }) => {
    const fn = listener && localFunction(unwrap(listener), script, functionOf(call));
    if (fn === undefined) return script.textOf(call);
    const comments = script.slice(startWithComments(script, fn.statement), fn.statement.start!);
    if (comments !== '') edits.push(script.insert(parentOf(wrapped(call))!.start!, comments));
    edits.push(script.replace(listener!, script.textOf(fn.made)), ...withoutStatements(script, [fn.statement]));
    return script.slice(call.start!, listener!.start!) + script.textOf(fn.made) + script.slice(listener!.end!, call.end!);
  });
  return edits.length === 0 ? undefined : { edits, texts };
}

/** The function that a name stands for, where a statement of the same function declares it and nothing else uses it. */
function localFunction(name: Node, script: Script, around: FunctionNode | undefined): { readonly made: Node; readonly statement: Node } | undefined {
  const binding = name.type === 'Identifier' ? script.binding(name) : undefined;
  const [declaration, ...others] = binding?.declarations ?? [];
  if (around === undefined || binding === undefined || declaration === undefined || others.length > 0 || binding.references.length !== 1 || !/^(function|const)$/.test(binding.kind)) return undefined;
  const made = declaration.node.type === 'FunctionDeclaration' ? declaration.node : declaration.init && declaration.keys?.length === 0 ? unwrap(declaration.init) : undefined;
  const statement = declaration.node.type === 'FunctionDeclaration' ? declaration.node : parentOf(declaration.node);
  if (made === undefined || !isFunction(made) || made.generator || statement === undefined || parentOf(statement) !== around.body) return undefined;
  const isAlone = statement.type === 'FunctionDeclaration' || (statement.type === 'VariableDeclaration' && statement.declarations.length === 1);
  return isAlone && endWithComment(script, statement) === statementEnd(script, statement) ? { made, statement } : undefined;
}

/**
 * Writes the name of an object that lives once for `this`.
 * @returns undefined where no registration uses `this`
 * @throws Refusal where `this` may be another object, or has no name at top level
 */
export function withNames(group: readonly Pick<Registration, 'script' | 'call'>[], realm: Realm, turns: Turns): { readonly edits: readonly Edit[]; readonly texts: readonly string[] } | undefined {
  const edits: Edit[] = [];
  const texts = group.map(({ script, call }) => {
    const uses: Node[] = [];
    walk(call, (node) => {
      if (isFunction(node) && node.type !== 'ArrowFunctionExpression') return false;
      if (node.type === 'ThisExpression') uses.push(node);
      return true;
    });
    if (uses.length === 0) return script.textOf(call);
    if (wordsOfCall(call).has('arguments') || /#\w|\bsuper\b/.test(script.textOf(call))) throw new Refusal('it uses `this` or `arguments`');
    const name = nameOfThis(uses[0]!, script, realm, turns);
    const own = uses.map((node) => script.replace(node, name));
    edits.push(...own);
    return own.reduceRight((text, { start, end }) => text.slice(0, start - call.start!) + name + text.slice(end - call.start!), script.textOf(call));
  });
  return edits.length === 0 ? undefined : { edits, texts };
}

/**
 * The top-level constant that `this` is, in a method that is only called on it.
 * @throws Refusal where `this` may be another object, or has no name at top level
 */
export function nameOfThis(node: Node, script: Script, realm: Realm, turns: Turns): string {
  const other = new Refusal('it uses `this`, and which object that is was not found');
  const holder = turns.holderOf(node);
  const method = [...ancestors(node)].find((up): up is FunctionNode => isFunction(up) && up.type !== 'ArrowFunctionExpression');
  if (holder === undefined || !holder.instance || isFunction(holder.node) || method === undefined || script.program === undefined) throw other;
  const isHolder = (init: Node | null | undefined): boolean => init != null && turns.holderOf(init)?.node === holder.node;
  const [name, ...others] = script.program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return declaration?.type === 'VariableDeclaration' && declaration.kind === 'const' ? declaration.declarations.filter(({ init }) => init != null && /^(NewExpression|ObjectExpression)$/.test(unwrap(init).type) && isHolder(init)) : [];
  }).map(({ id }) => id);
  if (name?.type !== 'Identifier' || others.length > 0) throw other;
  for (const one of realm.scripts) {
    if (one.program === undefined) continue;
    walk(one.program, (made) => {
      if (made.type === 'NewExpression' && turns.holderOf(made)?.node === holder.node && parentOf(name) !== parentOf(wrapped(made))) throw other;
      if ((made.type === 'ClassDeclaration' || made.type === 'ClassExpression') && made.superClass && turns.holderOf(made.superClass)?.node === holder.node) throw other;
      return true;
    });
  }
  const isCalledOnIt = turns.callersOf(method).every((call) => {
    const callee = unwrap(call.callee as Node);
    return isMember(callee) && turns.holderOf(callee.object)?.node === holder.node;
  });
  if (!isCalledOnIt) throw other;
  return name.name;
}

/** A text with one blank for all white space between its words: where its lines break does not count. */
export function flattened(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function planStraight(group: readonly Registration[], realm: Realm, turns: Turns, used: ReadonlySet<string> = new Set()): Hoisting {
  const [{ script }] = group as readonly [Registration];
  const { extension } = script;
  assertAlone(script);
  for (const registration of group) assertMovable(registration, group, realm, turns);
  const fn = functionOf(group[0]!.call)!;
  const ways = group.map(({ call }) => wayTo(call, realm, turns));
  const [way] = ways as [Way];
  for (const [index, registration] of group.entries()) assertUnheard(registration, ways[index]!, realm, turns);
  const units = unitsOf(group, fn, turns, way.places[1]!);
  const plan = (late: number): Hoisting => gated(extension, moved(units, { ...way, late }, group, realm, turns, used), script, group, realm);
  const near = orRefusal(() => plan(way.late));
  if (!(near instanceof Refusal)) return near;
  const far = way.late === way.functions.length ? near : orRefusal(() => plan(way.functions.length));
  if (far instanceof Refusal) throw near;
  return far;
}

// ---- what must not move

/** Refuses a script that other pages load, or that cannot be edited. */
export function assertAlone({ file, inline, realms }: Script): void {
  if (!file.editable || inline || realms.some(({ kind }) => kind !== 'background')) throw new Refusal('other pages load this script, too');
}

/** @param again whether events may register it, too, after the start-up has */
export function assertMovable(registration: Registration, group: readonly Registration[], realm: Realm, turns: Turns, again = false): void {
  const { script, call, event, listener, functions } = registration;
  const own = turns.turnsAt(call);
  const isSetup = own.every(({ origin }) => SETUP_EVENTS.test(origin));
  if (again ? !own.some(({ origin }) => origin === 'start') : !isSetup && !own.every(({ origin }) => origin === 'start')) throw new Refusal('other events register it, too');
  const slow = own.find(({ origin, delay }) => (origin === 'start' || !again) && !ONCE.has(delay));
  if (slow !== undefined) throw new Refusal(`${SLOW[slow.delay!] ?? 'it waits for more than an answer of the browser'}${slow.cause ? ` (${placeWords(turns.scriptOf(slow.cause), slow.cause)})` : ''}`);
  const statement = parentOf(wrapped(call));
  if (statement?.type !== 'ExpressionStatement') throw new Refusal('it is part of a larger expression');
  if (wordsOfCall(call).size > 0) throw new Refusal('it uses `this` or `arguments`');
  if (listener === undefined || functions.length !== 1) throw new Refusal('which function listens was not found');
  if (!isFunction(unwrap(listener)) && unwrap(listener).type !== 'Identifier') assertLastingMember(listener, functions[0]!, script, realm, turns);
  assertFixedArguments(call);
  assertNotOptional(event, script.extension.manifest);
  if (script.api(unwrap(call.callee as Node)) === undefined) throw new Refusal('which event it is, is chosen as the code runs');
  const [fn] = functions as readonly [FunctionNode];
  const name = unwrap(listener);
  if (name.type === 'Identifier' && isAssigned(name, script, realm)) throw new Refusal(`\`${name.name}\` is assigned later`);
  const others = turns.registrations.filter((one) => one !== registration && one.event.split('|').includes(event));
  if (others.some((one) => one.functions.includes(fn))) throw new Refusal('its listener is registered in several places');
  const isRemoved = (one: Registration): boolean => realm.scripts.some((other) => [...other.calls(`${event}.removeListener`)].some(({ call: removal }) => removal.arguments[0] !== undefined && turns.functionsOf(removal.arguments[0]).some((own) => one.functions.includes(own))));
  if (isRemoved(registration)) throw new Refusal('its listener is also removed');
  // What is removed again comes and goes anyway.
  const late = others.find((one) => !group.includes(one) && !isRemoved(one) && !turns.runsAtStart(one.call) && turns.turnsAt(one.call).some(({ origin }) => origin === 'start' || origin === 'unknown' || SETUP_EVENTS.test(origin)));
  if (late !== undefined) throw new Refusal(`another listener of the same event is registered late (${placeWords(late.script, late.call)})`);
}

/** Refuses a filter that another run could compute differently. */
export function assertFixedArguments(call: AnyCall): void {
  if (!call.arguments.slice(1).every(isFixed)) throw new Refusal('its filter is computed when it is registered');
}

/** Refuses an event that is there only where the user has granted an optional permission. */
export function assertNotOptional(event: string, manifest: Manifest): void {
  const needed = permissionsOf(event);
  const optional = needed.find((permission) => manifest.strings(['optional_permissions']).includes(permission));
  if (optional !== undefined && !needed.some((permission) => manifest.strings(['permissions']).includes(permission))) throw new Refusal(`the permission \`${optional}\` is optional, and without it \`${event}\` is not there`);
}

/** Refuses a listener that is not the same member of the same object, bound or not, whenever it is asked for. */
export function assertLastingMember(listener: Node, fn: FunctionNode, script: Script, realm: Realm, turns: Turns): void {
  const inner = unwrap(listener);
  const callee = isCall(inner) ? unwrap(inner.callee as Node) : undefined;
  const isBound = isCall(inner) && isMember(callee) && memberName(callee) === 'bind' && inner.arguments.length === 1;
  const member = isBound ? unwrap(callee.object) : inner;
  const roots = [isMember(member) ? unwrap(member.object) : undefined, ...(isBound ? [unwrap(inner.arguments[0]!)] : [])];
  if (!isMember(member) || memberName(member) === undefined) throw new Refusal(`its listener is computed: \`${snippet(script, listener)}\``);
  for (const root of roots) {
    const binding = root?.type === 'Identifier' ? (script.binding(root) ?? script.extension.topLevel(realm).get(root.name)?.scopes?.program.bindings.get(root.name)) : undefined;
    if (root?.type !== 'Identifier' || binding === undefined || binding.scope.parent !== undefined || isAssigned(root, script, realm)) throw new Refusal(`its listener is computed: \`${script.textOf(listener)}\``);
  }
  const name = memberName(member)!;
  for (const one of realm.scripts) {
    if (one.program === undefined || !one.text.includes(name)) continue;
    walk(one.program, (node) => {
      if (node.type !== 'AssignmentExpression' || !isMember(node.left) || memberName(node.left) !== name) return true;
      if (isOfOtherClass(node.left.object, member.object, turns) || isMadeWith(node, member.object, one, turns)) return true;
      const isFirst = functionOf(node) === undefined && turns.functionsOf(node.right).includes(fn) && (one === script ? node.end! < listener.start! : realm.scripts.indexOf(one) < realm.scripts.indexOf(script));
      if (!isFirst) throw new Refusal(`\`${name}\` is assigned later (${placeWords(one, node)})`);
      return true;
    });
  }
}

/** Whether a member that an object is made with has that object as `this`, whoever calls it. */
export function hasOwnThis(member: AnyMember, fn: FunctionNode, turns: Turns): boolean {
  if (fn.type === 'ArrowFunctionExpression') return true;
  const holder = turns.holderOf(member.object)?.node;
  const constructor = holder?.type === 'ClassDeclaration' ? holder.body.body.find((one): one is t.ClassMethod => one.type === 'ClassMethod' && one.kind === 'constructor') : undefined;
  return constructor?.body.body.some((statement) => {
    const set = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    return set?.type === 'AssignmentExpression' && isMember(set.left) && memberName(set.left) === memberName(member) && isMadeWith(set, member.object, turns.scriptOf(set), turns);
  }) === true;
}

/** Whether `this` in a class is another object than that of a member. */
function isOfOtherClass(own: Node, object: Node, turns: Turns): boolean {
  const holder = unwrap(own).type === 'ThisExpression' ? turns.holderOf(own)?.node : undefined;
  return holder?.type === 'ClassDeclaration' && holder !== turns.holderOf(object)?.node && turns.holderOf(object) !== undefined;
}

/** Whether the constructor of a constant's class gives it a member, whatever it is made with: `this.onClick = this.onClick.bind(this)`. */
function isMadeWith(assignment: t.AssignmentExpression, object: Node, script: Script, turns: Turns): boolean {
  const constructor = functionOf(assignment);
  const root = unwrap(object);
  const binding = root.type === 'Identifier' ? turns.scriptOf(root).binding(root) : undefined;
  const init = binding?.kind === 'const' ? binding.declarations[0]?.init : undefined;
  const statement = parentOf(wrapped(assignment));
  const right = unwrap(assignment.right);
  const isBound = isCall(right) && isMember(right.callee) && memberName(right.callee) === 'bind' && right.arguments.length === 1 && right.arguments[0]!.type === 'ThisExpression' && script.textOf(right.callee.object) === script.textOf(assignment.left);
  return constructor?.type === 'ClassMethod' && constructor.kind === 'constructor' && statement?.type === 'ExpressionStatement' && parentOf(statement) === constructor.body &&
    init != null && unwrap(init).type === 'NewExpression' && turns.holderOf(init)?.node === parentOf(parentOf(constructor)!) &&
    unwrap((assignment.left as AnyMember).object).type === 'ThisExpression' && (isBound || right.type === 'ArrowFunctionExpression');
}

/**
 * Refuses a registration before which the start-up may make its event happen: the listener would hear of that now.
 * @param origins the events that count as start-up
 */
export function assertUnheard({ call, event }: Registration, way: Way, realm: Realm, turns: Turns, origins: readonly string[] = turns.turnsAt(call).map(({ origin }) => origin)): void {
  const [cause] = causesOf(event, origins, way, realm, turns);
  if (cause !== undefined) throw new Refusal(`the start-up calls \`${cause.path}\` before (${placeWords(cause.script, cause.node)}), ${WOULD_HEAR}`);
}

/** Whether a variable gets a value elsewhere than where it is declared. */
export function isAssigned(name: t.Identifier, script: Script, realm: Realm): boolean {
  const owner = script.binding(name) === undefined ? script.extension.topLevel(realm).get(name.name) : script;
  const binding = script.binding(name) ?? owner?.scopes?.program.bindings.get(name.name);
  if (binding === undefined) return false;
  const elsewhere = binding.scope.parent === undefined ? realm.scripts.flatMap((one) => one.freeNames.get(name.name) ?? []) : [];
  return [...binding.references, ...elsewhere].some(({ writes }) => writes) || (binding.kind !== 'function' && binding.declarations.length > 1);
}

/** Whether a value is the same whenever it is made. */
function isFixed(node: Node): boolean {
  let fixed = true;
  walk(node, (one) => {
    if (!/^(Object|Array)Expression$|^ObjectProperty$|Literal$|^TemplateElement$/.test(one.type) && !(one.type === 'Identifier' && parentOf(one)?.type === 'ObjectProperty' && (parentOf(one) as t.ObjectProperty).key === one && !(parentOf(one) as t.ObjectProperty).computed && !(parentOf(one) as t.ObjectProperty).shorthand)) fixed = false;
    return fixed;
  });
  return fixed;
}

/** API functions that change what events tell of. */
const CHANGES = /\.(create|update|remove|move|set|clear|add|delete|reload|duplicate|highlight|discard|group|ungroup|go|open|download|erase|cancel|pause|resume|restore|uninstall|request|toggle|hide|show)(?!\w*Listener)\w*$/;

/** What causes the events of tabs and windows. */
const CAUSES: Readonly<Record<string, RegExp>> = {
  'tabs.onActivated': /^tabs\.(create|duplicate|update|highlight|remove|hide|move)|^windows\.|^runtime\./,
  'tabs.onCreated': /^tabs\.(create|duplicate)|^windows\.create|^runtime\./,
  'tabs.onRemoved': /^(tabs|windows)\.remove/,
  'tabs.onReplaced': /^tabs\.(update|reload|discard|go)/,
  'tabs.onUpdated': /^tabs\.(?!remove)|^windows\.create|^runtime\./,
  'windows.onCreated': /^tabs\.(create|duplicate)|^windows\.create|^runtime\./,
  'windows.onFocusChanged': /^tabs\.(create|duplicate|remove|move)|^windows\.|^runtime\./,
  'windows.onRemoved': /^(tabs|windows)\.remove|^tabs\.move/,
};

/** Milliseconds in which a start-up that waits for no network is over. */
const LONG_TIMER = 10_000;

/** Whether a function of the same namespace may cause an event; only users are idle. */
function mayCause(path: string, event: string): boolean {
  return event !== 'idle.onStateChanged' && (CAUSES[event]?.test(path) ?? true);
}

/** What some turns call that makes an event happen, not surely after the end of a way. */
function* causesOf(event: string, origins: readonly string[], way: Way, realm: Realm, turns: Turns): Generator<{ readonly path: string; readonly script: Script; readonly node: Node }> {
  const [namespace = ''] = event.split('.');
  const related = namespace === 'webNavigation' || namespace === 'webRequest' ? ['tabs', 'windows', 'downloads'] : namespace === 'tabs' ? ['tabs', 'windows'] : namespace === 'windows' ? ['tabs', 'windows'] : [namespace];
  if (namespace === 'runtime' || namespace === 'contextMenus' || namespace === 'menus' || /\.on(Clicked|Command|Alarm)$/.test(event)) return;
  const runs = (node: Node): boolean => turns.turnsAt(node).some((turn) => (turn.origin === 'start' || origins.includes(turn.origin)) && !isOfLongTimer(turn, turns)) && !comesAfter(node, way, turns);
  for (const script of realm.scripts) {
    for (const { path, call } of script.apiReferences) if (call !== undefined && (related.includes(path.split('.')[0]!) || (path === 'runtime.openOptionsPage' && related.includes('tabs'))) && CHANGES.test(path) && mayCause(path, event) && runs(call)) yield { path, script, node: call };
    if (namespace === 'webRequest') for (const node of [...script.globals('fetch'), ...script.globals('XMLHttpRequest')]) if (runs(node)) yield { path: script.textOf(node), script, node };
  }
}

/** Whether a turn is a timer's that takes so long that the start-up is over. */
function isOfLongTimer({ delay, cause }: Turn, turns: Turns): boolean {
  if (delay !== 'timer' || !isCall(cause)) return false;
  const time = evaluate(turns.scriptOf(cause), cause.arguments[1], turns)?.value;
  return typeof time === 'number' && time >= LONG_TIMER;
}

/** Whether the start-up comes to a place only after it has come to the end of a way. */
function comesAfter(place: Node, way: Way, turns: Turns, seen: ReadonlySet<Node> = new Set()): boolean {
  const fn = functionOf(place);
  if (fn === undefined || seen.has(fn)) return false;
  const index = way.functions.indexOf(fn);
  if (index !== -1) return place.start! > way.places[index]!.end! && way.functions.slice(0, index).every((inner, at) => isEnded(inner, way.places[at + 1]!, turns));
  const outer = wrapped(fn);
  const given = parentOf(outer);
  const callers: readonly Node[] = isCall(given) && given.callee !== outer ? [given] : turns.callersOf(fn).filter((call) => turns.turnsAt(call).some(({ origin }) => origin === 'start' || SETUP_EVENTS.test(origin)));
  return callers.length > 0 && callers.every((call) => comesAfter(call, way, turns, new Set([...seen, fn])));
}

/** Whether a function has ended where the code goes on behind the place that runs it. */
function isEnded(fn: FunctionNode, place: Node, turns: Turns): boolean {
  if (parentOf(wrapped(place))?.type === 'AwaitExpression') return true;
  return !fn.async && !fn.generator && (immediateCall(fn)?.node === place || (isCall(place) && turns.callersOf(fn).includes(place)));
}

// ---- the way from the first turn to the registration

/** The way that the start-up takes to a late place. */
export interface Way {
  /** The functions on it, the innermost first. */
  readonly functions: readonly FunctionNode[];
  /** How many of them are left behind: at least those that do not run in the first turn. */
  readonly late: number;
  /** The places in them, and at last the one in the first turn, from which the next function is run. */
  readonly places: readonly Node[];
  /** Whether an event, not the start, leads here. */
  readonly byEvent: boolean;
}

/** @throws Refusal where a place may not be come to, or more than once */
function wayTo(place: Node, realm: Realm, turns: Turns): Way {
  const functions: FunctionNode[] = [];
  const places: Node[] = [place];
  let byEvent = false;
  let late = 0;
  const seen = new Set<FunctionNode>();
  for (let at = place; ;) {
    const fn = functionOf(at);
    assertUnconditional(at, fn, turns);
    if (fn === undefined) return { functions, places, late, byEvent };
    if (seen.has(fn)) throw new Refusal('the function around it calls itself');
    seen.add(fn);
    if (at === place || (late === functions.length && !turns.runsAtStart(at))) late = functions.length + 1;
    assertLoadsNoCode(turns.scriptOf(fn), fn);
    const setup = turns.registrations.find((one) => SETUP_EVENTS.test(one.event) && one.functions.includes(fn));
    if (setup !== undefined && !turns.runsAtStart(setup.call)) throw new Refusal('the listener around it is late, too');
    byEvent ||= setup !== undefined;
    at = setup?.call ?? occasionOf(fn, realm, turns);
    if (isChosen(at, fn, turns)) throw new Refusal('it depends on a condition');
    functions.push(fn);
    places.push(at);
  }
}

/** The one place that has a function run. */
function occasionOf(fn: FunctionNode, realm: Realm, turns: Turns): Node {
  const script = turns.scriptOf(fn);
  if (fn.generator) throw new Refusal('it is in a generator');
  const own = immediateCall(fn)?.node ?? argumentOf(fn, turns);
  if (own !== undefined) return own;
  const declarator = parentOf(wrapped(fn));
  if (declarator?.type === 'NewExpression' && declarator.callee.type === 'Identifier' && declarator.callee.name === 'Promise' && script.binding(declarator.callee) === undefined) return declarator;
  const isMethod = fn.type === 'ClassMethod' || fn.type === 'ObjectMethod' || declarator?.type === 'ObjectProperty' || (declarator?.type === 'AssignmentExpression' && isMember(declarator.left));
  if (isMethod) return callOfMethod(fn, realm, turns);
  const id = fn.type === 'FunctionDeclaration' ? fn.id : declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id : undefined;
  const binding = id ? script.binding(id) : undefined;
  const uses = binding?.references ?? [];
  const calls = turns.callersOf(fn);
  const [use] = uses;
  if (id === undefined) throw new Refusal('the function around it is given to code that is not followed');
  if (uses.length !== 1 || use === undefined || calls.length > 1) throw new Refusal(`${functionName(fn) === undefined ? 'the function around it' : `\`${functionName(fn)}\``} is not called in one place only`);
  const outer = wrapped(use.node);
  const parent = parentOf(outer);
  if (isCall(parent) && parent.callee === outer) return parent;
  const given = argumentOf(use.node, turns);
  if (given === undefined) throw new Refusal(`\`${functionName(fn)!}\` is handed on as a value, so when it runs is not known`);
  return given;
}

/** The one call of a method that nothing else mentions. */
function callOfMethod(fn: FunctionNode, realm: Realm, turns: Turns): AnyCall {
  const [call, ...others] = turns.callersOf(fn);
  const name = functionName(fn);
  if (call === undefined || others.length > 0 || name === undefined) throw new Refusal(`${name === undefined ? 'the method around it' : `\`${name}\``} is not called in one place only`);
  for (const script of realm.scripts) {
    if (script.program === undefined || !script.text.includes(name)) continue;
    walk(script.program, (node) => {
      const isMention = (isMember(node) && memberName(node) === name && node !== unwrap(call.callee as Node) && !(parentOf(node)?.type === 'AssignmentExpression' && (parentOf(node) as t.AssignmentExpression).right === fn)) || (node.type === 'ObjectPattern' && node.properties.some((one) => one.type === 'ObjectProperty' && keyName(one) === name));
      if (isMention) throw new Refusal(`\`${name}\` is used elsewhere (${placeWords(script, node)})`);
      return true;
    });
  }
  return call;
}

/** The call that runs a function which it is given, once: an API with its callback, a promise with its continuation. */
function argumentOf(node: Node, turns: Turns): AnyCall | undefined {
  const outer = wrapped(node);
  const call = parentOf(outer);
  if (!isCall(call) || !call.arguments.includes(outer as t.Expression)) return undefined;
  const callee = unwrap(call.callee as Node);
  const name = isMember(callee) ? memberName(callee) : undefined;
  if (name === 'then' || name === 'finally' || name === 'catch') {
    if (name === 'catch' || call.arguments[0] !== outer) throw new Refusal('it is registered after a failure only');
    return call;
  }
  if (turns.scriptOf(call).api(callee) === undefined || call.arguments.at(-1) !== outer) throw new Refusal(`the function around it is given to code that is not followed (${placeWords(turns.scriptOf(call), call)})`);
  return call;
}

const STRAIGHT = /^(ExpressionStatement|BlockStatement|Program|CallExpression|OptionalCallExpression|NewExpression|MemberExpression|OptionalMemberExpression|AwaitExpression|VariableDeclarator|VariableDeclaration|ReturnStatement|ParenthesizedExpression|ArrayExpression|TSAsExpression|TSNonNullExpression)$/;

/** Refuses a place that its function may leave out, or come to several times. */
function assertUnconditional(place: Node, fn: FunctionNode | undefined, turns: Turns): void {
  const outer = [...ancestors(place)];
  const own = fn === undefined ? outer : outer.slice(0, outer.indexOf(fn));
  for (const up of own) {
    if (/^(For|While|DoWhile)/.test(up.type)) throw new Refusal('it is in a loop');
    if (/^(If|Switch)|^Conditional|^Logical/.test(up.type)) throw new Refusal(`it depends on a condition (${placeWords(turns.scriptOf(up), up)})`);
    if (up.type === 'TryStatement' && (!isWithin(place, up.block) || !isOnlyLogged(up))) throw new Refusal('it is in a `try` that does more than log what fails');
    if (up.type !== 'TryStatement' && !STRAIGHT.test(up.type)) throw new Refusal('it is part of a larger expression');
  }
  if (own.some((up) => up.type === 'BlockStatement' && parentOf(up) !== fn && parentOf(up)?.type !== 'TryStatement')) throw new Refusal('a block of its own is around it');
  if (fn === undefined) return;
  const script = turns.scriptOf(fn);
  walk(fn.body, (node) => {
    if (isFunction(node) || node.start! >= place.start!) return false;
    if ((node.type === 'ReturnStatement' || node.type === 'ThrowStatement') && !isWithin(place, node)) throw new Refusal(`the function around it may return before (${placeWords(script, node)})`);
    return true;
  });
}

/** Whether a `try` does nothing about a failure but tell of it: then it is as if it were not caught. */
function isOnlyLogged({ handler, finalizer }: t.TryStatement): boolean {
  const tells = (statement: t.Statement): boolean => {
    const call = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
    const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
    if (isMember(callee)) return unwrap(callee.object).type === 'Identifier' && (unwrap(callee.object) as t.Identifier).name === 'console';
    return callee?.type === 'Identifier' && /^(log|warn|report)|(log|warn|report)(ger|ging|s|ing)?$|(Log|Error|Warn|Warning|Exception)$/.test(callee.name);
  };
  return finalizer == null && (handler?.body.body.every(tells) ?? false);
}

/** Refuses to run before code that is loaded only then: it may be what the moved code needs. */
function assertLoadsNoCode(script: Script, fn: FunctionNode): void {
  walk(fn.body, (node) => {
    if (node.type === 'Import' || node.type === 'ImportExpression' || (node.type === 'Identifier' && (node.name === 'importScripts' || node.name === 'require') && script.binding(node) === undefined)) throw new Refusal('the start-up loads code before, which the listener may need');
    return true;
  });
}

// ---- what moves

/** A statement that moves, and its new text without its own indentation. */
export interface Unit {
  readonly statement: Node;
  readonly script: Script;
}

/** The statements to move: the call of a function that does nothing but register, else the registrations. */
export function unitsOf(group: readonly Registration[], fn: FunctionNode, turns: Turns, call: Node | undefined = turns.callersOf(fn)[0]): readonly Unit[] {
  const { script } = group[0]!;
  const statements: readonly Node[] = group.map(({ call }) => parentOf(wrapped(call))!);
  const body = fn.body.type === 'BlockStatement' ? fn.body.body : [];
  const unused = isCall(call) && turns.callersOf(fn).length === 1 && call.callee.type === 'Identifier' && call.arguments.length === 0 ? statementOfCall(call) : undefined;
  if (fn.type === 'FunctionDeclaration' && unused !== undefined && fn.params.length === 0 && turns.callersOf(fn).includes(call as AnyCall) && body.every((one) => statements.includes(one) || one.type === 'FunctionDeclaration')) {
    return [{ statement: unused, script: turns.scriptOf(unused) }];
  }
  return statements.map((statement) => ({ statement, script }));
}

/** `f();`, `await f();` */
function statementOfCall(call: AnyCall): Node | undefined {
  const outer = parentOf(wrapped(call));
  const statement = outer?.type === 'AwaitExpression' ? parentOf(wrapped(outer)) : outer;
  return statement?.type === 'ExpressionStatement' ? statement : undefined;
}

/** The edits of a move, and the variables that it declares beside the start-up. */
interface Moved {
  readonly edits: readonly Edit[];
  readonly declared: readonly string[];
}

/** Moves units of code from where the start-up comes to them late to its first turn. */
export function moved(units: readonly Unit[], way: Way, group: readonly Registration[], realm: Realm, turns: Turns, used: ReadonlySet<string>): Moved {
  const isCallMoved = !group.some(({ call }) => parentOf(wrapped(call)) === units[0]!.statement);
  const chain = way.functions.slice(isCallMoved ? 1 : 0, way.late);
  const place = units[0]!;
  const home = functionOf(chain.at(-1) ?? place.statement);
  const outermost = chain.at(-1);
  if (outermost === undefined) throw new Refusal('no function of the start-up is around it');
  const owner = place.script;
  if (chain.some((fn) => turns.scriptOf(fn) !== owner)) throw new Refusal('the start-up comes to it through several files');
  if (home !== undefined && (home.body.type !== 'BlockStatement' || home.generator)) throw new Refusal('the function around it is part of another one');
  const list: readonly t.Statement[] = home === undefined ? owner.program!.body : (home.body as t.BlockStatement).body;
  const anchor = list.find((one) => units.some(({ statement }) => isWithin(statement, one)));
  if (anchor === undefined || (anchor.type !== 'ExpressionStatement' && anchor.type !== 'FunctionDeclaration' && anchor.type !== 'ClassDeclaration' && anchor.type !== 'VariableDeclaration')) throw new Refusal('it is part of a larger statement');

  const captured = capturedBy(units, owner, chain, used);
  for (const { listener } of group) {
    const name = listener && unwrap(listener);
    const binding = name?.type === 'Identifier' ? owner.binding(name) : undefined;
    if (binding !== undefined && binding.kind !== 'function' && captured.includes(binding)) throw new Refusal(`\`${binding.name}\` is made only then`);
  }
  if (captured.length > 0 && way.byEvent) throw new Refusal(`its listener uses \`${captured[0]!.name}\` of the listener around it`);
  if (captured.length > 0) for (const fn of chain) assertLasting(fn, turns);
  const edits: Edit[] = [];
  const declared = captured.length > 0 ? hoistLocals(owner, captured, chain, list, realm, used, edits) : [];
  const start = list.find((one) => isWithin(way.places[way.late]!, one));
  const at = insertionAfter(owner, list, start !== undefined && start.start! > anchor.start! ? start : anchor, units, group, realm, turns);
  const indent = owner.indentAt(anchor.start!);
  const { semicolon } = owner.style;
  const { edits: removals, emptied } = removed(owner, units.map(({ statement }) => statement), captured.length > 0);
  const taken = removals.find((edit) => edit.start <= at.offset && at.offset <= edit.end);
  const isOpen = needsSemicolon(owner.file.text, taken?.end ?? at.offset);
  const texts = units.map(({ statement }, index) => {
    const { expression } = statement as t.ExpressionStatement;
    const start = startWithComments(owner, statement);
    const [from, to] = expression.type === 'AwaitExpression' ? [expression.argument.start!, expression.argument.end!] : [statement.start!, expression.end!];
    const text = owner.slice(start, statement.start!) + owner.slice(from, to) + (isOpen && index === units.length - 1 ? ';' : semicolon) + owner.slice(statementEnd(owner, statement), endWithComment(owner, statement));
    return moveLines(text, start, owner.program!, owner.indentAt(statement.start!), indent);
  });
  // A line that begins with a bracket would go on with the line before it.
  if (semicolon === '') for (const [index, text] of texts.entries()) if (/^[([]/.test(text)) texts[index] = `;${text}`;
  const isApart = units.map(({ statement }, index) => index > 0 && /\n[ \t]*\r?\n/.test(owner.slice(units[index - 1]!.statement.end!, startWithComments(owner, statement))));
  const all = texts.map((text, index) => (index === 0 ? text : `${isApart[index] ? '\n' : ''}\n${indent}${text}`)).join('');
  const above = taken === undefined && emptied !== undefined ? owner.slice(startWithComments(owner, emptied), emptied.start!) : '';
  const gap = [owner.textOf(at.after), above, ...texts].some((text) => text.includes('\n')) ? `\n\n${indent}` : `\n${indent}`;
  // What nothing is left of makes room for what it held.
  if (taken === undefined) edits.push(owner.insert(at.offset, gap + above + all), ...(emptied === undefined ? removals : withoutStatements(owner, [emptied])));
  else edits.push(...removals.filter((edit) => edit !== taken), { ...taken, text: all });
  if (declared.length > 0) {
    const start = startWithComments(owner, anchor);
    // A declaration needs no `;` before it.
    if (/(^|\n)[ \t]*;$/.test(owner.file.text.slice(0, start))) edits.push({ file: owner.path, start: start - 1, end: start, text: '' });
    edits.push(owner.insert(start, `${habitsOf(owner).modern ? 'let' : 'var'} ${declared.join(', ')}${semicolon}\n${indent}`));
  }
  return { edits, declared };
}

/** Takes the moved statements out, and the continuation that held nothing else. */
function removed(script: Script, statements: readonly Node[], keepsMore: boolean): { readonly edits: readonly Edit[]; /** The statement of which nothing is left. */ readonly emptied?: Node } {
  const fn = functionOf(statements[0]!)!;
  const isMoved = (comment: t.Comment): boolean => statements.some((one) => startWithComments(script, one) <= comment.start! && comment.end! <= endWithComment(script, one));
  const hasComments = script.syntax?.comments?.some((one) => one.start! > fn.body.start! && one.end! < fn.body.end! && !isMoved(one)) === true;
  if (keepsMore || hasComments || fn.body.type !== 'BlockStatement' || parentOf(statements[0]!) !== fn.body || fn.body.body.length > statements.length) return { edits: withoutStatements(script, statements) };
  const without = (emptied: Node): { edits: Edit[]; emptied: Node } => ({ edits: [{ file: script.path, start: emptied.start!, end: statementEnd(script, emptied), text: '' }], emptied });
  const call = parentOf(wrapped(fn));
  const callee = isCall(call) ? unwrap(call.callee as Node) : undefined;
  const statement = call && parentOf(wrapped(call));
  if (isMember(callee) && memberName(callee) === 'addListener' && statement?.type === 'ExpressionStatement') return without(statement);
  const asks = isCall(call) ? emptyQuestion(script, call) : undefined;
  if (asks !== undefined) return without(asks);
  if (isCall(call) && isMember(callee) && /^(then|finally)$/.test(memberName(callee) ?? '') && call.arguments.length === 1 && statement?.type === 'ExpressionStatement') {
    const promise = unwrap(callee.object);
    return promise.type === 'Identifier' ? without(statement) : { edits: [{ file: script.path, start: callee.object.end!, end: call.end!, text: '' }] };
  }
  return { edits: [script.replace(fn.body, '{}')] };
}

/** API functions that only tell something. */
const QUESTION = /^(?!identity\.)[\w.]+\.(get(?![a-z])\w*|query|search|contains)$/;

/** The statement that asks the browser for what nobody takes: `storage.local.get('x', () => {});`, `tabs.query({}).then(() => {}).catch(log);`. */
function emptyQuestion(script: Script, given: AnyCall): Node | undefined {
  const isQuestion = (call: Node): boolean => isCall(call) && QUESTION.test(script.api(unwrap(call.callee as Node))?.names.join('.') ?? '') && call.arguments.every((argument) => (call === given && isFunction(unwrap(argument))) || isFixed(argument));
  const callee = unwrap(given.callee as Node);
  const isContinued = isMember(callee) && /^(then|finally)$/.test(memberName(callee) ?? '') && given.arguments.length === 1 && isQuestion(unwrap(callee.object));
  if (!isQuestion(given) && !isContinued) return undefined;
  let outer = wrapped(given);
  const tail = parentOf(outer);
  const caught = isMember(tail) && memberName(tail) === 'catch' ? parentOf(wrapped(tail)) : undefined;
  if (isCall(caught)) outer = wrapped(caught);
  const statement = parentOf(outer);
  return statement?.type === 'ExpressionStatement' ? statement : undefined;
}

/** Takes statements out, with the comments right above and behind them, their lines, and empty lines that nothing needs then. */
function withoutStatements(script: Script, statements: readonly Node[]): Edit[] {
  const { text } = script.file;
  const spans: { start: number; end: number }[] = [];
  for (const statement of statements) {
    const [start, end] = [startWithComments(script, statement), endWithComment(script, statement)];
    const last = spans.at(-1);
    if (last !== undefined && text.slice(last.end, start).trim() === '') last.end = end;
    else spans.push({ start, end });
  }
  return spans.map(({ start: from, end: to }) => {
    let start = text.lastIndexOf('\n', from - 1) + 1;
    const rest = /^[ \t]*\r?\n?/.exec(text.slice(to))![0];
    let end = to + rest.length;
    const isAlone = text.slice(start, from).trim() === '' || (text.slice(start, from).trim() === ';' && !needsSemicolon(text, end));
    if (!isAlone || !rest.endsWith('\n')) return { file: script.path, start: from, end: isAlone || rest.endsWith('\n') ? to : to + rest.length, text: '' };
    const isApart = /\n[ \t]*\r?\n$/.test(text.slice(0, start));
    if (isApart || /(^|\{[ \t]*\r?\n)$/.test(text.slice(0, start))) end += /^([ \t]*\r?\n)?/.exec(text.slice(end))![0].length;
    if (isApart && /^[ \t]*\}/.test(text.slice(end))) start = text.indexOf('\n', text.slice(0, start).trimEnd().length) + 1;
    return { file: script.path, start, end, text: '' };
  });
}

/** The end of a statement, with a comment behind it. */
function endWithComment(script: Script, statement: Node): number {
  const end = statementEnd(script, statement);
  const trailing = /^[ \t]*(\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)?[ \t]*(?=\r?\n|$)/.exec(script.file.text.slice(end));
  return end + (trailing?.[0].trimEnd().length ?? 0);
}

/** Where the moved statements go: behind the statement that they come from, or further down where a listener or the order asks for it. */
function insertionAfter(script: Script, list: readonly t.Statement[], anchor: t.Statement, units: readonly Unit[], group: readonly Registration[], realm: Realm, turns: Turns): { readonly offset: number; readonly after: Node } {
  let after = anchor;
  const push = (one: t.Statement | undefined): void => {
    if (one !== undefined && one.start! > after.start!) after = one;
  };
  // A call that moves brings its registrations along.
  for (const statement of [...units.map((one) => one.statement), ...group.map(({ call }) => call)]) {
    walk(statement, (node) => {
      if (isFunction(node)) return false;
      const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
      for (const declaration of binding?.declarations ?? []) if (binding?.kind !== 'function') push(list.find((one) => isWithin(declaration.node, one)));
      const free = node.type === 'Identifier' && binding === undefined ? script.extension.topLevel(realm).get(node.name) : undefined;
      if (free !== undefined && free !== script && realm.scripts.indexOf(free) > realm.scripts.indexOf(script)) throw new Refusal(`\`${(node as t.Identifier).name}\` comes from a later script`);
      return true;
    });
  }
  // Listeners of one event run in the order of their registration.
  for (const other of turns.registrations) {
    if (group.includes(other) || !turns.runsAtStart(other.call) || !group.some(({ event }) => event === other.event)) continue;
    if (other.script !== script) {
      if (realm.scripts.indexOf(other.script) > realm.scripts.indexOf(script)) throw new Refusal('a later script listens to the same event');
      continue;
    }
    const own = list.find((one) => isWithin(other.call, one));
    push(own?.type === 'FunctionDeclaration' ? list.findLast((one) => one.type !== 'ReturnStatement' && one.type !== 'ExportNamedDeclaration' && one.type !== 'ExportDefaultDeclaration') : own);
  }
  // What was moved before stands behind the same statement.
  const runs = (one: t.Statement): boolean => {
    const call = one.type === 'ExpressionStatement' ? unwrap(one.expression) : undefined;
    const targets = isCall(call) ? turns.targetsOf(call) : [];
    return turns.registrations.some((other) => !group.includes(other) && turns.runsAtStart(other.call) && (other.call === call || targets.includes(functionOf(other.call)!)));
  };
  for (let next = list[list.indexOf(after) + 1]; next !== undefined && runs(next); next = list[list.indexOf(after) + 1]) after = next;
  return { offset: endWithComment(script, after), after };
}

// ---- what moved listeners use

/** The locals of some functions that the moved statements use, and those of some names. */
function capturedBy(units: readonly Unit[], script: Script, chain: readonly FunctionNode[], used: ReadonlySet<string>): readonly Binding[] {
  const isLocal = ({ scope }: Binding): boolean => chain.some((fn) => isWithin(scope.node, fn)) && !units.some(({ statement }) => isWithin(scope.node, statement));
  const found = new Set(script.scopes!.bindings.filter((binding) => used.has(binding.name) && isLocal(binding)));
  for (const { statement } of units) {
    walk(statement, (node) => {
      const binding = node.type === 'Identifier' ? script.binding(node) : undefined;
      if (binding !== undefined && isLocal(binding)) found.add(binding);
      return true;
    });
  }
  return [...found];
}

/** Answers that are the same at each start, unless the user or the extension changes them. */
const LASTING = /^(storage|runtime|i18n|extension|commands|management\.getSelf|permissions)\b/;

/** Refuses what a function of the start-up learns of the moment: the next start learns something else. */
function assertLasting(fn: FunctionNode, turns: Turns): void {
  const script = turns.scriptOf(fn);
  const check = (node: Node): boolean => {
    if (isFunction(node)) return false;
    const path = isCall(node) ? script.api(unwrap(node.callee as Node))?.names.join('.') : undefined;
    if (path !== undefined && /\.(get|query|search|is)(?![a-z])\w*$/.test(path) && !LASTING.test(path)) throw new Refusal(`its listener uses what \`${path}\` answers at one moment`);
    return true;
  };
  walk(fn.body, check);
  const call = parentOf(wrapped(fn));
  if (isCall(call)) walk(call.callee, check);
  if (isCall(call)) check(call);
}

/** Refuses a value of the moment: the next start has another one. */
function assertSameEachTime({ name, declarations }: Binding, script: Script): void {
  for (const { node } of declarations) {
    if (isFunction(node)) continue;
    walk(node, (one) => {
      if (isFunction(one)) return false;
      if (one.type === 'Identifier' && MOMENTARY.test(one.name) && script.binding(one) === undefined && (one.name !== 'Math' || /^Math\.random$/.test(script.textOf(parentOf(one)!)))) throw new Refusal(`its listener uses \`${name}\`, which is another one at each start`);
      return true;
    });
  }
}

const MOMENTARY = /^(Date|Math|crypto|performance)$/;

const RESERVED = /^(top|window|document|location|self|chrome|browser|undefined|parent|name|status|event|origin|length|closed|history|navigator|screen)$/;

/** Makes locals of the functions on the way variables beside the start-up. @returns the names to declare there */
function hoistLocals(script: Script, captured: readonly Binding[], chain: readonly FunctionNode[], list: readonly t.Statement[], realm: Realm, used: ReadonlySet<string>, edits: Edit[]): readonly string[] {
  if (/\.[mc]?tsx?$/.test(script.path)) throw new Refusal(`its listener uses \`${captured[0]!.name}\`, whose type is not written here`);
  const names: string[] = [];
  const done = new Set<Node>();
  for (const binding of captured) {
    assertSameEachTime(binding, script);
    const use = `its listener uses \`${binding.name}\` of the code around it`;
    const [declaration, ...others] = binding.declarations;
    if (declaration === undefined || others.length > 0 || !/^(param|const|let|var)$/.test(binding.kind)) throw new Refusal(use);
    const { node } = declaration;
    if (done.has(node)) continue;
    done.add(node);
    if (isFunction(node)) {
      const index = node.params.findIndex((param) => isWithin(declaration.id, param));
      const param = node.params[index]!;
      if (!chain.includes(node) || node.body.type !== 'BlockStatement' || param.type === 'RestElement' || param.type === 'AssignmentPattern' || param.type === 'TSParameterProperty') throw new Refusal(use);
      const given = freshName(script.program!, 'found', 'loaded', 'items');
      const own = leavesOf(script, param);
      names.push(...own);
      edits.push(script.replace(param, given));
      const target = param.type === 'ObjectPattern' ? `(${script.textOf(param)} = ${given})` : `${script.textOf(param)} = ${given}`;
      const [first] = node.body.body;
      const oneLine = !script.textOf(node.body).includes('\n');
      const before = oneLine ? ' ' : `\n${script.indentAt(first!.start!)}`;
      edits.push(script.insert(node.body.start! + 1, `${before}${target}${script.style.semicolon}`));
      if (param.type === 'ArrayPattern' && script.style.semicolon === '') throw new Refusal(use);
    } else {
      const statement = node.type === 'VariableDeclarator' ? parentOf(node) : undefined;
      if (node.type !== 'VariableDeclarator' || statement?.type !== 'VariableDeclaration' || statement.declarations.length > 1 || node.init == null) throw new Refusal(use);
      const block = parentOf(statement)!;
      const fn = chain.find((one) => siblings(statement) !== undefined && (block === one.body || (parentOf(block)?.type === 'TryStatement' && parentOf(parentOf(block)!) === one.body)));
      if (fn === undefined) throw new Refusal(use);
      names.push(...leavesOf(script, node.id));
      const isPattern = node.id.type !== 'Identifier';
      if (isPattern && script.style.semicolon === '') throw new Refusal(use);
      const isObject = node.id.type === 'ObjectPattern';
      edits.push({ file: script.path, start: statement.start!, end: node.start!, text: isObject ? '(' : '' });
      if (isObject) edits.push(script.insert(node.init.end!, ')'));
    }
  }
  const topLevel = script.extension.topLevel(realm);
  for (const name of names) {
    const taken = script.scopes!.program.bindings.has(name) || topLevel.has(name) || RESERVED.test(name) || (!used.has(name) && realm.scripts.some((one) => one.freeNames.has(name))) ||
      list.some((one) => one.type === 'VariableDeclaration' && one.declarations.some(({ id }) => leavesOf(script, id).includes(name))) || list.some((one) => (one.type === 'FunctionDeclaration' || one.type === 'ClassDeclaration') && one.id?.name === name);
    if (taken) throw new Refusal(`its listener uses \`${name}\` of the code around it, and that name is taken`);
  }
  return names;
}

/** The names that a pattern declares. */
function leavesOf(script: Script, pattern: Node): string[] {
  const names: string[] = [];
  walk(pattern, (node) => {
    if (node.type === 'Identifier' && script.binding(node)?.declarations.some(({ id }) => id === node)) names.push(node.name);
    return true;
  });
  return names;
}

// ---- waiting for what the start-up fills

const MAX_PROMISES = 4;

/**
 * The edits, and those that make listeners wait for what the start-up fills asynchronously, because they no longer come after it.
 * @param flag a variable for which every listener waits that uses it, of whatever event
 */
export function gated(extension: Extension, moving: Moved, script: Script, group: readonly Registration[], realm: Realm, flag?: string): Hoisting {
  const events = new Set(group.map(({ event }) => event));
  let { edits } = moving;
  for (let round = 0; ; round++) {
    const after = extension.apply(edits).realms.find(({ kind, name }) => kind === realm.kind && name === realm.name)!;
    const turns = turnsOf(after);
    if (round === 0) {
      assertInFirstTurn(group, turns);
      assertFollowed(moving.declared, script, after, turns);
    }
    const pending = pendingIn(after, turns, events, flag);
    if (pending === undefined) return { edits, waits: round > 0 ? 'fills' : 'nothing' };
    const { edits: gates, refused } = planLoading(pending.start, pending.filled, turns);
    for (const [{ variable }, reason] of refused) throw new Refusal(`it needs \`${variable.name}\`: ${reason}`);
    if (round === MAX_PROMISES) throw new Refusal('it needs what several steps of the start-up fill');
    edits = composed(extension, edits, gates);
  }
}

function assertInFirstTurn(group: readonly Registration[], turns: Turns): void {
  for (const { script, call, event } of group) {
    const found = turns.registrations.find((one) => one.event === event && flattened(one.script.textOf(one.call)) === flattened(script.textOf(call)));
    if (found === undefined || !turns.runsAtStart(found.call)) throw new Refusal('it would still be late');
  }
}

/** Refuses variables of a function that is not known to run once: what fills them would not be waited for. */
function assertFollowed(names: readonly string[], script: Script, realm: Realm, turns: Turns): void {
  const known = new Set(names.length === 0 ? [] : variablesOf(realm, turns).filter((variable) => variable.script.path === script.path).map(({ name }) => name));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Refusal(`its listener uses \`${unknown}\` of the code around it`);
}

/** A statement of the start-up that asynchronously fills variables which listeners of some events use without waiting for it. */
function pendingIn(realm: Realm, turns: Turns, events: ReadonlySet<string>, flag: string | undefined): { readonly start: Start; readonly filled: readonly Filled[] } | undefined {
  let first: Start | undefined;
  const filled: Filled[] = [];
  for (const variable of variablesOf(realm, turns)) {
    const isUsed = (origin: string): boolean => events.has(origin) || (variable.name === flag && origin !== 'start' && origin !== 'unknown');
    const uses = variable.accesses.filter(({ node, initial }) => !initial && turns.turnsAt(node).some(({ origin }) => isUsed(origin)));
    const fills = fillsOf(variable, turns);
    if (fills.length === 0) continue;
    const hidden = uses.length === 0 && variable.accesses.find(({ node, initial, reads }) => !initial && reads && turns.turnsAt(node).some(({ origin }) => origin === 'unknown') && !isForOthers(realm, turns.scriptOf(node), node));
    if (hidden) throw new Refusal(`it may need \`${variable.name}\`, and what reads that in line ${hidden.script.file.origin(hidden.node.start!).line} is called by code that was not followed`);
    if (uses.length === 0) continue;
    const isOfFill = (node: Node): boolean => variable.name === flag && turns.turnsAt(node).every(({ origin }) => origin === 'start') && fills.some((fill) => functionOf(fill.node) !== undefined && isWithin(node, functionOf(fill.node)!));
    const start = startOf(variable, fills, turns);
    for (const { node } of fills) {
      const fn = functionOf(node);
      if (fn !== undefined) assertLasting(fn, turns);
    }
    if (typeof start === 'string') throw new Refusal(`it needs \`${variable.name}\`: ${start}`);
    const waiting = uses.filter(({ node }) => !isOfFill(node) && !isAfter(node, start, turns));
    if (waiting.length === 0 || (first !== undefined && first.statement !== start.statement)) continue;
    first = start;
    filled.push({ variable, fills, waiting, ...(variable.name === flag ? { promise: 'startUpDone', isSwitch: true } : {}) });
  }
  return first && { start: first, filled };
}
