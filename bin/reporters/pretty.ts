import { posix } from 'node:path';
import type { ExtensionReport, Finding, Report, Severity } from '../../transforms/lib/types.ts';
import { joined } from '../../transforms/lib/words.ts';
import { painter } from '../colors.ts';

/** What a reporter may know beside the report. */
export interface ReporterOptions {
  readonly colors: boolean;
  /** Nothing was written: the words say what would be. */
  readonly dryRun: boolean;
}

const COLORS = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<Severity, string>;

/** The report for people: per extension and file what was changed and what is left to them. */
export function pretty(report: Report, { colors, dryRun }: ReporterOptions): string {
  const paint = painter(colors);
  const lines: string[] = [];
  for (const extension of report.extensions) {
    lines.push(`${paint.bold(nameOf(extension))} -> ${extension.target} ${paint.dim(`(${extension.targetSource})`)}`, '');
    for (const [file, findings] of byFile(extension)) {
      lines.push(paint.cyan(file));
      const told = withPlaces(findings);
      for (const [index, one] of told.entries()) {
        const { finding } = one;
        lines.push(describe(finding, told[index - 1]?.finding));
        if (one.also.size > 0) lines.push(`  ${' '.repeat(16)} ${paint.dim(alsoText(one))}`);
        const advice = adviceOf(finding);
        // Findings in a row that ask for the same are told it once.
        if (advice !== undefined && advice !== adviceOf(told[index + 1]?.finding)) lines.push(`  ${' '.repeat(16)} ${paint.dim(advice)}`);
      }
      lines.push('');
    }
    lines.push(summary([extension]), '');
  }
  if (report.extensions.length > 1) lines.push(total(report), '');
  return lines.join('\n');

  function describe(finding: Finding, before: Finding | undefined): string {
    const { line, column, severity, outcome, transform } = finding;
    const reason = REASON.exec(finding.text)?.[0];
    const text = reason !== undefined && before?.text.includes(reason) === true ? finding.text.replace(reason, '(not changed here for the same reason)') : finding.text;
    const place = `${line}:${column}`.padEnd(8);
    const mark = outcome === 'manual' ? paint[COLORS[severity]](severity.padEnd(7)) : paint.green(outcome.padEnd(7));
    return `  ${place} ${mark} ${text} ${paint.dim(`(${transform})`)}`;
  }

  function summary(extensions: readonly ExtensionReport[]): string {
    const findings = extensions.flatMap((extension) => extension.findings);
    if (findings.length === 0) return 'Nothing to do.';
    const changed = findings.filter(({ outcome }) => outcome !== 'manual').length;
    const read = findings.filter(({ outcome }) => outcome === 'review').length;
    const files = extensions.reduce((sum, { changes }) => sum + changes.length, 0);
    const left = findings.filter(({ outcome }) => outcome === 'manual');
    const errors = left.filter(({ severity }) => severity === 'error').length;
    const warnings = left.filter(({ severity }) => severity === 'warning').length;
    const infos = left.length - errors - warnings;
    const counts = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : '', infos > 0 ? `${infos} for your information` : ''];
    const done = changed === 0 ? `Nothing ${dryRun ? 'to change' : 'changed'}` : `${count(changed, 'place')} ${dryRun ? 'would change' : 'changed'} in ${count(files, 'file')}${read > 0 ? ` (${read} to review)` : ''}`;
    return `${done}; ${left.length === 0 ? 'nothing is left to you' : `${left.length} left to you: ${counts.filter(Boolean).join(', ')}`}.`;
  }

  function total({ extensions }: Report): string {
    const clean = extensions.filter(({ findings }) => !findings.some(({ outcome, severity }) => outcome === 'manual' && severity === 'error')).length;
    return `${extensions.length} extensions, ${clean} of them without an error left. ${summary(extensions)}`;
  }
}

/** The folder of an extension, with its manifest where that has a name of its own. */
function nameOf({ root, manifest }: ExtensionReport): string {
  return /(^|\/)(manifest|package)\.json$/.test(manifest) ? root : posix.join(root, manifest);
}

/** Findings that say the same of several pieces of code, or of several lines. */
interface Told {
  readonly finding: Finding;
  /** The lines of all but the first, by the code that they name. */
  readonly also: Map<string, number[]>;
}

const CODE = /^`[^`]*`/;
const REASON = /\(not changed here: .{20,}\)/;

/** The findings of one file: those that say the same once, at the first place. */
function withPlaces(findings: readonly Finding[]): readonly Told[] {
  const told = new Map<string, Told>();
  for (const finding of findings) {
    const { transform, message, outcome, severity, text, advice, line } = finding;
    const key = [transform, message, outcome, severity, text.replace(CODE, '').replace(/ \(\d+ places here\)/, ''), advice].join('\0');
    const first = told.get(key);
    const code = codeOf(finding);
    if (first === undefined) told.set(key, { finding, also: new Map() });
    else if (first.finding.line !== line || codeOf(first.finding) !== code) first.also.set(code, [...new Set([...(first.also.get(code) ?? []), line])]);
  }
  return [...told.values()];
}

function codeOf({ text }: Finding): string {
  return CODE.exec(text)?.[0] ?? '';
}

/** `The same in lines 2 and 3, and for window.x (line 5), window.y (line 7).` */
function alsoText({ finding, also }: Told): string {
  const own = codeOf(finding);
  const places = (lines: readonly number[]): string => `line${lines.length > 1 ? 's' : ''} ${joined(lines.map(String))}`;
  const others = [...also].filter(([code]) => code !== own).map(([code, lines]) => `${code} (${places(lines)})`);
  return `The same ${[also.has(own) ? `in ${places(also.get(own)!)}` : [], others.length > 0 ? `for ${others.join(', ')}` : []].flat().join(', and ')}.`;
}

/** What a person is to do about a finding. */
function adviceOf(finding: Finding | undefined): string | undefined {
  return finding?.outcome === 'changed' ? undefined : finding?.advice;
}

function byFile({ findings }: ExtensionReport): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = files.get(finding.file);
    if (list === undefined) files.set(finding.file, [finding]);
    else list.push(finding);
  }
  return files;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
