import type * as t from '@babel/types';
import { immediateCall } from './api.ts';
import { functionOf, isMember, isWithin, keyName, memberName, parentOf, siblings, unwrap, wrapped, type FunctionNode, type Node } from './ast.ts';
import type { Access, Variable } from './bindings.ts';
import { isUnderWith } from './constants.ts';
import { isLoadedByBuild } from './frameworks.ts';
import { livenessAt, livenessOfDeclared, type Mention } from './live-code.ts';
import { assertNoComputedGlobals, isExport } from './modules.ts';
import { isThisAt, listed, nameOfBinding, ownObject, usesOfBinding, type OwnObject } from './objects.ts';
import { otherRealmsOf, type Realm } from './realms.ts';
import { lineOf, Refusal } from './refusal.ts';
import type { Script } from './script.ts';
import type { Turns } from './turns.ts';
import { isCalledOnce } from './uses.ts';
import { isGlobalObject } from './variables/global-aliases.ts';

/** Where a variable lives: what it holds first and from where on, and how code there names it. */
export interface Slot {
  /** Its own name, without what it hangs on: `count` of `app.count`. */
  readonly name: string;
  /** What tells it from others of its name: the object that it is a field of, or its file. */
  readonly owner: string;
  readonly init: Node | undefined;
  /** The script of the statement. */
  readonly script: Script;
  /** The statement of a list after which it has its first value. */
  readonly statement: Node;
  /** The wrapper function whose local it is. */
  readonly home: FunctionNode | undefined;
  /** Whether it can be given another object. */
  readonly constant: boolean;
  /** The accesses, of which the one that gives the first value is `initial`. */
  readonly accesses: readonly Access[];
  /** How code names it at a place, as near to how a change of it does as it can: `count`, `app.count`, `this.count`. @throws Refusal where it cannot */
  nameAt(script: Script, place: Node, change?: Node): string;
  /** Its name with what tells that it is private: `#count` of `app.#count`. */
  readonly member: string;
  /** The object that it is a field of. */
  readonly object: OwnObject | undefined;
  /** Whether only code of its class can name it. */
  readonly isPrivate: boolean;
}

/** @throws Refusal where a variable does not live once, in sight, from one statement on */
export function slotOf(variable: Variable, turns: Turns): Slot {
  const slot = variable.kind === 'field' ? fieldSlot(variable, turns) : variable.kind === 'global-property' ? globalSlot(variable) : localSlot(variable);
  if (slot.accesses.some(({ node }) => isDeleted(node))) throw new Refusal('it is deleted');
  const hidden = slot.accesses.find(({ script, node }) => isUnderWith(script, node));
  if (hidden !== undefined) throw new Refusal(`${lineOf(turns.scriptOf(hidden.node), hidden.node)} names it inside of \`with\`, where a member may have its name`);
  if (slot.home !== undefined && (slot.home.async || !(immediateCall(slot.home) !== undefined || isCalledOnce(slot.home, turns)))) throw new Refusal('it is a local variable of a function');
  if (slot.home === undefined && isLoadedByBuild(slot.script)) throw new Refusal('WXT loads this file as it builds, too, and has no storage there: only what `main` declares can be restored');
  if (!(slot.home !== undefined && isCalledOnce(slot.home, turns))) assertDeadElsewhere(slot);
  if (siblings(slot.statement) === undefined) throw new Refusal('it is not declared in a statement of its own');
  return slot;
}

/** @throws Refusal where another context has the variable, too, and may use it, or cannot ask storage for it */
function assertDeadElsewhere({ name, script, statement, home, object, accesses }: Slot): void {
  for (const realm of otherRealmsOf(script)) {
    const refusal = (use = ''): Refusal => new Refusal(`${realm.kind === 'content' ? 'a content script' : `\`${realm.name}\``} loads \`${script.path}\` too, with a value of its own${use}`);
    if (realm.kind === 'content') throw refusal();
    const uses = accesses.filter(({ script: one, initial }) => !initial && one.realms.includes(realm)).map((use) => livenessAt(realm, use.script, use.node));
    const declared = home === undefined ? livenessOfDeclared(realm, script, statement, object?.name ?? name) : 'unknown';
    const use = [...uses, declared].find((one) => one !== undefined);
    if (use !== undefined) throw refusal(use === 'unknown' || (use === declared && use.name === '') ? '' : `, which ${wordsOf(use, name)}`);
    if (!hasStorage(realm)) throw refusal();
  }
}

function wordsOf({ name, script, offset }: Mention, own: string): string {
  return `line ${script.file.origin(offset).line} of \`${script.path}\` uses${name === '' || name === own ? '' : ` by \`${name}\``}`;
}

/** Whether the extension's storage is there in a context from its first line on: in a page that is no offscreen document, no panel of the developer tools and not sandboxed. */
function hasStorage({ kind, name, scripts: [script] }: Realm): boolean {
  const file = name.replace(/^.*\//, '');
  return kind === 'page' && script !== undefined && !script.extension.scripts.some(({ text, realms }) => text.includes(file) && (/\boffscreen\b/.test(text) || realms.some((one) => one.kind === 'devtools')));
}

function localSlot({ name, script, node, accesses }: Variable): Slot {
  const declarator = parentOf(node);
  const declaration = declarator && parentOf(declarator);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== node || declaration?.type !== 'VariableDeclaration') throw new Refusal('it is not declared in a statement of its own');
  if (node.type !== 'Identifier' || script.binding(node)!.declarations.length !== 1) throw new Refusal('it is declared more than once');
  if (declaration.kind === 'var' && functionOf(node) === undefined) assertNoComputedGlobals(script);
  assertNamedByMembers(accesses);
  const own = script.binding(node)!;
  const nodes = new Set(accesses.map((access) => access.node));
  if (script.isModule && usesOfBinding(script, own).some((use) => !nodes.has(use.node))) throw new Refusal('another module uses it in a way that is not followed');
  return {
    name, script, owner: baseName(script), init: declarator.init ?? undefined, statement: listed(declaration), home: functionOf(node), constant: declaration.kind === 'const', accesses: accesses.filter((access) => !isExport(access.node)), member: name, object: undefined, isPrivate: false,
    nameAt(one, place) {
      const named = nameOfBinding(script, own, one, place);
      if (named === undefined) throw new Refusal(`its name means something else at ${lineOf(one, place)}`);
      return named;
    },
  };
}

/** @throws Refusal where code takes a property of the global object by a pattern, or sets it with others */
function assertNamedByMembers(accesses: Variable['accesses']): void {
  const other = accesses.find(({ script, node }) => isGlobalObject(script, node));
  if (other !== undefined) throw new Refusal(`${lineOf(other.script, other.node)} ${other.kind === 'write' ? 'sets it with `Object.assign`' : 'takes it by a pattern'}`);
}

function globalSlot({ accesses, script }: Variable): Slot {
  const first = accesses.find(({ kind, node, value }) => {
    const assignment = parentOf(wrapped(node));
    const statement = assignment && parentOf(assignment);
    return kind === 'write' && value !== undefined && assignment?.type === 'AssignmentExpression' && assignment.operator === '=' && statement?.type === 'ExpressionStatement' && parentOf(statement)?.type === 'Program';
  });
  if (first === undefined || first.script !== script) throw new Refusal('it has no first value');
  assertNoComputedGlobals(script);
  assertNamedByMembers(accesses);
  const { node } = first;
  const text = script.textOf(node);
  const root = isMember(node) ? unwrap(node.object) : node;
  return {
    name: isMember(node) ? memberName(node)! : text, script, owner: baseName(script), init: first.value, statement: parentOf(parentOf(wrapped(node))!)!, home: undefined, constant: false, member: isMember(node) ? memberName(node)! : text, object: undefined, isPrivate: false,
    accesses: accesses.map((access) => (access === first ? { ...access, initial: true } : access)),
    nameAt(one, place) {
      if (root.type === 'Identifier' ? one.scopes!.scopeOf(place).lookup(root.name) !== undefined : functionOf(place) !== undefined || one.isModule) throw new Refusal(`its name means something else at ${lineOf(one, place)}`);
      return text;
    },
  };
}

function fieldSlot({ holder, name: full, accesses }: Variable, turns: Turns): Slot {
  const object = ownObject(holder!, turns);
  if (object.name === undefined && object.statement.type === 'ExpressionStatement' && object.statement.start !== object.made.start) throw new Refusal('its object has no name of its own');
  const member = full.slice(full.lastIndexOf('.') + 1);
  const name = member.replace(/^#/, '');
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) throw new Refusal('its name is not an identifier');
  const isPrivate = name !== member || isPrivateInTypes(object, name);
  const [first, ...others] = accesses.filter(({ initial }) => initial);
  const filling = first && parentOf(parentOf(wrapped(first.node))!);
  const isFilled = filling?.type === 'ExpressionStatement' && parentOf(filling) === parentOf(object.statement);
  if (others.length > 0 || (first !== undefined && !isFilled && !isSure(first))) throw new Refusal('its first value depends on the way');
  if (object.members.get(member)?.some((node) => !accesses.some((access) => access.node === node))) throw new Refusal('it is used in a way that is not followed');
  // A restore would make a member of what was none.
  if (first === undefined && object.whole.length > 0) throw new Refusal(`${lineOf(turns.scriptOf(object.whole[0]!), object.whole[0]!)} uses its object as a whole`);
  if (accesses.some(({ node }) => isMember(node) && isMember(unwrap(node.object)) && memberName(unwrap(node.object) as t.MemberExpression) === 'constructor')) throw new Refusal('its class is named by `constructor`, which may be another one');
  return {
    name, script: turns.scriptOf(object.statement), owner: object.name ?? ownerOf(full), init: first?.value, statement: isFilled ? filling : object.statement, home: functionOf(object.statement), constant: isReadonly(object, name), accesses,
    member, object, isPrivate,
    nameAt(script, place, change) {
      if (isPrivate && !isWithin(place, object.holder.node)) throw new Refusal(`it is a private field, which ${lineOf(script, place)} cannot name`);
      const here = isThisAt(place, object.holder) ? 'this' : undefined;
      const named = object.nameAt(script, place);
      const own = change && isMember(change) && unwrap(change.object).type === 'Identifier' ? (named ?? here) : (here ?? named);
      if (own === undefined) throw new Refusal(`its object has no name at ${lineOf(script, place)}`);
      return `${own}.${member}`;
    },
  };
}

/** `manager` of `Manager.items`. */
function ownerOf(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1, name.lastIndexOf('.'));
}

/** Whether a first value is given always: by a literal, a class field, or a statement of a constructor. */
function isSure({ node }: Access): boolean {
  const assignment = parentOf(wrapped(node));
  if (assignment?.type !== 'AssignmentExpression') return true;
  const statement = parentOf(assignment);
  const fn = functionOf(node);
  return statement?.type === 'ExpressionStatement' && fn !== undefined && parentOf(statement) === fn.body && fn.body.type === 'BlockStatement' &&
    fn.body.body.slice(0, fn.body.body.indexOf(statement)).every(({ type }) => type === 'ExpressionStatement' || type === 'VariableDeclaration');
}

function isDeleted(node: Node): boolean {
  const parent = parentOf(wrapped(node));
  return parent?.type === 'UnaryExpression' && parent.operator === 'delete';
}

function classMember({ holder: { node } }: OwnObject, name: string): t.ClassProperty | undefined {
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return undefined;
  return node.body.body.find((member): member is t.ClassProperty => member.type === 'ClassProperty' && keyName(member) === name);
}

/** Whether TypeScript lets only the class itself name a field. */
function isPrivateInTypes(object: OwnObject, name: string): boolean {
  const access = classMember(object, name)?.accessibility;
  return access === 'private' || access === 'protected';
}

function isReadonly(object: OwnObject, name: string): boolean {
  return classMember(object, name)?.readonly === true;
}

/** A file's name without its folders and extension. */
function baseName({ path }: Script): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
