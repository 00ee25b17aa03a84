import type { Extension } from './extension.ts';
import type { Manifest } from './manifest.ts';
import type { Page } from './page.ts';
import type { Realm } from './realms.ts';
import type { Script } from './script.ts';

/**
 * Where the migrated extension runs:
 * - `chrome`: Manifest V3, background service worker;
 * - `firefox`: Manifest V3, event page;
 * - `cross-browser`: one Manifest V3 package for both;
 * - `event-page`: Manifest V2 with `persistent: false`.
 */
export type Target = 'chrome' | 'firefox' | 'cross-browser' | 'event-page';

export const TARGETS: readonly Target[] = ['chrome', 'firefox', 'cross-browser', 'event-page'];

/** A span of a file's current text: UTF-16 offsets, `end` exclusive. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Replaces a span by `text`. A file that does not exist is created with it (`start` and `end` 0). */
export interface Edit extends Place {
  readonly text: string;
}

/** changed: behaviour is kept. review: changed, read it. manual: left to a person. */
export type Outcome = 'changed' | 'review' | 'manual';

/** error: fails on the target. warning: may fail. info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** What a transform says of a place. `{name}` in `text` and `advice` is filled from the match's data. */
export interface Message {
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly text: string;
  readonly advice?: string;
  /** The platform document, where it is more exact than the transform's own. */
  readonly url?: string;
}

/** One place that relies on a persistent background. Its edits, across files, apply together or not at all. */
export interface Match<Id extends string = string> {
  readonly message: Id;
  readonly at: Place;
  readonly edits?: readonly Edit[];
  readonly data?: Readonly<Record<string, string>>;
  /** An ignore comment at one of several places is why there are no edits. */
  readonly leftAlone?: true;
}

/** What a transform is made of. Every hook is a pure generator: it reads the extension and yields matches. */
export interface Definition<Id extends string = string> {
  /** Also the file's name and its fixture folder. */
  readonly id: string;
  readonly summary: string;
  readonly url: string;
  /** Default: all of them. */
  readonly targets?: readonly Target[];
  /** `script` and `page` see only files whose text holds one of these names (default: every file). */
  readonly names?: readonly string[];
  /** `script` looks at mentions of extension APIs only: a script that cannot hold one is not even parsed for it. */
  readonly apiOnly?: true;
  /** `script` follows calls through the whole background: asked when what a single file shows is changed. */
  readonly followsCalls?: true;
  /** Moves code from one turn to another: goes before the transforms of realms that count on turns. */
  readonly moves?: true;
  /** Sums up what the extension uses: asked when no other transform has anything left to change. */
  readonly last?: true;
  readonly messages: Readonly<Record<Id, Message>>;
  manifest?(manifest: Manifest, extension: Extension): Iterable<Match<Id>>;
  /** What is only reported, and costs much to find: asked once, when nothing is left to change. */
  result?(manifest: Manifest, extension: Extension): Iterable<Match<Id>>;
  script?(script: Script, extension: Extension): Iterable<Match<Id>>;
  page?(page: Page, extension: Extension): Iterable<Match<Id>>;
  /** For what only the scripts of one global scope together show. */
  realm?(realm: Realm, extension: Extension): Iterable<Match<Id>>;
}

/** A match as its owner reads it; `line` and `column` count from 1, in the file as it was before the run. */
export interface Finding {
  readonly transform: string;
  readonly message: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly advice?: string;
  readonly url: string;
}

/** A file that the migration writes, and the transforms that touched it. */
export interface Change {
  readonly file: string;
  readonly transforms: readonly string[];
}

/** What became of one extension. `root` is the folder of its manifest, as the caller named it. */
export interface ExtensionReport {
  readonly root: string;
  /** Relative to `root`. */
  readonly manifest: string;
  readonly target: Target;
  readonly targetSource: string;
  readonly findings: readonly Finding[];
  readonly changes: readonly Change[];
}

export interface Report {
  readonly version: 1;
  readonly extensions: readonly ExtensionReport[];
}
