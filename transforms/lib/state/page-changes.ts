import { functionName, functionOf, isMember, isWithin, parentOf, unwrap, wrapped, type FunctionNode, type Node } from '../ast.ts';
import { backgroundPageUses, type WindowUse } from '../background-window.ts';
import type { Access, Variable } from '../bindings.ts';
import type { Extension } from '../extension.ts';
import { isOpenToPages } from '../named-by-pages.ts';
import { isAtItsEnd, phaseOf, phasesAt } from '../phases.ts';
import { once } from '../source.ts';
import type { Turns } from '../turns.ts';
import type { Bounding } from '../values/bounds.ts';
import { isMemo } from './memos.ts';
import { isKeptInPageStorage } from './page-storage.ts';
import type { Classified } from './state.ts';
import { isWrittenBefore } from './written-first.ts';

/** What a page changes of an event page's memory, and which event of the background reads it; undefined where pages do. */
export interface ChangeByPage {
  readonly change: WindowUse;
  readonly read: Access | undefined;
}

/**
 * The change that a page makes to a variable of the background through its window, by itself or by a function that it calls, where somebody reads it afterwards.
 * What the start-up fills asynchronously is left to the transforms of that; what the change stores in `localStorage`, too, is not lost.
 */
export function changeByPage({ variable, verdict }: Classified, turns: Turns, bounding: Bounding): ChangeByPage | undefined {
  const { extension } = variable.script;
  const uses = extension.hasWorker ? [] : usesByPages(extension);
  if (uses.length === 0 || !/^(constant|unread|state)$/.test(verdict.kind) || variable.kind === 'closure') return undefined;
  const { accesses } = variable;
  const changes = accesses.filter(({ kind, initial }) => !initial && /^(write|update|mutate)$/.test(kind));
  const own = isProperty(variable) ? uses.filter(({ names }) => isPath(names, variable)) : [];
  const written = own.find(({ kind }) => kind === 'write');
  const called = (list: readonly Access[]): readonly (readonly [Access, WindowUse])[] => list.flatMap((access) => {
    const use = callByPage(access.node, uses, turns);
    return use === undefined ? [] : [[access, use] as const];
  });
  const changed = called(changes);
  const change = written ?? changed[0]?.[1];
  if (change === undefined || changes.some(({ node }) => phasesAt(node, turns).has('start-up'))) return undefined;
  const made = changed.map(([access]) => access);
  if (written === undefined && ((isMemo(made, accesses, turns, bounding) && !own.some(({ kind }) => kind === 'read')) || isKeptInPageStorage(accesses, made, turns))) return undefined;
  const reads = accesses.filter(({ reads: used, node }) => used && (phasesAt(node, turns).has('event') || callByPage(node, uses, turns) !== undefined));
  const lasting = reads.filter(({ node }) => !isWrittenBefore(node, variable, turns, 3));
  const read = lasting.find(({ node }) => turns.turnsAt(node).some(({ origin }) => origin !== 'unknown' && origin !== 'start'));
  return lasting.length > 0 || own.some(({ kind }) => kind === 'read') ? { change, read } : undefined;
}

/** What an event changes of an event page's memory, and the read of a page; undefined where no page reads it, or the background does, too. */
export interface ReadByPage {
  readonly change: Access;
  readonly read: WindowUse;
}

/**
 * The change that an event makes to a variable which later only pages read from the background's window: the page that a read wakes finds the first value.
 * What the start-up fills asynchronously is left to the transforms of that.
 */
export function readByPage({ variable, verdict }: Classified, turns: Turns): ReadByPage | undefined {
  const { extension } = variable.script;
  const uses = extension.hasWorker ? [] : usesByPages(extension);
  if (uses.length === 0 || !/^(unread|scratch)$/.test(verdict.kind) || variable.kind === 'closure' || !isProperty(variable)) return undefined;
  const changes = variable.accesses.filter(({ kind, initial }) => !initial && /^(write|update|mutate)$/.test(kind));
  if (changes.some(({ node }) => phasesAt(node, turns).has('start-up'))) return undefined;
  const change = changes.find(({ node }) => !isAtItsEnd(node, turns) && turns.turnsAt(node).some((turn) => turn.origin !== 'unknown' && phaseOf(turn) === 'event'));
  const read = uses.find(({ kind, names }) => (kind === 'read' && (isPath(names, variable) || isWithinPath(names, variable))) || (kind === 'call' && isPath(names, variable)));
  return change === undefined || read === undefined ? undefined : { change, read };
}

/** Whether a variable is a property of the background's window, or of an object there. */
function isProperty({ kind, name, script }: Variable): boolean {
  if (kind === 'global-property') return true;
  const [owner = ''] = name.split('.');
  const declared = script.extension.topLevelName(script.extension.background!, owner);
  return declared !== undefined && isOpenToPages(declared.owner, declared.binding);
}

/** Whether a path from the window leads to a variable, or through it. */
function isPath(names: readonly string[], { kind, name }: Variable): boolean {
  return pathOf({ kind, name }).every((part, index) => names[index] === part);
}

/** Whether a path from the window ends at an object that holds a variable. */
function isWithinPath(names: readonly string[], variable: Variable): boolean {
  const path = pathOf(variable);
  return names.every((part, index) => path[index] === part);
}

/** The names that lead from the window to a variable. */
function pathOf({ kind, name }: Pick<Variable, 'kind' | 'name'>): readonly string[] {
  const parts = name.split('.');
  return kind === 'global-property' ? parts.slice(-1) : parts;
}

const usesByPages = once(({ scripts }: Extension): readonly WindowUse[] => scripts
  .filter(({ text, realms }) => text.includes('getBackgroundPage') && realms.some(({ kind }) => kind !== 'background'))
  .flatMap((script) => [...backgroundPageUses(script)].flatMap(({ uses }) => uses)));

/** The call of a page that runs a place: of the function around it, or of one that calls that. */
function callByPage(node: Node, uses: readonly WindowUse[], turns: Turns): WindowUse | undefined {
  const fns = [functionOf(node)];
  const seen = new Set<FunctionNode>();
  for (const fn of fns) {
    if (fn === undefined || seen.has(fn)) continue;
    seen.add(fn);
    const use = uses.find((one) => one.kind === 'call' && isOf(one, fn, turns));
    if (use !== undefined) return use;
    fns.push(functionOf(fn), ...turns.callersOf(fn).map(functionOf));
  }
  return undefined;
}

/** Whether a page's call is one of a function: of the top level, or of an object there. */
function isOf({ names }: WindowUse, fn: FunctionNode, turns: Turns): boolean {
  const [owner = '', method] = names;
  if (names.at(-1) !== functionName(fn) || names.length > 2) return false;
  if (method === undefined) return functionOf(fn) === undefined;
  const { extension } = turns.scriptOf(fn);
  const [declaration] = extension.topLevelName(extension.background!, owner)?.binding.declarations ?? [];
  const made = declaration?.init ?? declaration?.node;
  const holder = made && (turns.holderOf(made)?.node ?? (made.type === 'ClassDeclaration' ? made : undefined));
  if (holder !== undefined && isWithin(fn, holder)) return true;
  // Settings.clear = function () { … }
  const given = parentOf(wrapped(fn));
  const target = given?.type === 'AssignmentExpression' && isMember(given.left) ? unwrap(given.left.object) : undefined;
  return target?.type === 'Identifier' && target.name === owner;
}
