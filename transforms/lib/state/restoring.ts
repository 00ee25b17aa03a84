import type * as t from '@babel/types';
import { functionOf, isMember, isWithin, keyName, parentOf, siblings, statementOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import type { Access, Variable } from '../bindings.ts';
import { codecOf, declarationOf, type Codec } from './codecs.ts';
import type { Extension } from '../extension.ts';
import { runsAgain } from './first-run.ts';
import { FirstStart } from './first-start.ts';
import { entriesOf, entryFinder, type EntriesAt } from '../gates/entries.ts';
import { gateEntries } from '../gates/gates.ts';
import { inAnyOrder, inOrder, type Ordering } from '../gates/order.ts';
import { takenAway } from './done-flags.ts';
import { changesInside, takesAway, valuesOf, type Place } from './held-values.ts';
import { Insertions } from '../insertions.ts';
import { freshName, functionText, habitsOf, namespaceOf } from '../layout.ts';
import { endOfWaits } from './keyed-locks.ts';
import { isListOfKeys, isMarkOf, isSetWhileRunning } from './linked.ts';
import { assertDeadInOthers } from '../live-code.ts';
import { isReadInOrder } from './member-order.ts';
import { addImport, nameOfModule } from '../modules.ts';
import { ownObject, type OwnObject } from '../objects.ts';
import { allows } from '../policy.ts';
import { waitingAlike } from './own-waits.ts';
import { otherRealmsOf } from '../realms.ts';
import { lineOf, orRefusal, Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { evaluation } from '../script-sources.ts';
import { isShown, showAtStart, shownAtStart } from './shown-state.ts';
import { slotOf, type Slot } from '../slots.ts';
import { once } from '../source.ts';
import { unwarned, warn, type StorageListener } from '../storage-listeners.ts';
import { mayDifferAtEachStart } from './start-values.ts';
import { isSure, storeChanges } from './storing.ts';
import { endByTimer } from './timed-ends.ts';
import type { Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import { wordOf } from '../named-by-pages.ts';
import { isPlain, type Value } from '../values/value.ts';
import { snippet } from '../words.ts';

interface Plan {
  readonly variable: Variable;
  readonly slot: Slot;
  readonly codec: Codec;
  /** Whether each start begins with another value: the first one is stored at once. */
  readonly startValue: boolean;
  readonly changes: readonly Place[];
  /** The listeners that must not take what is stored for a change of something else. */
  readonly unwarned: readonly StorageListener[];
}

/** What keeps a group of variables: the edits, and the variables that they keep. */
export interface Restoring {
  readonly variables: readonly Variable[];
  readonly edits: readonly Edit[];
}

/** What is fixed of how some variables are kept. */
export interface Names {
  /** Whether each is kept for good, under its own name. */
  readonly isForGood?: boolean;
  readonly promise?: string;
}

/**
 * Plans how variables of one scope are restored from storage when the background wakes, before any listener touches them, and stored after each change.
 * @param all every variable of the background: each name is one key in storage
 * @param gone what an unload takes away, whatever is done
 * @param names what is fixed of how they are kept
 * @param timers the ids of timers that an unload ends
 * @returns for each variable that cannot be kept this way, why; for each that tells of another one that cannot, that one; and the edits for the others
 */
export function planRestoring(variables: readonly Variable[], all: readonly Variable[], gone: readonly Variable[], turns: Turns, names: Names = {}, timers: readonly Variable[] = []): { readonly done: Restoring | undefined; readonly refused: ReadonlyMap<Variable, string>; readonly marks: ReadonlyMap<Variable, Variable> } {
  const refused = new Map<Variable, string>();
  const plans: Plan[] = [];
  const slots = new Map(variables.map((variable) => [variable, orRefusal(() => slotOf(variable, turns))]));
  const values = valuesOf(slots, turns);
  for (const [variable, slot] of slots) {
    try {
      if (slot instanceof Refusal) throw slot;
      const key = keyOf(variable, slot, all, turns);
      const { name } = variable;
      if (names.isForGood && key !== name && key !== `state.${name}`) throw new Refusal(`the extension keeps something of the name \`${name}\``);
      if (names.isForGood && otherRealmsOf(slot.script).length > 0) throw new Refusal('another context has it, too');
      plans.push(planOf(variable, slot, names.isForGood ? name : key, values.get(variable)!, turns));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.set(variable, error.message);
    }
  }
  const marks = new Map<Variable, Variable>();
  const standingAlone = (some: readonly Plan[]): readonly Plan[] => thoseThatStandAlone(some, (variable) => values.get(variable) as Value, [...refused.keys(), ...gone], timers, marks, refused, turns);
  const able = standingAlone(thoseThatCanWait(standingAlone(plans), refused, turns, names));
  const [first] = able;
  if (first === undefined) return { done: undefined, refused, marks };
  // One promise for the variables of one scope; the other scopes have their turn afterwards.
  const group = able.filter((plan) => isBeside(plan, first));
  const restored = group.map(({ variable }) => variable);
  const edits = inAnyOrder((ordering) => editsOf(group, group, turns, names, ordering), () => true);
  if (!(edits instanceof Refusal)) return { done: { variables: restored, edits }, refused, marks };
  // Two promises would not do: an event that waits for both would come after a later one that waits for one.
  for (const variable of restored) refused.set(variable, edits.message);
  return { done: undefined, refused, marks };
}

/** The plans that can be carried out, each beside those of its scope that can be as well. */
function thoseThatCanWait(plans: readonly Plan[], refused: Map<Variable, string>, turns: Turns, names: Names): readonly Plan[] {
  const able = plans.filter((plan) => {
    const edits = orRefusal(() => editsOf([plan], plans.filter((other) => isBeside(other, plan)), turns, names, 'memory'));
    if (edits instanceof Refusal) refused.set(plan.variable, edits.message);
    return !(edits instanceof Refusal);
  });
  return able.length === plans.length ? able : thoseThatCanWait(able, refused, turns, names);
}

/** The plans but for marks of what is not restored, or is not done again: without it, what they say is wrong. */
function thoseThatStandAlone(plans: readonly Plan[], valueOf: (variable: Variable) => Value, lost: readonly Variable[], timers: readonly Variable[], marks: Map<Variable, Variable>, refused: Map<Variable, string>, turns: Turns): readonly Plan[] {
  const kept = new Set(plans.flatMap(({ variable }) => variable.accesses.map(({ node }) => node)));
  const able = plans.filter(({ variable }) => {
    const other = isPlain(valueOf(variable))
      ? lost.find((one) => isMarkOf(variable, one, turns)) ?? timers.find((one) => isSetWhileRunning(variable, one))
      : lost.find((one) => isListOfKeys(variable, one));
    if (other !== undefined) marks.set(variable, other);
    const gone = other === undefined ? takenAway(variable, (node) => kept.has(node) || kept.has(parentOf(wrapped(node))!), turns) : undefined;
    if (gone !== undefined) refused.set(variable, `it would keep \`${snippet(turns.scriptOf(gone), gone)}\` (line ${turns.scriptOf(gone).file.origin(gone.start!).line}) from being done again, which an unload may undo`);
    const end = other === undefined && gone === undefined ? endOfWaits(variable) : undefined;
    if (end !== undefined) refused.set(variable, `an unload ends the wait before line ${turns.scriptOf(end).file.origin(end.start!).line} takes a mark away: one that came back would stay`);
    const timer = other === undefined && gone === undefined && end === undefined ? endByTimer(variable, turns) : undefined;
    if (timer !== undefined) refused.set(variable, `an unload ends the timer of line ${turns.scriptOf(timer).file.origin(timer.start!).line}, which takes it back: what came back would stay`);
    return other === undefined && gone === undefined && end === undefined && timer === undefined;
  });
  return able.length === plans.length ? able : thoseThatStandAlone(able, valueOf, plans.filter((plan) => !able.includes(plan)).map(({ variable }) => variable), timers, marks, refused, turns);
}

function isBeside({ slot }: Plan, { slot: { script, home } }: Plan): boolean {
  return slot.script === script && slot.home === home;
}

/** Whether storage can keep what a variable holds, whoever uses it. */
export function canBeKept(variable: Variable, all: readonly Variable[], turns: Turns): boolean {
  const plan = orRefusal(() => {
    const slot = slotOf(variable, turns);
    return planOf(variable, slot, keyOf(variable, slot, all, turns), valuesOf(new Map([[variable, slot]]), turns).get(variable)!, turns);
  });
  return !(plan instanceof Refusal);
}

/** The key in storage that is a variable's own: its name, or that with its owner's before it. */
function keyOf(variable: Variable, { name, owner }: Slot, all: readonly Variable[], turns: Turns): string {
  const { extension } = variable.script;
  const { stored, outside } = othersOf(extension);
  // A page that opens the background's window wakes it, and finds nothing restored.
  const isInWindow = variable.kind !== 'top-level' || (!variable.script.isModule && /^(var|function)$/.test(variable.script.binding(variable.node as t.Identifier)?.kind ?? 'var'));
  if (isInWindow && outside.some((text) => (variable.kind === 'field' ? [name, owner] : [name]).some((word) => wordOf(word).test(text)))) throw new Refusal('a page reads it from the background\'s window');
  if (stored === undefined) throw new Refusal(`the extension gives \`storage.${extension.stateArea}\` another name`);
  if (stored.some((use) => /^clear|^get\w*\s*\(\s*(null\b|\(?\w*\)?\s*=>|function\b|\))/.test(use))) throw new Refusal(`the extension clears or reads all of \`storage.${extension.stateArea}\``);
  const others = all.filter((other) => other !== variable);
  const isFree = (key: string): boolean => !stored.some((use) => wordOf(key).test(use)) && !others.some((other) => other.name === key || (isField(other) && publicName(other).endsWith(`.${key}`)));
  const key = [name, `${owner}.${name}`].find(isFree);
  const hasKey = (other: Variable): boolean => {
    const slot = publicName(other).split('.').at(-1) === name ? orRefusal(() => slotOf(other, turns)) : undefined;
    return slot !== undefined && !(slot instanceof Refusal) && slot.owner === owner;
  };
  if (key === undefined || others.some((other) => (other.name === variable.name && other.script === variable.script) || (key !== name && hasKey(other)))) throw new Refusal('the background has two variables of this name');
  // What the author keeps for good may be asked for by keys that are not seen here.
  return extension.stateArea === 'local' ? `state.${key}` : key;
}

/** `Counter.count` for the private field of that name, too. */
function publicName({ name }: Variable): string {
  return name.replace('.#', '.');
}

function isField({ kind }: Variable): boolean {
  return kind === 'field' || kind === 'global-property';
}

/** Who else may use what a variable is kept as: the author's own uses of the storage area, undefined where it has other names, and the pages that open the background's window. */
interface Others {
  readonly stored: readonly string[] | undefined;
  readonly outside: readonly string[];
}

const others = new WeakMap<Extension, Others>();

function othersOf(extension: Extension): Others {
  let known = others.get(extension);
  if (known === undefined) {
    const texts = [...new Set(extension.scripts.map(({ file }) => file))].map(({ originalText }) => originalText).filter((text) => text.includes(extension.stateArea));
    const area = `\\bstorage\\s*\\??\\.\\s*${extension.stateArea}\\b`;
    const isRenamed = texts.some((text) => new RegExp(`${area}\\s*(?![\\s.?])|\\{[^{}]*\\b${extension.stateArea}\\b[^{}]*\\}\\s*=[^=>].*\\bstorage\\b`).test(text));
    known = {
      stored: isRenamed ? undefined : texts.flatMap((text) => [...text.matchAll(new RegExp(`${area}\\s*\\??\\.\\s*(\\w+\\s*\\([^;]{0,200})`, 'g'))].map(([, use]) => use!)),
      outside: extension.hasFirefox ? extension.scripts.filter(({ text, realms }) => text.includes('getBackgroundPage') && !realms.some(({ kind }) => kind === 'background')).map(({ text }) => text) : [],
    };
    others.set(extension, known);
  }
  return known;
}

function planOf(variable: Variable, slot: Slot, key: string, value: Value | Refusal, turns: Turns): Plan {
  const { accesses } = slot;
  const listeners = unwarned(variable.script, key, othersOf(variable.script.extension).stored?.length === 0, turns);
  assertNamed(slot.script);
  if (value instanceof Refusal) throw value;
  const changes: Place[] = accesses.filter(({ kind, initial }) => !initial && (kind === 'write' || kind === 'update'));
  for (const access of accesses) {
    for (const change of changesInside(access, accesses, value, turns)) if (!change.before && !changes.some(({ node: known }) => isWithin(change.node, known))) changes.push(change);
  }
  const startValue = slot.init !== undefined && mayDifferAtEachStart(turns.scriptOf(slot.init), slot.init, turns);
  return { variable, slot, codec: codecOf(slot, key, value, changes.some(takesAway), isReadInOrder(slot, value, changes, turns)), startValue, changes, unwarned: listeners };
}

/** Refuses where text becomes code, which can use every variable. */
function assertNamed({ extension }: Script): void {
  if (!allows(extension.originalManifest, 'unsafe-eval')) return;
  for (const one of extension.background?.scripts ?? []) {
    const found = evaluation(one);
    if (found !== undefined) throw new Refusal(`\`${one.path}\` ${found}, which may use it`);
  }
}

/** The rank of what comes after the last member of a class. */
const AFTER_METHOD = 40;

/** A name for the promise that nothing uses in the script, in those that share its scope, or in the modules that wait for it. */
function promiseName(script: Script, importers: readonly Script[], own = 'stateRestored'): string {
  const beside = script.isModule ? importers : script.realms.flatMap(({ scripts }) => scripts);
  const file = nameOfModule(script);
  return freshName([script, ...beside].flatMap(({ program }) => program ?? []), own, /^[a-z]/i.test(file) ? `${file}Restored` : 'savedStateRestored', 'savedStateRestored');
}

/** Finds listeners for variables of the top level that the start-up gives no value: the same for all of them. */
const entriesOfAll = once((turns: Turns): EntriesAt => entryFinder(undefined, turns, () => false, () => {}));

/** @param beside what is restored together with them */
function editsOf(plans: readonly Plan[], beside: readonly Plan[], turns: Turns, names: Names, ordering: Ordering): Edit[] {
  const [{ slot: { script, home } }] = plans as readonly [Plan];
  const into = new Insertions();
  // What start-up assigns at once is the value of a first start: it is there when the saved one is asked for.
  const defaults = new Set(plans.flatMap(({ slot }) => slot.accesses.filter((access) => !access.initial && isDefault(access, slot, turns)).map(({ node }) => statementOf(node))));
  const isFree = (touch: Node): boolean => defaults.has(statementOf(touch));
  const last = [...plans.map(({ slot: { statement } }) => statement), ...defaults].reduce((a, b) => (a.end! > b.end! ? a : b));
  const touchesOf = (all: readonly Plan[]): Place[] => all.flatMap(({ slot, changes }) => [...slot.accesses.filter(({ initial }) => !initial), ...changes]);
  const atStart = new Map<Node, Node>();
  const revealed = home && revealedBy(home, last, turns);
  const listeners = entriesOf(touchesOf(plans), home, turns, isFree, (touch, outermost) => {
    if (home !== undefined && !isWithin(outermost, home)) throw new Refusal('it is used while the background starts');
    atStart.set(touch, outermost);
  }, revealed !== undefined);
  const changed = new Set<Node>(plans.flatMap(({ changes }) => changes.map(({ node }) => node)));
  const kept = new Set<Node>(touchesOf(beside).map(({ node }) => node));
  const uses = names.isForGood ? beside.flatMap(({ slot }) => slot.accesses.filter(({ initial }) => !initial)) : [];
  const firstStart = new FirstStart(script, home, last, (node) => kept.has(node), turns, names.isForGood ? (statement) => runsAgain(script, statement, uses) : undefined);
  const shown = new Map([...atStart].map(([touch, outermost]) => [touch, touch === outermost ? orRefusal(() => shownAtStart(touch, last, script, changed, turns)) : undefined]));
  for (const [touch, outermost] of atStart) if (!isShown(shown.get(touch))) firstStart.add(outermost);
  const entriesAt = home === undefined && defaults.size === 0 ? entriesOfAll(turns) : entryFinder(home, turns, isFree, () => {}, revealed !== undefined);
  const entries = inOrder(firstStart.isEmpty ? listeners : entriesAt([...touchesOf(plans), ...firstStart.met.map((node) => ({ node }))]), entriesAt, turns, ordering);
  const others = script.isModule && home === undefined ? [...new Set(entries.map((entry) => entry.script))].filter((other) => other !== script) : [];
  const promise = promiseName(script, others, names.promise);
  const { mark } = firstStart;
  declareRestored(script, plans, turns, `${others.length > 0 ? 'export ' : ''}${habitsOf(script).modern ? 'const' : 'var'} ${promise}`, last, mark, into, names.isForGood === true);
  for (const call of shown.values()) if (isShown(call)) showAtStart(call, script, promise, into);
  if (!firstStart.isEmpty) firstStart.write(promise, mark, into);
  const isInside = (place: Node): boolean => home === undefined || isWithin(place, home);
  if (revealed !== undefined && entries.some(({ fn }) => !isInside(fn))) reveal(promise, revealed, script, into);
  const before = waitingAlike(entries, turns);
  gateEntries(entries, (one, place) => (isInside(place) ? promise : revealedName(promise, revealed!, one, place)), into, before);
  for (const other of others) addImport(other, script, promise, into);
  const constants = new Set(plans.filter(({ codec }) => codec.assigned).map(({ slot }) => declarationOf(slot)!));
  for (const { start } of constants) into.replaceText(script, start!, start! + 'const'.length, 'let');
  storeChanges(plans.map(({ slot, codec, changes }) => ({
    changes: changes.filter(({ node }) => !isFree(node)),
    stored: (place, at, change) => codec.stored(slot.nameAt(place, at, change)),
  })), home, into);
  assertDeadElsewhere(into.edits, plans, !firstStart.isEmpty || [...shown.values()].some(isShown));
  for (const listener of new Map(plans.flatMap((plan) => plan.unwarned.map((one) => [one.fn, one]))).values()) warn(listener, into);
  return into.edits;
}

/**
 * Refuses what another context that loads a script would do as well: there, the background's promise may not exist, nothing may wait, and nothing may be stored.
 * @param isStarting whether the start-up does something when the state is restored
 */
function assertDeadElsewhere(edits: readonly Edit[], plans: readonly Plan[], isStarting: boolean): void {
  const [{ slot: { script, home } }] = plans as readonly [Plan];
  for (const realm of home === undefined ? otherRealmsOf(script) : []) {
    if (isStarting || plans.some(({ startValue }) => startValue)) throw new Refusal(`\`${realm.name}\` loads \`${script.path}\` too, and would store a value of its own`);
  }
  assertDeadInOthers(edits, script.extension, (one, edit) => home !== undefined && one === script && home.start! < edit.start && edit.end < home.end!);
}

/** The object that a function, called where it stands, makes after a statement: by it, others reach what is local there. */
function revealedBy({ body }: FunctionNode, after: Node, turns: Turns): OwnObject | undefined {
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : undefined;
  const literal = last?.type === 'ReturnStatement' && last.argument ? unwrap(last.argument) : undefined;
  if (literal?.type !== 'ObjectExpression' || literal.properties.length === 0 || last!.start! < after.end! || siblings(after) !== siblings(last!)) return undefined;
  const object = orRefusal(() => ownObject({ node: literal, instance: true }, turns));
  return object instanceof Refusal || object.whole.length > 0 || object.name === undefined ? undefined : object;
}

/** Gives an object a member by which others reach a promise. */
function reveal(promise: string, { made, members }: OwnObject, script: Script, into: Insertions): void {
  const { properties } = made as t.ObjectExpression;
  const [last] = properties.slice(-1);
  if (members.has(promise) || properties.some((property) => property.type !== 'SpreadElement' && keyName(property) === promise)) throw new Refusal('its object has a member of the name');
  const isInLines = script.file.origin(last!.start!).line !== script.file.origin(made.start!).line;
  const member = habitsOf(script).modern ? promise : `${promise}: ${promise}`;
  into.add(script, last!.end!, `,${isInLines ? `\n${script.indentAt(last!.start!)}` : ' '}${member}`);
}

function revealedName(promise: string, { nameAt }: OwnObject, script: Script, place: Node): string {
  const name = nameAt(script, place);
  if (name === undefined) throw new Refusal(`its object has no name at ${lineOf(script, place)}`);
  return `${name}.${promise}`;
}

/** Whether a change is an assignment among the statements of the start-up, the same at each start. */
function isDefault({ script, node, kind, value }: Access, slot: Slot, turns: Turns): boolean {
  const statement = statementOf(node);
  const around = parentOf(statement);
  if (kind !== 'write' || value === undefined || slot.constant || script !== slot.script || functionOf(node) !== slot.home) return false;
  if (statement.type !== 'ExpressionStatement' || (around?.type !== 'Program' && around !== slot.home?.body)) return false;
  const { expression } = statement;
  if (expression.type !== 'AssignmentExpression' || expression.left !== node || mayDifferAtEachStart(script, value, turns)) return false;
  return isSure(statement);
}

function declareRestored(script: Script, plans: readonly Plan[], turns: Turns, declared: string, after: Node, mark: string | undefined, into: Insertions, isForGood: boolean): void {
  const { style } = script;
  const indent = script.indentAt(after.start!);
  const keepers = new Set(plans.flatMap(({ slot }) => (slot.isPrivate ? slot.object! : [])));
  const open = plans.filter(({ slot: { object } }) => object === undefined || !keepers.has(object));
  const several = keepers.size + Math.min(open.length, 1) > 1;
  if (mark !== undefined && keepers.size > 0) throw new Refusal('it is used while the background starts');
  const inner = several ? indent + style.indent : indent;
  const nameOf = (slot: Slot): string => (slot.object === undefined || slot.object.nameAt(script, slot.statement) !== undefined ? slot.nameAt(script, slot.statement) : `${nameObject(slot, slot.object, into)}.${slot.name}`);
  const restores = open.length === 0 ? [] : [restoreText(script, open, nameOf, inner, mark, isForGood)];
  for (const object of keepers) {
    const own = plans.filter(({ slot }) => slot.object === object);
    const owner = object.nameAt(script, object.statement) ?? nameObject(own[0]!.slot, object, into);
    restores.push(`${owner}.${restoringMethod(object, own, turns, into)}()`);
  }
  const restored = several ? `Promise.all([\n${restores.map((restore) => inner + restore).join(',\n')}${habitsOf(script).trailingComma ? ',' : ''}\n${indent}])` : restores[0]!;
  const text = `${declared} = ${restored}${style.semicolon}`;
  const rest = script.file.text.slice(after.end!);
  const trailing = trailingComment(rest);
  const isLast = /^[ \t]*(\r?\n|$)/.test(rest.slice(trailing));
  // What follows on the line of the declaration gets a line of its own.
  const blanks = isLast ? 0 : /^[ \t]*/.exec(rest.slice(trailing))![0].length;
  if (blanks > 0) into.breakLine(script, after.end! + trailing, after.end! + trailing + blanks);
  into.add(script, after.end! + trailing + blanks, `\n${indent}${text}${isLast ? '' : `\n${indent}`}`, blanks > 0 ? -1 : 0);
}

/** The length of a comment that ends the line. */
function trailingComment(rest: string): number {
  return /^[ \t]*\/\/[^\n\r]*|^[ \t]*\/\*[^\n\r]*?\*\/(?=[ \t]*\r?\n)/.exec(rest)?.[0].length ?? 0;
}

/**
 * The promise that is fulfilled when variables have what was stored of them.
 * @param mark what tells a wake from the first start of a session; the promise's value then
 * @param isForGood whether listeners must not go on where it cannot be read: what they store would take the place of what is there
 */
function restoreText(script: Script, plans: readonly Plan[], nameOf: (slot: Slot) => string, indent: string, mark?: string, isForGood = false): string {
  const { style } = script;
  const habits = habitsOf(script);
  const namespace = namespaceOf(script);
  const saved = freshName(script.program!, 'saved', 'savedState');
  const named = plans.map(({ slot, codec }) => ({ codec, variable: nameOf(slot) }));
  const asked = `{${habits.brace}${[...named.map(({ codec, variable }) => codec.asked(variable)), ...(mark === undefined ? [] : [`${mark}: false`])].join(', ')}${habits.brace}}`;
  const storage = `${namespace}.storage.${script.extension.stateArea}`;
  const first = [...named.filter((_, index) => plans[index]!.startValue).map(({ codec, variable }) => codec.stored(variable)), ...(mark === undefined ? [] : [`${mark}: true`])];
  const lines = (level: string, isLast: boolean): string => [
    ...named.map(({ codec, variable }) => codec.restored(variable, saved)),
    ...(first.length > 0 ? [`${storage}.set({${habits.brace}${first.join(', ')}${habits.brace}})`] : []),
    ...(mark !== undefined && isLast ? [`return ${saved}.${mark}`] : []),
  ].map((line) => `${level}${line}${style.semicolon}`).join('\n');
  // What `get` gives is `unknown` to the types of some versions.
  const parameter = script.isTyped ? `${saved}: Record<string, any>` : saved;
  if (script.extension.isV3 || namespace === 'browser') return `${storage}.get(${asked}).then(${functionText(script, [parameter], lines(indent + style.indent, true), indent)})${isForGood ? '' : '.catch(console.error)'}`;
  // In Manifest V2 the callback is what all browsers have.
  const [one, two, three] = [0, 1, 2].map((count) => indent + style.indent.repeat(count)) as [string, string, string];
  const restore = functionText(script, [parameter], `${three}if (${saved}) {\n${lines(three + style.indent, false)}\n${three}}\n${three}resolve(${mark === undefined ? '' : `${saved} && ${saved}.${mark}`})${style.semicolon}`, two);
  return `new Promise${script.isTyped ? `<${mark === undefined ? 'void' : 'unknown'}>` : ''}(${functionText(script, ['resolve'], `${two}${storage}.get(${asked}, ${restore})${style.semicolon}`, one)})`;
}

/** Gives a class a method that restores its private fields. @returns the method's name */
function restoringMethod({ holder: { node, instance } }: OwnObject, plans: readonly Plan[], turns: Turns, into: Insertions): string {
  const script = turns.scriptOf(node);
  const { body } = (node as t.Class).body;
  const last = body.at(-1)!;
  const members = new Set(body.map((member) => ('key' in member ? keyName(member as t.ClassMethod) : undefined)));
  const name = ['restoreState', 'restoreSavedState', 'restoreFromStorage'].find((one) => !members.has(one));
  if (name === undefined) throw new Refusal('it is a private field');
  const { style } = script;
  const isOnOneLine = !script.textOf(node).includes('\n');
  const indent = isOnOneLine ? script.indentAt(node.start!) + style.indent : script.indentAt(last.start!);
  const inner = indent + style.indent;
  const rest = script.file.text.slice(last.end!, node.end! - 1);
  const trailing = trailingComment(rest);
  const after = last.end! + trailing;
  const closed = rest.slice(trailing).includes('\n') ? '' : `\n${script.indentAt(node.start!)}`;
  if (closed !== '' && rest.slice(trailing).trim() === '') into.remove(script, after, node.end! - 1);
  const head = `${instance ? '' : 'static '}${name}() {`;
  const restore = restoreText(script, plans, ({ member }) => `this.${member}`, inner);
  into.add(script, after, `\n\n${indent}${head}\n${inner}return ${restore}${style.semicolon}\n${indent}}${closed}`, AFTER_METHOD);
  return name;
}

/** Gives a name to an object that has none: `new Counter().start()` becomes `const counter = new Counter()` and `counter.start()`, `export default new Counter()` that and `export default counter`. @returns the name */
function nameObject({ script, owner }: Slot, { made, statement }: OwnObject, into: Insertions): string {
  const beside = script.isModule ? [script] : script.realms.flatMap(({ scripts }) => scripts);
  const name = freshName(beside.flatMap(({ program }) => program ?? []), owner, `the${owner.charAt(0).toUpperCase()}${owner.slice(1)}`);
  into.add(script, made.start!, `${habitsOf(script).modern ? 'const' : 'var'} ${name} = `);
  if (statement.type === 'ExportDefaultDeclaration') {
    into.remove(script, statement.start!, made.start!);
    into.add(script, statement.end!, `\n${script.indentAt(statement.start!)}export default ${name}${script.style.semicolon}`, -1);
  }
  if (isMember(parentOf(made))) into.add(script, made.end!, `${script.style.semicolon}\n${script.indentAt(statement.start!)}${name}`);
  return name;
}
