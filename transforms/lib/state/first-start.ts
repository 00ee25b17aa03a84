import type * as t from '@babel/types';
import { functionOf, isWithin, parentOf, siblings, statementOf, type FunctionNode, type Node } from '../ast.ts';
import type { Insertions } from '../insertions.ts';
import { Inspection, KNOWN_GLOBALS } from '../wake/installing.ts';
import { freshName, functionText } from '../layout.ts';
import { LASTING, QUESTIONS } from './lasting-calls.ts';
import { Refusal } from '../refusal.ts';
import type { Script } from '../script.ts';
import { phasesAt } from '../phases.ts';
import type { Turns } from '../turns.ts';

const GLOBALS: ReadonlySet<string> = new Set([...KNOWN_GLOBALS, 'Date', 'Intl', 'URL', 'URLSearchParams', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'isNaN', 'isFinite', 'structuredClone', 'document', 'window', 'self', 'globalThis']);

/** The rank of what ends the function around statements: what is added to the last of them stands inside. */
const CLOSING = 30;

/**
 * The statements of the start-up that use what is restored. A persistent background ran them once per browser start, and so does what is migrated: at its
 * first start in the session, once it knows that nothing is restored; no wake runs them again. What is kept for good says by itself what has run.
 */
export class FirstStart {
  readonly #script: Script;
  readonly #home: FunctionNode | undefined;
  readonly #after: Node;
  readonly #isKept: (node: Node) => boolean;
  readonly #turns: Turns;
  readonly #again: ((statement: t.Statement) => string | undefined) | undefined;
  readonly #statements = new Set<t.Statement>();
  readonly #pieces = new Set<Node>();

  /**
   * @param home the function in which the start-up stands, or undefined at top level
   * @param after the statement behind which everything is restored
   * @param isKept whether a place names something that is restored
   * @param again why a statement must not run at each start; given where what is restored lasts, and only tells by itself what has run
   */
  constructor(script: Script, home: FunctionNode | undefined, after: Node, isKept: (node: Node) => boolean, turns: Turns, again?: (statement: t.Statement) => string | undefined) {
    this.#script = script;
    this.#home = home;
    this.#after = after;
    this.#isKept = isKept;
    this.#turns = turns;
    this.#again = again;
  }

  /** @throws Refusal where the statement around a place has to run at each start, or where its place matters */
  add(place: Node): void {
    const statement = this.#outermost(place);
    if (statement === undefined || statement.start! < this.#after.end!) throw new Refusal('it is used while the background starts');
    if (this.#statements.has(statement)) return;
    const reason = this.#reason(statement);
    if (reason !== undefined) throw new Refusal(`it is used while the background starts, and ${reason}`);
    this.#statements.add(statement);
  }

  get isEmpty(): boolean {
    return this.#statements.size === 0;
  }

  /** The calls by which events may meet what the statements do: the event that starts the background for the first time must not come before. */
  get met(): readonly Node[] {
    const areas = this.#areasOf([...this.#pieces]);
    return this.#calls().filter(({ path, node }) => areas.has(areaOf(path)) && phasesAt(node, this.#turns).has('event')).map(({ node }) => node);
  }

  /** The key of the mark that the session has started, and the name of what it says; undefined where the statements need none. */
  get mark(): string | undefined {
    if (this.isEmpty || this.#again !== undefined) return undefined;
    const beside = this.#script.realms.flatMap(({ scripts }) => scripts);
    const taken = (name: string): boolean => this.#script.extension.scripts.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text));
    return freshName(beside.flatMap(({ program }) => program ?? []), ...['hasStarted', 'sessionHasStarted', 'backgroundHasStarted'].filter((name) => !taken(name)), 'hasStartedBefore');
  }

  /** Has the statements wait for a promise of the mark's value, by which they know whether to run. */
  write(promise: string, mark: string | undefined, into: Insertions): void {
    const script = this.#script;
    const { indent, semicolon } = script.style;
    for (const run of this.#runs()) {
      const [first, last] = [run[0]!, run.at(-1)!];
      into.expand(script, parentOf(first));
      const outer = script.indentAt(first.start!);
      const inner = outer + indent;
      const head = functionText(script, mark === undefined ? [] : [mark], ' ', outer).replace(/\{[^]*$/, '{');
      into.add(script, first.start!, `${promise}.then(${head}\n${mark === undefined ? '' : `${inner}if (${mark}) return${semicolon}\n`}${inner}`, 1);
      into.indent(script, first.start!, last.end!, first, CLOSING);
      into.add(script, last.end!, `\n${outer}})${semicolon}`, CLOSING);
    }
  }

  /** The statement of the start-up that holds a place. */
  #outermost(place: Node): t.Statement | undefined {
    if (this.#turns.scriptOf(place) !== this.#script || functionOf(place) !== this.#home) return undefined;
    const list = siblings(this.#after) ?? [];
    const statement = list.find((one) => isWithin(place, one));
    return statement !== undefined && /^(Expression|If|Block|For|ForIn|ForOf|Switch)Statement$/.test(statement.type) ? statement : undefined;
  }

  /** Statements that stand one after another, each run in its order. */
  #runs(): t.Statement[][] {
    const list = siblings(this.#after)!;
    const runs: t.Statement[][] = [];
    for (const statement of [...this.#statements].sort((a, b) => a.start! - b.start!)) {
      const run = runs.at(-1);
      if (run !== undefined && list.indexOf(statement) === list.indexOf(run.at(-1)!) + 1) run.push(statement);
      else runs.push([statement]);
    }
    return runs;
  }

  #reason(statement: t.Statement): string | undefined {
    const { extension, realms } = this.#script;
    const realm = realms.find(({ kind }) => kind === 'background')!;
    const again = this.#again?.(statement);
    if (again !== undefined) return again;
    if (this.#again === undefined && !extension.wasPersistent) return 'each start of its event page did that';
    if (this.#again === undefined && extension.stateArea !== 'session') return `\`storage.${extension.stateArea}\` does not tell a start from a wake`;
    const inspection = new Inspection(realm, this.#turns, statement, LASTING, GLOBALS, this.#isKept);
    const reason = inspection.reason ?? this.#overtaken(statement, inspection.pieces);
    if (reason === undefined) for (const piece of inspection.pieces) this.#pieces.add(piece);
    return reason;
  }

  /** What would come before the statement, but came after it, and may meet what it does. */
  #overtaken(statement: t.Statement, pieces: readonly Node[]): string | undefined {
    const areas = this.#areasOf(pieces);
    const other = this.#calls().find(({ script, path, node }) => {
      if (!areas.has(areaOf(path)) || QUESTIONS.test(path) || isIn(node, pieces)) return false;
      const phases = phasesAt(node, this.#turns);
      const isBefore = script === this.#script && functionOf(node) === this.#home && statementOf(node).end! <= statement.start!;
      return phases.has('start-up') || (phases.has('start') && !isBefore);
    });
    return other && `\`${other.path}\` in line ${other.script.file.origin(other.node.start!).line} comes after it`;
  }

  /** What some code changes of the browser. */
  #areasOf(pieces: readonly Node[]): ReadonlySet<string> {
    return new Set(this.#calls().filter(({ path, node }) => !QUESTIONS.test(path) && isIn(node, pieces)).map(({ path }) => areaOf(path)));
  }

  #calls(): readonly { readonly script: Script; readonly path: string; readonly node: Node }[] {
    const { scripts } = this.#script.realms.find(({ kind }) => kind === 'background')!;
    return scripts.flatMap((script) => script.apiReferences.filter(({ call, path }) => call !== undefined && !/\.on[A-Z]/.test(path)).map(({ path, node }) => ({ script, path, node })));
  }
}

function areaOf(path: string): string {
  return path.split('.')[0]!.replace(/^(browserAction|pageAction)$/, 'action');
}

function isIn(node: Node, pieces: readonly Node[]): boolean {
  return pieces.some((piece) => isWithin(node, piece));
}
