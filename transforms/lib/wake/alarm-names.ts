import type * as t from '@babel/types';
import { functionOf, isCall, isMember, memberName, parentOf, unwrap, type FunctionNode, type Node } from '../ast.ts';
import type { Extension } from '../extension.ts';
import { freshName, habitsOf } from '../layout.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { SYNC_METHODS } from '../callbacks.ts';
import type { Callback } from './alarm-callbacks.ts';
import type { Timer } from './alarm-plan.ts';
import type { Carried } from './carried-values.ts';
import type { Handle } from './timer-handles.ts';

const MAX_NAMES = 100;

/** A name for an alarm that says what it runs, and that nothing in the background uses. */
export function nameOf(script: Script, { call }: Timer, { moved, called }: Callback, handle: Handle | undefined, taken: ReadonlySet<string>): string {
  const single = moved && singleCall(script, moved, handle);
  const kept = handle?.name.replace(/_/g, '-').replace(/^(the)?-|[-]?(timer|timers|interval|intervals|timeout|timeouts|handle|handles|ids?)$/gi, '');
  const fn = functionOf(call);
  const around = fn?.type === 'FunctionDeclaration' ? fn.id?.name : fn && parentOf(fn)?.type === 'VariableDeclarator' ? script.textOf((parentOf(fn) as t.VariableDeclarator).id) : fn?.type === 'ClassMethod' && fn.kind !== 'constructor' ? script.textOf(fn.key) : undefined;
  const does = around?.replace(/^(start|set|schedule|reset|restart|init)(?=[A-Z])/, '').replace(/(Timer|Timeout|Interval|Alarm)s?$/, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  const file = /([^/]+)\.\w+$/.exec(script.path)?.[1];
  const base = [called?.replace(/\(.*$/s, '').split('.').at(-1), kept, single, does, file && !/^(background|bg|main|index|worker)$/i.test(file) ? file : undefined].find((name) => name !== undefined && /^[\w$-]{2,}$/.test(name)) ?? 'timer';
  const used = namesUsed(script.extension);
  const isFree = (name: string): boolean => ![...taken].some((other) => `${other}-`.startsWith(`${name}-`) || name.startsWith(`${other}-`))
    && !used.some(({ text, isPrefix }) => `${text}-`.startsWith(`${name}-`) || (isPrefix && name.startsWith(text)));
  for (const stem of [base, 'alarm']) {
    for (let number = 1; number < MAX_NAMES; number++) {
      const name = number === 1 ? stem : `${stem}${number}`;
      if (isFree(name)) return name;
    }
  }
  throw new Refusal('names of other alarms begin like that of the new one');
}

/** What a callback does, where it does one thing: `poll`, `tabs-discard`. */
function singleCall(script: Script, fn: FunctionNode, handle: Handle | undefined): string | undefined {
  const statements = fn.body.type === 'BlockStatement' ? fn.body.body.filter((one) => !handle?.resets.some(({ statement }) => statement === one)) : [];
  const only = fn.body.type !== 'BlockStatement' ? fn.body : statements.length === 1 && statements[0]!.type === 'ExpressionStatement' ? statements[0].expression : undefined;
  let call = only && unwrap(only.type === 'AwaitExpression' ? only.argument : only);
  // What it waits for is what it does.
  for (let callee = calleeOf(call); isMember(callee) && /^(then|catch|finally)$/.test(memberName(callee) ?? ''); callee = calleeOf(call)) call = unwrap(callee.object);
  const callee = calleeOf(call);
  if (callee === undefined) return undefined;
  const api = script.api(callee)?.names;
  if (api !== undefined) return api[0] === 'storage' ? undefined : api.slice(-2).join('-');
  if (isMember(callee)) {
    const object = unwrap(callee.object);
    const owner = isMember(object) ? memberName(object) : object.type === 'Identifier' ? object.name : undefined;
    if (object.type === 'Identifier' && script.binding(object) === undefined && !script.extension.isDeclaredElsewhere(script, object.name)) return undefined;
    if (SYNC_METHODS.has(memberName(callee) ?? '')) return undefined;
    return owner !== undefined && /^[a-z]+$/.test(memberName(callee) ?? '') ? `${owner}-${memberName(callee)!}` : memberName(callee);
  }
  return callee.type === 'Identifier' ? callee.name : undefined;
}

function calleeOf(call: Node | undefined): Node | undefined {
  return isCall(call) ? unwrap(call.callee as Node) : undefined;
}

/** The texts that may be names of alarms, or how they begin: those beside their API, or any text where a name is not written there. */
function namesUsed({ scripts }: Extension): { readonly text: string; readonly isPrefix: boolean }[] {
  const isOpen = scripts.some(({ text }) => /\balarms\s*\.\s*(create|get|clear)\s*\(\s*[^\s'"`{)]/.test(text));
  const pattern = isOpen ? /((?:startsWith|indexOf)\s*\(\s*)?(['"`])([^'"`$\n]{1,60})/g : /(?:\balarms\s*\.\s*\w+\s*\(\s*|\bname\s*[!=]={1,2}\s*|((?:startsWith|indexOf)\s*\(\s*)|\bcase\s+)(['"`])([^'"`$\n]{1,60})/g;
  return scripts.filter(({ text }) => isOpen || /\balarms\b/.test(text)).flatMap(({ text }) => [...text.matchAll(pattern)].map(([, prefix, , name]) => ({ text: name!, isPrefix: prefix !== undefined || name!.endsWith('-') })));
}

/** The expression of an alarm's name. */
export function nameText(script: Script, name: string, keys: readonly string[], unique: boolean): string {
  if (keys.length === 0 && !unique) return script.quote(name);
  const parts = [...keys, ...(unique ? ['crypto.randomUUID()'] : [])];
  const between = separatorOf(keys.length);
  if (!habitsOf(script).modern) return `${script.quote(`${name}-`)} + ${parts.join(` + ${script.quote(between)} + `)}`;
  return `\`${name}-${parts.map((part) => `\${${part}}`).join(between)}\``;
}

/** Whether an alarm's name shows all that it carries as it is. */
export function isPlain(carried: readonly Carried[]): boolean {
  return carried.every(({ kind }) => kind !== 'value');
}

/** The expression of the name of an alarm that no other has, and that carries values. */
export function jsonName(script: Script, name: string, carried: readonly Carried[]): string {
  const { modern, brace } = habitsOf(script);
  const members = carried.map(({ name: key, text }) => (modern && key === text ? key : `${key}: ${text}`)).join(', ');
  const json = `JSON.stringify({${brace}${members}${brace}})`;
  return modern ? `\`${name}-\${crypto.randomUUID()}-\${${json}}\`` : `${script.quote(`${name}-`)} + crypto.randomUUID() + ${script.quote('-')} + ${json}`;
}

/** What stands between the parts of an alarm's name: an id may be -1. */
function separatorOf(ids: number): string {
  return ids > 1 ? ':' : '-';
}

/** Statements that get ids back from an alarm's name. */
export function decodeText(script: Script, carried: readonly Carried[], text: string, unique: boolean, indent: string): string | undefined {
  const [first, another] = carried;
  if (first === undefined) return undefined;
  const { modern } = habitsOf(script);
  const { semicolon } = script.style;
  if (another === undefined) return `${modern ? 'const' : 'var'} ${first.name} = ${!unique ? `Number(${text})` : first.kind === 'id' ? `parseInt(${text}, 10)` : `parseFloat(${text})`}${semicolon}`;
  const parts = `${text}.split(${script.quote(separatorOf(carried.length))})`;
  if (modern) return `const [${carried.map(({ name }) => name).join(', ')}] = ${parts}.map(Number)${semicolon}`;
  return carried.map(({ name }, index) => `var ${name} = Number(${parts}[${index}])${semicolon}`).join(`\n${indent}`);
}

/** The statement that takes what an alarm carries out of its name, where that is JSON. */
export function decodeJson(script: Script, carried: readonly Carried[], parsed: string, beside: Node, indent: string): string {
  const { modern, brace } = habitsOf(script);
  const { semicolon } = script.style;
  if (modern) return `const {${brace}${carried.map(({ name }) => name).join(', ')}${brace}} = ${parsed}${semicolon}`;
  const all = freshName(beside, 'carried', 'given');
  return [`var ${all} = ${parsed}${semicolon}`, ...carried.map(({ name }) => `var ${name} = ${all}.${name}${semicolon}`)].join(`\n${indent}`);
}
