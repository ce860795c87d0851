import { cpus } from 'node:os';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Prints what was found, and the table. */
export default class Table implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { row } = test.meta();
    const seconds = ((test.diagnostic()?.duration ?? 0) / 1000).toFixed(0);
    process.stdout.write(
      `${test.name}: ${row?.runs ?? 0} runs in ${seconds} s, ${test.result().state}\n`,
    );
    tell(test.result().errors ?? []);
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    tell(modules.flatMap((module) => module.errors()));
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const rows = tests.map((test) => {
      const { row } = test.meta();
      return [
        test.name,
        row === undefined ? '-' : String(row.runs),
        row === undefined ? 'broke off' : String(row.found),
        `${((test.diagnostic()?.duration ?? 0) / 1000).toFixed(0)} s`,
        row === undefined ? '-' : `${row.slowestMs.toFixed(0)} ms`,
        row === undefined ? '-' : `${row.megabytes.toFixed(0)} MB`,
        row?.note ?? '',
      ];
    });
    process.stdout.write(
      `\n${table([['part', 'runs', 'found', 'time', 'slowest', 'memory', ''], ...rows])}\n` +
        `Node ${process.versions.node}, ${process.platform}, ${cpus().length} processors\n`,
    );
  }
}

function tell(errors: readonly { readonly message: string; readonly diff?: unknown }[]): void {
  for (const { message, diff } of errors) {
    process.stdout.write(`\n${message}\n${typeof diff === 'string' ? diff : ''}\n`);
  }
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, at) => cell.padEnd(widths?.[at] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
