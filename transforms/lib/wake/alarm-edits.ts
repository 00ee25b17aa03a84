import type * as t from '@babel/types';
import { ancestors, isCall, isMember, mentions, parentOf, siblings, unwrap, walk, wrapped, type Node } from '../ast.ts';
import { evaluate } from '../constants.ts';
import { fixedLines, freshName, functionText, habitsOf, namespaceOf, statementEnd } from '../layout.ts';
import { assertDeadInOthers } from '../live-code.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Turns } from '../turns.ts';
import type { Edit } from '../types.ts';
import type { Callback } from './alarm-callbacks.ts';
import { dispatcherOf } from './alarm-listeners.ts';
import { decodeJson, decodeText, isPlain, jsonName, nameText } from './alarm-names.ts';
import type { AlarmPlan, Timer } from './alarm-plan.ts';
import type { Creation } from './alarm-starts.ts';
import { capital, isId } from './carried-values.ts';
import { minutesOf } from './settled-intervals.ts';
import type { Clear, Handle } from './timer-handles.ts';

/** Has a function run once per installation and browser start, in place of a statement that calls it. */
export function registration(script: Script, statement: Node, name: string): Edit {
  return replaced(script, statement, registrationLines(script, name).join(`\n${script.indentAt(statement.start!)}`));
}

function registrationLines(script: Script, name: string): readonly string[] {
  return ['onInstalled', 'onStartup'].map((event) => `${namespaceOf(script)}.runtime.${event}.addListener(${name})${script.style.semicolon}`);
}

/** All that the text of an alarm depends on. */
export interface Whole {
  readonly timers: readonly Timer[];
  readonly creations: readonly Creation[];
  readonly handle: Handle | undefined;
  readonly anchor: Node;
  readonly callback: Callback;
  readonly unique: boolean;
  readonly name: string;
  /** What is done once, where the alarm is created. */
  readonly runs?: string | undefined;
  /** The function that an installation and a browser start run. */
  readonly listens?: string;
}

/** The alarm with its edits: where it is created and cleared, and the listener that runs what the timer ran. */
export function planOf(whole: Whole, turns: Turns): AlarmPlan {
  const { timers, creations, handle, anchor, callback, name } = whole;
  const { script } = callback;
  const keyed = handle?.keyed === true || callback.carried.length > 0;
  assertKeys(whole, turns);
  const edits: Edit[] = [];
  for (const [index, creation] of creations.entries()) edits.push(...createEdits(whole, creation, timers[index]!, turns));
  const dropped = creations.flatMap((creation) => creation.settled?.dropped ?? creation.dropped ?? []);
  if (handle !== undefined) edits.push(...handleEdits(handle, (clear) => (dropped.includes(clear) ? undefined : clearText(clear, name, keyed))));
  const inside = edits.filter((edit) => callback.moved !== undefined && edit.file === script.path && edit.start >= callback.moved.start! && edit.end <= callback.moved.end!);
  const listener = listenerEdits(whole, keyed, inside, anchor);
  const all = [...edits.filter((edit) => !inside.includes(edit)), ...listener.edits];
  assertDeadInOthers(all, script.extension);
  return { name, calls: timers.map(({ call }) => call), edits: all, list: listener.isNew ? siblings(anchor) : undefined, isInstalled: creations.some(({ how }) => how === 'install'), isSettled: creations.some(({ settled }) => settled !== undefined), areMany: keyed || whole.unique };
}

/** What the names of alarms are written and read with. */
const GLOBALS = ['crypto', 'JSON', 'Number', 'parseInt', 'parseFloat'];

/** Refuses keys that an alarm's name cannot hold, or that do not tell the alarms apart. */
function assertKeys({ creations, handle, callback, unique }: Whole, turns: Turns): void {
  const { carried, script } = callback;
  const texts = carried.map(({ text }) => text);
  const names = new Set(['alarm', ...carried.map((one) => one.name)]);
  const shadowed = unique ? GLOBALS.find((name) => script.scopes!.bindings.some((binding) => binding.name === name) || script.extension.isDeclaredElsewhere(script, name)) : undefined;
  if (shadowed !== undefined) throw new Refusal(`\`${shadowed}\` is a name of its own here`);
  if (names.size <= carried.length) throw new Refusal('what it needs of the event has one name');
  const ofEvent = `its callback uses \`${texts.join('` and `')}\` of the event`;
  if (handle?.keyed) {
    for (const { script: own, key } of [...creations.map(({ start }) => start), ...handle.clears]) if (key === undefined || !isId(own, key, turns)) throw new Refusal(`\`${key === undefined ? 'its key' : own.textOf(key)}\` is not known to be a number`);
    if (texts.length > 1 || !isPlain(carried) || (texts.length === 1 && creations.some(({ start }) => script.textOf(start.key!) !== texts[0]))) throw new Refusal(ofEvent);
  } else if (texts.length > 0 && !unique) {
    throw new Refusal(ofEvent);
  }
}

function* createEdits(whole: Whole, { start, how, settled }: Creation, { kind, call, delay }: Timer, turns: Turns): Generator<Edit> {
  const { callback, handle, name, runs, listens, unique } = whole;
  const { script, target, key, guard } = start;
  const habits = habitsOf(script);
  const { indent: level, semicolon } = script.style;
  const namespace = namespaceOf(script);
  const keys = handle?.keyed ? [script.textOf(key!)] : callback.carried.map(({ text }) => text);
  const alarmName = handle?.keyed || isPlain(callback.carried) ? nameText(script, name, keys, unique) : jsonName(script, name, callback.carried);
  const minutes = delay === undefined ? minutesOf(script, call.arguments[1]!, turns)! : minutesText(script, call.arguments[1]!, target, delay);
  const createWith = (value: string): string => `${namespace}.alarms.create(${alarmName}, {${habits.brace}${kind === 'setInterval' ? 'periodInMinutes' : 'delayInMinutes'}: ${value}${habits.brace}})`;
  const create = createWith(minutes);
  const statement = guard?.replaced ?? target;
  const indent = script.indentAt(statement.start!);
  const end = /;$/.test(script.textOf(statement)) ? ';' : statement.type === 'IfStatement' ? semicolon : '';
  if (how === 'replace') {
    yield script.replace(statement, create + end);
    return;
  }
  const ensure = (value: string, to: string): string => {
    const found = /\balarm\b/.test(`${keys.join(' ')} ${value}`) ? 'existing' : 'alarm';
    const test = delay === undefined ? `!${found} || ${found}.periodInMinutes !== ${value}` : `!${found}`;
    const lines = [createWith(value), ...(runs === undefined ? [] : [runs])].map((line) => line + semicolon);
    const block = lines.length === 1 ? lines[0]! : `{\n${lines.map((line) => `${to}${level}${level}${line}`).join('\n')}\n${to}${level}}`;
    const body = functionText(script, [found], `${to}${level}if (${test}) ${block}`, to);
    const promises = namespace === 'browser' || (script.extension.isV3 && habits.modern);
    return `${namespace}.alarms.get(${alarmName}${promises ? ').then(' : ', '}${body})`;
  };
  if (how === 'ensure') {
    const events = listens === undefined ? [] : registrationLines(script, listens);
    yield script.replace(statement, [...events, ensure(minutes, indent) + end].join(`\n${indent}`));
    return;
  }
  const declaration = habits.modern ? 'const' : 'var';
  if (settled !== undefined) {
    const { condition, leave } = settled;
    const isBlock = condition === undefined || condition.consequent.type === 'BlockStatement';
    const isAlone = !isBlock || script.file.text.slice(script.file.text.lastIndexOf('\n', statement.start! - 1) + 1, statement.start!).trim() === '';
    const variable = delay === undefined && !/^[\w$]+$/.test(minutes) && isAlone ? freshName(script.program!, `${name.replace(/\W+(\w?)/g, (_all, letter: string) => letter.toUpperCase())}Minutes`) : undefined;
    const text = (to: string): string => `${variable === undefined ? '' : `${declaration} ${variable} = ${minutes}${semicolon}\n${to}`}${ensure(variable ?? minutes, to)}`;
    const clear = clearText({ script, key: undefined }, name, false) + semicolon;
    if (leave !== undefined) {
      const own = script.indentAt(leave.start!);
      yield parentOf(leave)!.type === 'BlockStatement' ? script.insert(leave.start!, `${clear}\n${own}`) : script.replace(leave, `{\n${own}${level}${clear}\n${own}${level}${script.textOf(leave)}\n${own}}`);
    }
    const outer = condition === undefined ? indent : script.indentAt(condition.start!);
    if (isBlock) yield script.replace(statement, text(indent) + end);
    else yield script.replace(condition.consequent, `{\n${outer}${level}${text(outer + level)}${semicolon}\n${outer}}`);
    if (condition !== undefined) yield script.insert(condition.end!, ` else {\n${outer}${level}${clear}\n${outer}}`);
    return;
  }
  const starter = freshName(script.realms.flatMap(({ scripts }) => scripts.flatMap(({ program }) => program ?? [])), `start${name.split(/[^\w$]+/).map(capital).join('')}`);
  const all = statement.type === 'VariableDeclaration' ? statement : parentOf(wrapped(statement))!;
  const body = habits.modern && runs === undefined ? `() => ${create}` : functionText(script, [], [create, ...(runs === undefined ? [] : [runs])].map((line) => `${indent}${level}${line}${semicolon}`).join('\n'), indent);
  yield replaced(script, all, [`${declaration} ${starter} = ${body}${semicolon}`, ...registrationLines(script, starter)].join(`\n${indent}`));
}

/** The end of a statement, or of the comment beside it. */
function endWithComment(script: Script, statement: Node): number {
  const end = statementEnd(script, statement);
  return end + (/^[ \t]*\/\/[^\n\r]*|^[ \t]*\/\*[^\n\r]*?\*\/(?=[ \t]*\r?\n)/.exec(script.file.text.slice(end))?.[0].length ?? 0);
}

/** A delay in minutes as it is written at a place: a number, or what the author calls it. */
function minutesText(script: Script, node: Node, place: Node, milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  const inner = unwrap(node);
  let named = false;
  let visible = true;
  walk(inner, (one) => {
    if (one.type !== 'Identifier') return;
    named = true;
    if (!isMember(parentOf(one)) || (parentOf(one) as t.MemberExpression).object === one) visible &&= script.scopes!.scopeOf(place).lookup(one.name) === script.binding(one);
  });
  if (!visible) named = false;
  if (!named) return Number.isInteger(minutes * 1000) ? String(minutes) : `${milliseconds} / 60000`;
  if (inner.type === 'BinaryExpression' && inner.operator === '*') {
    // minutes * 60 * 1000, minutes * MINUTE
    const factor = evaluate(script, inner.right)?.value;
    const left = unwrap(inner.left);
    if (factor === 60_000 && unwrap(inner.right).type !== 'Identifier') return script.textOf(inner.left);
    if (factor === 1000 && left.type === 'BinaryExpression' && left.operator === '*' && evaluate(script, left.right)?.value === 60) return script.textOf(left.left);
  }
  return `${inner.type === 'Identifier' || isMember(inner) || isCall(inner) ? script.textOf(inner) : `(${script.textOf(inner)})`} / 60000`;
}

function clearText({ script, key }: Pick<Clear, 'script' | 'key'>, name: string, keyed: boolean): string {
  return `${namespaceOf(script)}.alarms.clear(${nameText(script, name, keyed && key !== undefined ? [script.textOf(key)] : [], false)})`;
}

/** The edits that take the id's place: alarms are cleared by their name. */
function* handleEdits({ clears, resets, declared, starts }: Handle, clear: (one: Clear) => string | undefined): Generator<Edit> {
  for (const one of clears) {
    const { script, target } = one;
    const next = statementAfter(target);
    // What is created again at once takes the place of the old one.
    const text = clear(one);
    if (text === undefined || (next !== undefined && starts.some(({ target: created, key }) => parentOf(wrapped(created)) === next && (key === undefined || script.textOf(key) === script.textOf(one.key!))))) yield removal(script, target.type === 'IfStatement' ? target : parentOf(wrapped(target))!);
    else yield script.replace(target, text + (target.type === 'IfStatement' ? script.style.semicolon : ''));
  }
  for (const { script, statement } of resets) yield removal(script, statement);
  for (const { script, guard } of starts) if (guard?.removed) yield removal(script, guard.removed);
  for (const { script, node } of declared) {
    const list = parentOf(node)!;
    if (starts.some(({ target }) => target === list)) continue;
    if (node.type === 'ObjectProperty') yield withoutItem(script, node, (list as t.ObjectExpression).properties);
    else if (node.type !== 'VariableDeclarator') yield removal(script, node);
    else if ((list as t.VariableDeclaration).declarations.length === 1) yield removal(script, list);
    else yield withoutItem(script, node, (list as t.VariableDeclaration).declarations);
  }
}

/** Takes one item out of a list, with a comma. */
function withoutItem(script: Script, node: Node, items: readonly Node[]): Edit {
  const index = items.indexOf(node);
  const [before, after] = [items[index - 1], items[index + 1]];
  const [from, to] = after !== undefined ? [node.start!, after.start!] : [before?.end ?? node.start!, node.end!];
  return { file: script.path, start: from, end: to, text: '' };
}

function statementAfter(node: Node): Node | undefined {
  const own = [node, ...ancestors(node)].find((up) => siblings(up) !== undefined);
  const list = own && siblings(own);
  return own === node || own === parentOf(wrapped(node)) ? list?.[list.indexOf(own as t.Statement) + 1] : undefined;
}

/** Writes something else for a statement; a `;` that begins the next line stays there. */
function replaced(script: Script, statement: Node, text: string): Edit {
  return { file: script.path, start: statement.start!, end: statementEnd(script, statement), text };
}

/** Removes a statement, with its line where it has one of its own. */
export function removal(script: Script, statement: Node): Edit {
  const { text } = script.file;
  const line = text.lastIndexOf('\n', statement.start! - 1) + 1;
  const own = statementEnd(script, statement);
  const rest = /^[ \t]*\r?\n/.exec(text.slice(own));
  if (text.slice(line, statement.start!).trim() === '' && rest !== null) {
    const end = own + rest[0].length;
    // No two blank lines, and none at the beginning of a file or block, are left.
    const blank = /(^|\n[ \t]*\r?\n|\{[ \t]*\r?\n)$/.test(text.slice(0, line)) ? (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0) : 0;
    return { file: script.path, start: line, end: end + blank, text: '' };
  }
  const blank = /^[ \t]*/.exec(text.slice(own))![0].length;
  return { file: script.path, start: statement.start!, end: own + blank, text: '' };
}

function listenerEdits({ callback, creations, name, unique }: Whole, keyed: boolean, inside: readonly Edit[], anchor: Node): { readonly edits: Edit[]; readonly isNew: boolean } {
  const { script, async, moved, called, carried, renamed } = callback;
  const { text } = script.file;
  const { indent: level, semicolon } = script.style;
  const namespace = namespaceOf(script);
  const prefix = keyed || unique;
  const condition = (alarm: string, indent: string): string => {
    const test = !prefix ? `${alarm}.name === ${script.quote(name)}` : habitsOf(script).modern ? `${alarm}.name.startsWith(${script.quote(`${name}-`)})` : `${alarm}.name.indexOf(${script.quote(`${name}-`)}) === 0`;
    const inner = indent + level;
    const respelled = [...renamed, ...carried.flatMap(({ uses, name: to }) => (uses.some(isMember) ? uses.map((use) => script.replace(use, to)) : []))];
    const own = [...inside, ...respelled.filter(({ start, end }) => !inside.some((edit) => edit.start <= start && end <= edit.end))];
    const decode = isPlain(carried) ? decodeText(script, carried, `${alarm}.name.slice(${script.quote(`${name}-`)}.length)`, unique, inner) : decodeJson(script, carried, `JSON.parse(${alarm}.name.slice(${alarm}.name.indexOf(${script.quote('{')})))`, moved ?? script.program!, inner);
    if (called !== undefined) return decode === undefined ? `if (${test}) ${called}${semicolon}` : `if (${test}) {\n${inner}${decode}\n${inner}${called}${semicolon}\n${indent}}`;
    const { body } = moved!;
    if (body.type !== 'BlockStatement') {
      const statement = spliced(script, body.start!, body.end!, body, script.indentAt(body.start!), decode === undefined ? indent : inner, own) + semicolon;
      return decode === undefined ? `if (${test}) ${statement}` : `if (${test}) {\n${inner}${decode}\n${inner}${statement}\n${indent}}`;
    }
    const isFlat = !text.slice(body.start!, body.end!).includes('\n');
    const content = isFlat ? ` ${spliced(script, body.start! + 1, body.end! - 1, body, '', '', own).trim()} ` : spliced(script, body.start! + 1, body.end! - 1, body, script.indentAt(body.end! - 1), indent, own);
    if (content.trim() === '' && isFlat) return `if (${test}) {}`;
    if (decode !== undefined) return `if (${test}) {\n${inner}${decode}${isFlat ? `\n${inner}${content.trim()}\n${indent}` : content}}`;
    return `if (${test}) {${content}}`;
  };
  const joined = siblings(anchor)!.map((statement) => dispatcherOf(script, statement)).find((one) => one !== undefined);
  if (joined !== undefined && (moved === undefined || !mentions(moved, ({ name }) => name === joined.alarm)) && !carried.some((one) => one.name === joined.alarm)) {
    const last = (joined.fn.body as t.BlockStatement).body.at(-1)!;
    const indent = script.indentAt(last.start!);
    return { isNew: false, edits: [script.insert(last.end!, `\n${indent}${condition(joined.alarm, indent)}`), ...(async && !joined.fn.async ? [script.insert(joined.fn.start!, 'async ')] : [])] };
  }
  const indent = script.indentAt(anchor.start!);
  const alarm = moved === undefined ? 'alarm' : freshName(moved, 'alarm', 'firedAlarm');
  const listener = `${async ? 'async ' : ''}${functionText(script, [alarm], `${indent}${level}${condition(alarm, indent + level)}`, indent)}`;
  const gap = anchor.type === 'FunctionDeclaration' || (creations.every(({ when }) => when !== 'start') && text.slice(anchor.start!, anchor.end!).includes('\n')) ? '\n\n' : '\n';
  const end = endWithComment(script, anchor);
  const after = /^[ \t]*[^\s}]/.test(text.slice(end, end + 200)) ? `;\n${indent}` : '';
  return { isNew: true, edits: [script.insert(end, `${gap}${indent}${namespace}.alarms.onAlarm.addListener(${listener})${semicolon}${after.slice(semicolon.length)}`)] };
}

/** A span of a script with edits made in it, and its lines at another indentation. */
function spliced(script: Script, start: number, end: number, root: Node, from: string, to: string, edits: readonly Edit[]): string {
  const { text } = script.file;
  const fixed = fixedLines(root, text, 0);
  const all = [...edits];
  for (let at = text.indexOf('\n', start); at !== -1 && at < end && from !== to; at = text.indexOf('\n', at + 1)) {
    const line = at + 1;
    if (fixed.has(line) || /^[ \t]*\r?\n/.test(text.slice(line, line + 200)) || !text.startsWith(from, line) || edits.some((edit) => edit.start <= line && line < edit.end)) continue;
    all.push({ file: script.path, start: line, end: line + from.length, text: to });
  }
  let result = '';
  let at = start;
  for (const edit of all.sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, end);
}
