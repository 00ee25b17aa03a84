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
      for (const [index, { finding, also }] of told.entries()) {
        lines.push(describe(finding));
        if (also.length > 0) lines.push(`  ${' '.repeat(16)} ${paint.dim(`The same in line${also.length > 1 ? 's' : ''} ${joined(also.map(String))}.`)}`);
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

  function describe({ line, column, severity, outcome, text, transform }: Finding): string {
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

/** The findings of one file that are left to a person: those that say the same once, at the first place, with the lines of the others. */
function withPlaces(findings: readonly Finding[]): readonly { readonly finding: Finding; readonly also: number[] }[] {
  const told = new Map<unknown, { readonly finding: Finding; readonly also: number[] }>();
  for (const finding of findings) {
    const key = finding.outcome === 'manual' ? [finding.transform, finding.message, finding.text, finding.advice].join('\0') : finding;
    const first = told.get(key);
    if (first === undefined) told.set(key, { finding, also: [] });
    else if (first.finding.line !== finding.line && !first.also.includes(finding.line)) first.also.push(finding.line);
  }
  return [...told.values()];
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
