import type * as t from '@babel/types';
import { unwrap, type Node } from '../ast.ts';
import { callbackText, habitsOf } from '../layout.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import type { Slot } from '../slots.ts';
import { holdsMissing, isConverted, type Container, type Value } from '../values/value.ts';

/** How a variable goes to storage and comes back. */
export interface Codec {
  /** The member of the object that `storage.get` is asked with: its default. */
  asked(variable: string): string;
  /** The member of the object that `storage.set` gets. */
  stored(variable: string): string;
  /** The statement that gives the variable what was stored. */
  restored(variable: string, saved: string): string;
  /** Whether that takes a constant, which has to become a variable. */
  readonly assigned?: boolean;
}

/** How a value is written as what storage keeps, and made again from that. */
interface Form {
  /** Undefined where storage keeps the value as it is. */
  readonly stored?: (value: string) => string;
  made(saved: string): string;
}

/** How storage keeps a value; undefined where it keeps it as it is. @param inOrder whether the members of an object have to keep their order */
function formOf(script: Script, value: Value, inOrder = false): Form | undefined {
  const form = solidForm(script, value, inOrder);
  if (form === undefined) return undefined;
  if (value.primitive || value.data) throw new Refusal(`it may hold something beside a ${isConverted(value) ? 'Map, Set, Date or RegExp' : 'list'}`);
  if (!value.undefined && !value.null) return form;
  const { stored } = form;
  return { ...(stored && { stored: (text: string) => `${text} && ${stored(text)}` }), made: (text) => `${text} && ${form.made(text)}` };
}

function solidForm(script: Script, { container, element }: Value, inOrder: boolean): Form | undefined {
  const inner = element && elementForm(script, container!, element);
  const pairs = (text: string, each: string): string => `${text}.map(${callbackText(script, '[key, value]', `[key, ${each}]`)})`;
  const each = (form: (value: string) => string): ((text: string) => string) => (text) => `${text}.map(${callbackText(script, 'value', form('value'))})`;
  switch (container) {
    case 'map':
      return { stored: (text) => (inner?.stored ? pairs(`[...${text}]`, inner.stored('value')) : `[...${text}]`), made: (saved) => `new Map(${inner ? pairs(saved, inner.made('value')) : saved})` };
    case 'set':
      if (inner) throw new Refusal('it is a Set of objects');
      return { stored: (text) => `[...${text}]`, made: (saved) => `new Set(${saved})` };
    case 'date':
      return { stored: (text) => `${text}.getTime()`, made: (saved) => `new Date(${saved})` };
    case 'regexp':
      return { stored: (text) => `[${text}.source, ${text}.flags]`, made: (saved) => `new RegExp(...${saved})` };
    case 'array':
      return inner && { ...(inner.stored && { stored: each(inner.stored) }), made: each(inner.made) };
    case 'object': {
      if (inOrder) return { stored: (text) => (inner?.stored ? pairs(`Object.entries(${text})`, inner.stored('value')) : `Object.entries(${text})`), made: (saved) => `Object.fromEntries(${inner ? pairs(saved, inner.made('value')) : saved})` };
      const entries = (form: (value: string) => string): ((text: string) => string) => (text) => `Object.fromEntries(${pairs(`Object.entries(${text})`, form('value'))})`;
      return inner && { ...(inner.stored && { stored: entries(inner.stored) }), made: entries(inner.made) };
    }
    default:
      return undefined;
  }
}

/** The form of what is in a container. JSON makes null of what is undefined in a list. */
function elementForm(script: Script, container: Container, element: Value): Form | undefined {
  if (!holdsMissing(container, element)) throw new Refusal('a part of it may be undefined, which storage does not keep there');
  const form = formOf(script, element);
  if (!element.undefined || container === 'object') return form;
  if (form !== undefined) throw new Refusal('a list in it may be undefined, which storage does not keep there');
  return { made: (saved) => `${saved} ?? undefined` };
}

/**
 * How a variable's value is kept.
 * @param shrinks whether members are taken away
 * @param inOrder whether code goes through the members of an object in their order, which storage does not keep
 * @throws Refusal where storage cannot keep it
 */
export function codecOf(slot: Slot, key: string, value: Value, shrinks: boolean, inOrder: boolean): Codec {
  const { name, script, init, constant } = slot;
  const quoted = /^[\w$]+$/.test(key) ? key : script.quote(key);
  const from = (saved: string): string => (quoted === key ? `${saved}.${key}` : `${saved}[${quoted}]`);
  const form = formOf(script, value, inOrder);
  const kept = (variable: string): string => form?.stored?.(variable) ?? variable;
  const stored = (variable: string): string => (kept(variable) === quoted && habitsOf(script).modern ? quoted : `${quoted}: ${kept(variable)}`);
  const made = form?.made ?? ((saved: string): string => saved);
  const { container, element } = value;
  const isWhole = container === undefined || container === 'date' || container === 'regexp';
  if (!constant || (isWhole && declarationOf(slot)?.kind === 'const')) {
    if (!value.undefined) return { asked: stored, stored, restored: (variable, saved) => `${variable} = ${made(from(saved))}`, assigned: constant };
    // Storage drops undefined, but keeps an object that lacks it.
    const boxed = (variable: string): string => `${quoted}: { value: ${kept(variable)} }`;
    return { asked: boxed, stored: boxed, restored: (variable, saved) => `${variable} = ${made(`${from(saved)}.value`)}`, assigned: constant };
  }
  if (isWhole || value.undefined || value.null || value.primitive || value.data) throw new Refusal('it is a constant');
  const inner = element && elementForm(script, container!, element);
  const [id, item] = name === 'key' || name === 'value' ? ['id', 'item'] : ['key', 'value'];
  switch (container) {
    case 'map':
      if (!isEmpty(init)) break;
      return { asked: () => `${quoted}: []`, stored, restored: (variable, saved) => `for (const [${id}, ${item}] of ${from(saved)}) ${variable}.set(${id}, ${inner ? inner.made(item) : item})` };
    case 'set':
      if (!isEmpty(init)) break;
      return { asked: () => `${quoted}: []`, stored, restored: (variable, saved) => `for (const ${item} of ${from(saved)}) ${variable}.add(${item})` };
    case 'array':
      return { asked: stored, stored, restored: isEmpty(init) ? (variable, saved) => `${variable}.push(...${made(from(saved))})` : (variable, saved) => `${variable}.splice(0, ${variable}.length, ...${made(from(saved))})` };
    case 'object':
      // A member that storage drops would come back as it began.
      if (!isEmpty(init) && (shrinks || element?.undefined)) break;
      return { asked: stored, stored, restored: (variable, saved) => `Object.assign(${variable}, ${made(from(saved))})` };
  }
  throw new Refusal('it is a constant that begins with something in it');
}

/** The declaration of a variable that is no field. */
export function declarationOf({ statement }: Slot): t.VariableDeclaration | undefined {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return declaration?.type === 'VariableDeclaration' ? declaration : undefined;
}

function isEmpty(init: Node | undefined): boolean {
  const inner = init && unwrap(init);
  return (inner?.type === 'ObjectExpression' && inner.properties.length === 0) || (inner?.type === 'ArrayExpression' && inner.elements.length === 0) || (inner?.type === 'NewExpression' && inner.arguments.length === 0);
}
