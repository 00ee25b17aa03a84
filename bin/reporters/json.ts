import type { Report } from '../../transforms/lib/types.ts';

/** The report for machines; its schema is report.schema.json in the package. */
export function json(report: Report): string {
  const extensions = report.extensions.map(({ root, manifest, target, findings, changes }) => ({ root, manifest, target, findings, changes }));
  return `${JSON.stringify({ version: report.version, extensions }, undefined, 2)}\n`;
}
