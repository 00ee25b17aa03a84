import { posix } from 'node:path';
import type { Report, Severity } from '../../transforms/lib/types.ts';
import type { ReporterOptions } from './pretty.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * The report as workflow commands of GitHub Actions: each finding is an annotation at its line. What was changed is none.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function github({ extensions }: Report, { dryRun }: Pick<ReporterOptions, 'dryRun'>): string {
  const left = extensions.flatMap(({ root, findings }) => findings.filter(({ outcome }) => dryRun || outcome !== 'changed').map((finding) => ({ root, ...finding })));
  return left.map(({ root, file, line, column, severity, transform, text, advice }) => {
    const properties = Object.entries({ file: posix.join(root, file), line, col: column, title: transform }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    return `::${COMMANDS[severity]} ${properties.join(',')}::${escape(advice === undefined ? text : `${text}\n${advice}`)}\n`;
  }).join('');
}

function escape(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
