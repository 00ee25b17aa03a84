import type { JsonPath, Manifest } from './manifest.ts';
import type { Edit } from './types.ts';

/** A source of a directive, at its offsets in the manifest's text. */
export interface Source {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Directive {
  readonly name: string;
  readonly sources: readonly Source[];
  /** Where its last word ends. */
  readonly end: number;
}

/** A content security policy in a manifest, and the edits of its words. Of a directive given twice the first counts. */
export class Policy {
  readonly directives: readonly Directive[];
  readonly #manifest: Manifest;
  readonly #path: JsonPath;
  readonly #start: number;
  readonly #value: string;

  constructor(manifest: Manifest, path: JsonPath) {
    this.#manifest = manifest;
    this.#path = path;
    this.#start = manifest.atValue(path).start + 1;
    this.#value = manifest.string(path) ?? '';
    const directives: Directive[] = [];
    let offset = this.#start;
    for (const part of this.#value.split(';')) {
      const words = [...part.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, start: offset + index, end: offset + index + text.length }));
      const [name, ...sources] = words;
      if (name !== undefined) directives.push({ name: name.text.toLowerCase(), sources, end: words.at(-1)!.end });
      offset += part.length + 1;
    }
    this.directives = directives;
  }

  directive(name: string): Directive | undefined {
    return this.directives.find((directive) => directive.name === name);
  }

  /** Takes a source away, with the white space before it. */
  remove({ start, end }: Source): Edit[] {
    const before = this.#value.slice(0, start - this.#start);
    return this.#edit(start - (before.length - before.trimEnd().length), end, '');
  }

  replace({ start, end }: Source, text: string): Edit[] {
    return this.#edit(start, end, text);
  }

  append({ end }: Directive, source: string): Edit[] {
    return this.#edit(end, end, ` ${source}`);
  }

  /** Adds a directive at the end. */
  add(text: string): Edit[] {
    const last = this.directives.at(-1);
    return last === undefined ? this.#edit(this.#start, this.#start + this.#value.length, text) : this.#edit(last.end, last.end, `; ${text}`);
  }

  /** Offsets are those of the value; where the string has escapes, it is written anew. */
  #edit(start: number, end: number, text: string): Edit[] {
    const raw = this.#manifest.text.slice(this.#start, this.#start + this.#value.length);
    if (raw === this.#value) return [{ file: this.#manifest.path, start, end, text }];
    return this.#manifest.set(this.#path, this.#value.slice(0, start - this.#start) + text + this.#value.slice(end - this.#start));
  }
}

/** Whether the policy that the extension came with lets its pages run more than its own files. */
export function allows(manifest: Manifest, source: string): boolean {
  const policy = manifest.string(['content_security_policy']) ?? manifest.string(['content_security_policy', 'extension_pages']) ?? '';
  return policy.split(';').some((directive) => /^\s*(script-src|default-src)\b/.test(directive) && new RegExp(`'${source}`).test(directive));
}
