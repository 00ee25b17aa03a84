import type * as t from '@babel/types';
import type { ApiValue } from '../api.ts';
import { functionOf, isMember, parentOf, unwrap, type Node } from '../ast.ts';
import type { Rewritten } from './hoisting.ts';
import { endWithComment, statementEnd } from '../layout.ts';
import type { Realm } from '../realms.ts';
import { Refusal } from '../refusal.ts';
import { withoutStatements } from './removing.ts';
import type { Binding } from '../scope.ts';
import type { Script } from '../script.ts';
import type { Registration, Turns } from '../turns.ts';
import type { Edit } from '../types.ts';

/** The variable that an expression begins with: `tabs` of `tabs.onCreated.addListener`. */
export function rootOf(node: Node): t.Identifier | undefined {
  const inner = unwrap(node);
  return isMember(inner) ? rootOf(inner.object) : inner.type === 'Identifier' ? inner : undefined;
}

/** The variable by which a registration reaches its event, where that gets its value later than in the first turn of the top level. */
export function lateRoot({ script, call }: Pick<Registration, 'script' | 'call'>, realm: Realm, turns: Turns): t.Identifier | undefined {
  const root = rootOf(call.callee as Node);
  const { owner, binding } = (root && script.extension.declared(script, root, realm)) ?? {};
  if (root === undefined || binding === undefined || binding.kind === 'import') return undefined;
  const isLate = (node: Node): boolean => functionOf(node) !== undefined || !turns.runsAtStart(node);
  const elsewhere = binding.scope.parent === undefined ? realm.scripts.flatMap((one) => (one === owner ? [] : (one.freeNames.get(root.name) ?? []))) : [];
  if ([...binding.references, ...elsewhere].some(({ node, writes }) => writes && isLate(node))) return root;
  const [declared] = binding.declarations;
  const around = declared && functionOf(declared.node);
  return around !== undefined && declared!.node !== around && (around.async || !turns.runsAtStart(declared!.node)) ? root : undefined;
}

/**
 * Writes the API out where a variable stands for it that is made only where the registration is: `const { tabs } = chrome; tabs.onCreated.addListener(…)`
 * @returns undefined where there are none
 * @throws Refusal where the top level is not known to reach that API
 */
export function withEvents(group: readonly Pick<Registration, 'script' | 'call'>[], realm: Realm, turns: Turns): Rewritten | undefined {
  const edits: Edit[] = [];
  const replaced = new Map<Binding, number>();
  const texts = group.map((registration) => {
    const { script, call } = registration;
    const root = lateRoot(registration, realm, turns);
    if (root === undefined) return script.textOf(call);
    const value = script.api(root);
    if (value === undefined) return script.textOf(call);
    const path = pathOf(root, value, script);
    if (path === undefined) throw new Refusal(`\`${root.name}\` is made only then`);
    edits.push(script.replace(root, path));
    const binding = script.binding(root);
    if (binding !== undefined) replaced.set(binding, (replaced.get(binding) ?? 0) + 1);
    return script.slice(call.start!, root.start!) + path + script.slice(root.end!, call.end!);
  });
  const [script] = group.map((one) => one.script);
  for (const declaration of new Set([...replaced.keys()].map(({ declarations }) => declarations[0]!.node))) edits.push(...withoutDeclaration(declaration, script!, replaced));
  return edits.length === 0 ? undefined : { edits, texts };
}

/** How the top level reaches the API that a variable stands for. */
function pathOf(root: t.Identifier, value: ApiValue, script: Script): string | undefined {
  if (value.choice !== undefined) return undefined;
  const written = script.apiReferences.find(({ node, namespace }) => namespace !== undefined && rootOf(node) === root)?.namespace;
  const isReached = (name: string): boolean => {
    const binding = script.scopes!.program.bindings.get(name);
    return binding === undefined ? name === value.root && /^(chrome|browser)$/.test(name) : binding.kind === 'import' || (binding.kind === 'const' && binding.declarations[0]?.keys?.length === 0);
  };
  const namespace = [written, value.root].find((name) => name !== undefined && name !== root.name && /^[\w$]+$/.test(name) && isReached(name));
  return namespace === undefined ? undefined : [namespace, ...value.names].join('.');
}

/** Takes a declaration away of which nothing is used any more: `const { tabs } = chrome;` */
function withoutDeclaration(declaration: Node, script: Script, replaced: ReadonlyMap<Binding, number>): readonly Edit[] {
  const statement = parentOf(declaration);
  if (statement?.type !== 'VariableDeclaration' || statement.declarations.length > 1 || parentOf(statement)?.type !== 'BlockStatement') return [];
  const isUsed = script.scopes!.bindings.some((binding) => binding.declarations.some(({ node }) => node === declaration) && binding.references.length !== replaced.get(binding));
  return isUsed || endWithComment(script, statement) !== statementEnd(script, statement) ? [] : withoutStatements(script, [statement]);
}
