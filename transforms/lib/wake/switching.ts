import type * as t from '@babel/types';
import { immediateCall } from '../api.ts';
import { functionOf, isCall, isMember, isUnused, isWithin, parentOf, siblings, statementOf, stringValue, unwrap, usesArguments, wordsOfCall, wrapped, type AnyCall, type FunctionNode, type Node } from '../ast.ts';
import { planAfter, withNames, withObject, type Hoisting, type Rewritten } from '../hoisting/hoisting.ts';
import { assertAlone, assertExists, assertFixedArguments, assertLastingMember, assertNotOptional, hasOwnThis, isAssigned } from '../hoisting/movable.ts';
import { assertUnheard } from '../hoisting/heard.ts';
import { gated } from '../hoisting/gated.ts';
import { isIgnored, LEFT_ALONE } from '../ignoring.ts';
import { flattened, freshName, functionText, habitsOf, needsSemicolon, statementEnd } from '../layout.ts';
import type { Realm } from '../realms.ts';
import { orRefusal, Refusal } from '../refusal.ts';
import { initOfConstant } from '../scope.ts';
import type { Script } from '../script.ts';
import { turnsOf, type Registration, type Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import { snippet } from '../words.ts';

/** A listener that is always there, and the variable that switches it on and off. */
export interface Switching extends Hoisting {
  readonly flag: string;
}

/** A call that adds or removes a listener, or asks for it. */
interface Site {
  readonly verb: 'addListener' | 'removeListener' | 'hasListener';
  readonly script: Script;
  readonly call: AnyCall;
}

/** Events whose listeners answer, and those for which it has an effect that somebody listens. */
const COUNTED = /^(runtime\.on(Message|MessageExternal|Connect|ConnectExternal|UserScript\w*|UpdateAvailable|Suspend)|extension\.onRequest|downloads\.onDeterminingFilename|webRequest\.onAuthRequired|omnibox\.|proxy\.)/;

/**
 * Keeps a listener registered that the extension adds and removes as it runs: a variable says whether it listens, and it waits for the start-up to set that.
 * @throws Refusal where it would not hear what it heard, or where that would have another effect
 */
export function planSwitching(registration: Registration, realm: Realm, turns: Turns): Switching {
  const { script, event, listener, functions } = registration;
  const [fn, ...others] = functions;
  if (listener === undefined || fn === undefined || others.length > 0) throw new Refusal('which function listens was not found');
  if (COUNTED.test(event)) throw new Refusal(`whoever causes \`${event}\` waits for an answer, and would wait while it is off, too`);
  assertNotOptional(event, script.extension.manifest);
  assertExists(registration);
  const plain = spelledOut(registration, realm);
  const after = ({ edits }: Pick<Rewritten, 'edits'>, text: string): Switching => planAfter({ edits, texts: [text] }, [registration], realm, ([same], next, nextTurns) => planSwitching(same!, next, nextTurns));
  if (plain !== undefined) return after(plain, plain.text);
  const sites = sitesOf(event, fn, realm, turns);
  if (sites.some(({ script: own, call }) => isIgnored(own, call, 'late-listeners'))) throw new Refusal(LEFT_ALONE);
  const named = withObject(sites, realm, turns) ?? withNames(sites, realm, turns);
  if (named !== undefined) return after(named, named.texts[sites.findIndex(({ call }) => call === registration.call)]!);
  assertAlike(sites, turns);
  assertOnlyListener(registration, fn, sites, realm, turns);
  const list = listAround(sites, script, turns);
  if (sites.some(({ script: own }) => own !== script)) throw new Refusal('it is added and removed in several files');

  const root = rootOf(listener);
  const declared = root === undefined ? undefined : script.binding(root)?.scope.node;
  if (declared !== undefined && !isWithin(list[0]!, declared)) throw new Refusal('its listener is another function each time');

  const flag = flagName(event, realm);
  const kept = sites.find(({ verb, call }) => verb === 'addListener' && list.some((one) => one.type === 'ExpressionStatement' && unwrap(one.expression) === call))?.call;
  const edits: Edit[] = sites.filter(({ call }) => call !== kept).map(({ verb, call }) => {
    const text = verb === 'hasListener' ? flag : `${flag} = ${verb === 'addListener'}`;
    return script.replace(call, isArrowBody(call) && verb !== 'hasListener' ? `{ ${text}${script.style.semicolon} }` : text);
  });
  const text = listenerText(registration, fn, sites, list, flag, edits);
  write({ script, list, kept, sites, flag, text, event, turns, registration }, edits);

  const next = script.extension.apply(edits).realms.find(({ kind, name }) => kind === realm.kind && name === realm.name)!;
  const always = turnsOf(next).registrations.find((one) => one.event === event && one.script.path === script.path && flattened(one.script.textOf(one.call)).includes(flattened(text)));
  if (always === undefined) throw new Refusal('it would still be late');
  const plan = orRefusal(() => gated(script.extension, { edits, declared: [flag] }, script, [always], realm, flag));
  if (plan instanceof Refusal) throw new Refusal(plan.message.replace(`it needs \`${flag}\`: `, 'what the start-up decides is not waited for: '));
  return { ...plan, flag };
}

/** `log` of `log`, `records` of `records.remove` */
function rootOf(listener: Node): t.Identifier | undefined {
  const inner = unwrap(listener);
  const root = isMember(inner) ? unwrap(inner.object) : inner;
  return root.type === 'Identifier' ? root : undefined;
}

/** Writes two calls for one that adds or removes a listener: `event[on ? 'addListener' : 'removeListener'](listener);`, also where a constant has the choice. */
function spelledOut({ event, script, call: registered }: Registration, realm: Realm): { readonly edits: readonly Edit[]; readonly text: string } | undefined {
  const edits: Edit[] = [];
  let text = script.textOf(registered);
  for (const own of realm.scripts) {
    for (const { path, node } of own.apiReferences) {
      const member = parentOf(wrapped(node));
      const key = path === event && isMember(member) && member.object === wrapped(node) && member.computed ? unwrap(member.property as Node) : undefined;
      const call = member && parentOf(wrapped(member));
      const made = key?.type === 'Identifier' ? initOfConstant(own.binding(key)) : key;
      const choice = made && unwrap(made);
      const verbs = choice?.type === 'ConditionalExpression' ? [stringValue(choice.consequent), stringValue(choice.alternate)] : [];
      if (key === undefined || choice?.type !== 'ConditionalExpression' || verbs.toSorted().join() !== 'addListener,removeListener' || !isCall(call) || call.callee !== wrapped(member!)) continue;
      const statement = parentOf(wrapped(call));
      if (statement?.type !== 'ExpressionStatement' || siblings(statement) === undefined) throw new Refusal('it is part of a larger expression');
      const [first, second] = verbs.map((verb) => `${own.textOf(node)}.${verb!}${own.slice(member!.end!, call.end!)}`) as [string, string];
      const { semicolon } = own.style;
      const test = choice === key ? own.textOf(choice.test) : `${own.textOf(key)} === ${own.quote(verbs[0]!)}`;
      edits.push(own.replace(call, `if (${test}) ${first}${semicolon}\n${own.indentAt(statement.start!)}else ${second}`));
      if (call === registered) text = verbs[0] === 'addListener' ? first : second;
    }
  }
  return edits.length === 0 ? undefined : { edits, text };
}

/** The calls that add a listener to an event, remove it, or ask for it. */
function sitesOf(event: string, fn: FunctionNode, realm: Realm, turns: Turns): readonly Site[] {
  const sites: Site[] = [];
  for (const script of realm.scripts) {
    for (const { path, call, node } of script.apiReferences) {
      if (!path.split('|').some((one) => one === event || one.startsWith(`${event}.`))) continue;
      const verb = /\.(addListener|removeListener|hasListener)$/.exec(path)?.[1] as Site['verb'] | undefined;
      if (/\.hasListeners$/.test(path) || verb === undefined || call === undefined || path.includes('|')) throw new Refusal(`\`${event}\` is used in another way, too: \`${script.textOf(node)}\``);
      const [argument] = call.arguments;
      const found = argument === undefined ? [] : turns.functionsOf(argument);
      if (found.length === 0) throw new Refusal(`which listener \`${script.textOf(call)}\` is about was not found`);
      if (!found.includes(fn)) continue;
      if (found.length > 1) throw new Refusal(`which listener \`${script.textOf(call)}\` is about was not found`);
      if (verb !== 'hasListener' && !isStatement(call) && !isArrowBody(call)) throw new Refusal(`\`${snippet(script, call)}\` is part of a larger expression`);
      sites.push({ verb, script, call });
    }
  }
  return sites;
}

/** Whether nobody looks at what a call gives. */
function isStatement(call: AnyCall): boolean {
  const parent = parentOf(wrapped(call));
  return isUnused(call) && parent?.type !== 'SequenceExpression';
}

/** `() => event.removeListener(listener)` */
function isArrowBody(call: AnyCall): boolean {
  const parent = parentOf(wrapped(call));
  return parent?.type === 'ArrowFunctionExpression' && parent.body === wrapped(call);
}

/** Refuses additions that do not all say the same, and those of code that was not followed. */
function assertAlike(sites: readonly Site[], turns: Turns): void {
  const additions = sites.filter(({ verb }) => verb === 'addListener');
  const texts = new Set(additions.map(({ script, call }) => call.arguments.slice(1).map((argument) => flattened(script.textOf(argument))).join()));
  if (texts.size > 1) throw new Refusal('its filter is another one in another place');
  for (const { script, call } of sites) {
    if (call.arguments.slice(1).some((argument) => /blocking/i.test(script.textOf(argument)))) throw new Refusal('the browser waits for its answer');
    assertFixedArguments(call);
    if (turns.turnsAt(call).length === 0 || turns.turnsAt(call).some(({ origin }) => origin === 'unknown')) throw new Refusal('code that was not followed may register it, too');
    if (script.api(unwrap(call.callee as Node)) === undefined) throw new Refusal('which event it is, is chosen as the code runs');
  }
}

/** Refuses a listener that is not the same each time, and one beside which another comes and goes. */
function assertOnlyListener(registration: Registration, fn: FunctionNode, sites: readonly Site[], realm: Realm, turns: Turns): void {
  const { event, script } = registration;
  for (const { script: own, call } of sites) {
    assertAlone(own);
    const inner = unwrap(call.arguments[0]! as Node);
    if (inner.type === 'Identifier' ? isAssigned(inner, own, realm) : !isMember(inner)) throw new Refusal('its listener is another function each time');
    if (isMember(inner)) assertLastingMember(inner, fn, own, realm, turns);
  }
  const member = unwrap(registration.listener!);
  if (isMember(member) && wordsOfCall(fn.body).has('this') && !hasOwnThis(member, fn, turns)) throw new Refusal('its listener uses `this`');
  for (const other of turns.registrations) {
    if (other.event !== event || sites.some(({ call }) => call === other.call)) continue;
    if (!turns.runsAtStart(other.call)) throw new Refusal('another listener of the same event comes and goes');
    if (other.script !== script && realm.scripts.indexOf(other.script) > realm.scripts.indexOf(script)) throw new Refusal('a later script listens to the same event');
  }
  for (const { call, verb } of sites) {
    const around = functionOf(call);
    if (verb !== 'addListener' || around === undefined || !turns.turnsAt(call).some(({ origin }) => origin === 'start')) continue;
    assertUnheard(registration, { functions: [around], places: [call], late: 1, byEvent: false }, realm, turns, []);
  }
}

/** The statements around all calls: those of a function that is called in place as the background starts, or those of the script. */
function listAround(sites: readonly Site[], script: Script, turns: Turns): readonly t.Statement[] {
  for (let home = functionOf(sites[0]!.call); home !== undefined; home = functionOf(home)) {
    const call = immediateCall(home)?.node;
    const isRun = call !== undefined && functionOf(call) === undefined && statementOf(call).type === 'ExpressionStatement' && !home.async && !home.generator && turns.runsAtStart(home.body);
    if (isRun && home.body.type === 'BlockStatement' && sites.every((one) => isWithin(one.call, home!))) return home.body.body;
  }
  return script.program!.body;
}

/** `listensToTabsUpdated` */
function flagName(event: string, realm: Realm): string {
  const words = event.split('.').map((word) => word.replace(/^on(?=[A-Z])/, '')).map((word) => word[0]!.toUpperCase() + word.slice(1));
  return freshName(realm.scripts.flatMap(({ program }) => program ?? []), `listensTo${words.join('')}`, `hears${words.join('')}`);
}

/** What is registered now: the listener, which begins with a test, or another that calls it where it has other uses. */
function listenerText({ script, listener }: Registration, fn: FunctionNode, sites: readonly Site[], list: readonly t.Statement[], flag: string, edits: Edit[]): string {
  const inner = unwrap(listener!);
  const { semicolon, indent: step } = script.style;
  const binding = inner.type === 'Identifier' ? script.binding(inner) : undefined;
  const [first] = fn.body.type === 'BlockStatement' ? fn.body.body : [];
  const isOwn = binding !== undefined && binding.kind !== 'import' && binding.references.every(({ node }) => sites.some(({ call }) => unwrap(call.arguments[0]! as Node) === node));
  const isShared = script.realms.some(({ scripts }) => scripts.some((one) => one !== script && inner.type === 'Identifier' && one.freeNames.has(inner.name)));
  if (isOwn && !isShared && list.some((one) => isWithin(fn, one)) && first !== undefined && !fn.generator && (fn.body as t.BlockStatement).directives.length === 0) {
    const isOneLine = !script.textOf(fn.body).includes('\n');
    edits.push(script.insert(fn.body.start! + 1, `${isOneLine ? ' ' : `\n${script.indentAt(first.start!)}`}if (!${flag}) return${isOneLine ? ';' : semicolon}`));
    return script.textOf(inner);
  }
  const names = fn.params.map((param) => (param.type === 'Identifier' ? param.name : ''));
  const callee = script.textOf(inner);
  const given = names.every((name) => name !== '' && name !== flag && name !== /^[\w$]*/.exec(callee)![0]) && !usesArguments(fn) ? names : habitsOf(script).modern ? ['...args'] : undefined;
  if (given === undefined) throw new Refusal('its listener has other uses');
  const indent = script.indentAt(list[0]!.start!);
  return functionText(script, given, `${indent}${step}if (${flag}) ${callee}(${given.join(', ')})${semicolon}`, indent);
}

interface Plan {
  readonly script: Script;
  readonly list: readonly t.Statement[];
  /** The registration that is in the start-up already. */
  readonly kept: AnyCall | undefined;
  readonly sites: readonly Site[];
  readonly flag: string;
  readonly text: string;
  readonly event: string;
  readonly registration: Registration;
  readonly turns: Turns;
}

/** Declares the variable, before all that may run and set it, and registers the listener. */
function write({ script, list, kept, sites, flag, text, event, registration, turns }: Plan, edits: Edit[]): void {
  const { semicolon } = script.style;
  const declaration = `${habitsOf(script).modern ? 'let' : 'var'} ${flag} = ${kept !== undefined}${semicolon}`;
  const isEarly = sites.some(({ call }) => call !== kept && turns.turnsAt(call).some(({ origin, delay }) => origin === 'start' && delay === undefined));
  const plain = list.find((one) => !/^(Import|TS|FunctionDeclaration$|ClassDeclaration$)/.test(one.type)) ?? list[0]!;
  const indent = script.indentAt(plain.start!);
  if (kept !== undefined) {
    const before = isEarly ? plain : statementOf(kept);
    edits.push(script.insert(before.start!, `${declaration}\n${indent}`));
    if (text !== script.textOf(kept.arguments[0]!)) edits.push(script.replace(kept.arguments[0]! as Node, text));
    return;
  }
  const call = registration.call;
  const more = call.arguments.slice(1).map((argument) => `, ${script.textOf(argument)}`).join('');
  const root = rootOf(registration.listener!);
  const declared = root && script.binding(root)?.declarations[0]?.node;
  let after = list.find((one) => declared !== undefined && one.type !== 'ImportDeclaration' && isWithin(declared, one));
  for (const other of turns.registrations) {
    if (other.event !== event || other.script !== script || sites.some((site) => site.call === other.call)) continue;
    const own = list.find((one) => isWithin(other.call, one));
    const last = own === undefined || own.type === 'FunctionDeclaration' || own.type === 'ClassDeclaration' ? list.findLast((one) => !/^(Return|Export)/.test(one.type)) : own;
    if (last !== undefined && last.start! > (after?.start ?? -1)) after = last;
  }
  const added = `${script.textOf(call.callee)}(${text}${more})`;
  if (after === undefined) {
    edits.push(script.insert(plain.start!, `${declaration}\n${indent}${added}${semicolon}\n\n${indent}`));
    return;
  }
  const end = statementEnd(script, after);
  const isOpen = needsSemicolon(script.file.text, end);
  const gap = `\n\n${indent}`;
  if (isEarly) edits.push(script.insert(plain.start!, `${declaration}\n${indent}`));
  edits.push(script.insert(end, `${gap}${isEarly ? '' : `${declaration}\n${indent}`}${added}${isOpen ? ';' : semicolon}`));
}
